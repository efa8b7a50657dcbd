/** One act on many cases: what it will be done on and on what not, then the sheet of how it went on each. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { stateWords } from "../../server/domain/words.ts";
import { batchWords as words } from "../batchWords.ts";
import { doOnEach, running, tryAgain, undone } from "../state/batch.ts";
import { type BatchAction, type BatchActor, fits } from "../state/batchPlan.ts";
import { openAtFirstField, sendByKey } from "../state/formKeys.ts";
import { words as common } from "../words.ts";
import styles from "./BatchBar.module.css";
import { BatchSheet } from "./BatchSheet.tsx";
import { Field } from "./Field.tsx";
import frame from "./MoveDialog.module.css";

interface BatchDialogProps {
  readonly action: BatchAction;
  /** The chosen rows, those that the act does not fit among them. */
  readonly rows: readonly CaseRow[];
  readonly actor: BatchActor;
  readonly close: () => void;
}

export function BatchDialog({ action, rows, actor, close }: BatchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The rows as they were when the dialog was opened: what is done leaves the chosen ones
  const [asked] = useState({
    fitting: rows.filter((row) => fits(action, row, actor)),
    others: rows.filter((row) => !fits(action, row, actor)),
  });
  const [note, setNote] = useState("");
  const [sent, setSent] = useState(false);
  const act = words.acts[action];
  useEffect(() => openAtFirstField(dialog.current), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (sent) return;
    setSent(true);
    await doOnEach(action, asked.fitting, note.trim());
  }

  return (
    <dialog ref={dialog} class={frame["dialog"]} onClose={close} aria-labelledby="batch-title">
      <form onSubmit={(event) => void submit(event)} onKeyDown={sendByKey}>
        <header class={frame["head"]}>
          <h2 id="batch-title">{words.title(act, asked.fitting.length)}</h2>
        </header>
        <div class={frame["body"]}>
          {sent ? <BatchSheet act={act} others={asked.others} /> : <Others rows={asked.others} act={act} />}
          {!sent && (
            <Field id="batch-note" label={words.note[action]}>
              <textarea
                id="batch-note"
                maxLength={1000}
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </Field>
          )}
        </div>
        <footer class={frame["foot"]}>
          <button type="button" class="button" disabled={running.value} onClick={close}>
            {sent ? common.close : common.cancel}
          </button>
          {!sent && (
            <button type="submit" class="button primary">
              {words.confirm(act)}
            </button>
          )}
          {sent && !running.value && undone.value.length > 0 && (
            <button type="button" class="button primary" onClick={() => void tryAgain(action, note.trim())}>
              {words.again(undone.value.length)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

function Others({ rows, act }: { readonly rows: readonly CaseRow[]; readonly act: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p>{words.others(rows.length, act)}</p>
      <ul class={styles["list"]}>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`/cases/${row.id}`}>{row.number}</a> <span class="muted">{stateWords[row.state]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
