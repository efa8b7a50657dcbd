/** The sheet of keys that `?` opens. */
import { useEffect, useRef } from "preact/hooks";
import { keyWords } from "../keyWords.ts";
import { openDialog } from "../state/formKeys.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./KeySheet.module.css";
import frame from "./MoveDialog.module.css";

export function KeySheet({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => openDialog(dialog.current), []);
  return (
    <dialog
      ref={dialog}
      class={`${frame["dialog"]} ${styles["sheet"]}`}
      onClose={close}
      aria-labelledby="keys-title"
    >
      <header class={frame["head"]}>
        <h2 id="keys-title">{keyWords.sheet}</h2>
        <button type="button" class={frame["close"]} aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class={styles["groups"]}>
        {keyWords.groups.map(([name, lines]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(([keys, what]) => (
                <div key={what}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class={`muted ${styles["hint"]}`}>{keyWords.sheetHint}</p>
    </dialog>
  );
}
