/** 批量办理: what is chosen in the worklist, and the acts that may be done on all of it at once. */
import { useEffect, useState } from "preact/hooks";
import { stateWords } from "../../server/domain/words.ts";
import { batchWords as words } from "../batchWords.ts";
import { chooseAll, chosen, stopChoosing, toggle, whyNot } from "../state/batch.ts";
import { type BatchAction, type BatchActor, fits, offered } from "../state/batchPlan.ts";
import { keyHint } from "../state/shortcuts.ts";
import { rows } from "../state/worklist.ts";
import styles from "./BatchBar.module.css";
import { BatchDialog } from "./BatchDialog.tsx";

/** As for a single case. */
const batchKeys = { accept: "e", urge: "u" } as const;

export function BatchBar({ actor }: { readonly actor: BatchActor }) {
  const [open, setOpen] = useState<BatchAction | null>(null);
  useEffect(() => {
    whyNot.value = (row) => (offered([row], actor).length > 0 ? null : words.notNow(stateWords[row.state]));
    // Chosen by a key before this bar was there
    for (const row of chosen.peek().values()) if (whyNot.peek()(row) !== null) toggle(row);
  }, [actor.role, actor.unit]);
  const picked = [...chosen.value.values()];
  const actions = offered(picked, actor);
  return (
    <>
      <div class={styles["bar"]} role="group" aria-label={words.bar}>
        <strong role="status">{picked.length === 0 ? words.none : words.chosen(picked.length)}</strong>
        <button
          type="button"
          class="button"
          onClick={() => chooseAll(rows.value.filter((row) => whyNot.value(row) === null))}
        >
          {words.all}
        </button>
        <span class={styles["gap"]} />
        {picked.length > 0 && actions.length === 0 && <span class="muted">{words.noAct}</span>}
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class="button primary"
            {...keyHint(batchKeys[action])}
            onClick={() => setOpen(action)}
          >
            {words.actOn(words.acts[action], picked.filter((row) => fits(action, row, actor)).length)}…
          </button>
        ))}
        <button type="button" class="button" onClick={stopChoosing}>
          {words.stop}
        </button>
      </div>
      {open && <BatchDialog action={open} rows={picked} actor={actor} close={() => setOpen(null)} />}
    </>
  );
}
