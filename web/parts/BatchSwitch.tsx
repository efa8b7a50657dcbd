/** Begins and ends choosing rows (批量办理), at the end of the line of filters; a phone has room for two characters each. */
import { batchWords as words } from "../batchWords.ts";
import { chooseAll, choosing, startChoosing, stopChoosing, whyNot } from "../state/batch.ts";
import { keyHint } from "../state/shortcuts.ts";
import { rows } from "../state/worklist.ts";
import styles from "./BatchBar.module.css";

export function BatchSwitch() {
  const isOn = choosing.value;
  return (
    <>
      {isOn && (
        <button
          type="button"
          class="button"
          aria-label={words.all.join("")}
          onClick={() => chooseAll(rows.peek().filter((row) => whyNot.peek()(row) === null))}
        >
          <Label parts={words.all} />
        </button>
      )}
      <button
        key="switch"
        type="button"
        class="button"
        aria-label={(isOn ? words.stop : words.start).join("")}
        {...keyHint("b")}
        onClick={isOn ? stopChoosing : startChoosing}
      >
        <Label parts={isOn ? words.stop : words.start} />
      </button>
    </>
  );
}

function Label({ parts: [short, rest] }: { readonly parts: readonly [string, string] }) {
  return (
    <>
      {short}
      <span class={styles["rest"]}>{rest}</span>
    </>
  );
}
