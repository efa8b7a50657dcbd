/** The form of one act on a call in a native dialog; the server's objection stands at the field it is about. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CallAnswer, CallMoveOffer } from "../../server/domain/call/callAnswers.ts";
import type { CallField } from "../../server/domain/call/callMoves.ts";
import { callActionWords, callFieldWords } from "../../server/domain/call/callWords.ts";
import type { Problem } from "../api.ts";
import { callText } from "../callText.ts";
import { type CallFileModel, type CallValues, missingField, sentCallValues } from "../state/callFile.ts";
import { focusField, openAtFirstField, sendByKey } from "../state/formKeys.ts";
import { useKept } from "../state/useKept.ts";
import { words } from "../words.ts";
import { CallMoveField } from "./CallMoveField.tsx";
import { Icon } from "./Icon.tsx";
import { KeptHint } from "./KeptHint.tsx";
import styles from "./MoveDialog.module.css";
import { Hint, ProblemNotice } from "./Notice.tsx";

interface CallMoveDialogProps {
  readonly file: CallFileModel;
  readonly found: CallAnswer;
  readonly offer: CallMoveOffer;
  readonly close: () => void;
}

export function CallMoveDialog({ file, found, offer, close }: CallMoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const kept = useKept<CallValues>(`calls.${found.id}.${offer.action}`, firstValues(found, offer));
  const { values, setValues } = kept;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<CallField | null>(null);
  const act = callActionWords[offer.action];
  const names = [...offer.needs, ...offer.may];
  const atField = problem !== null && names.some((name) => name === problem.field);
  const hint = callText.file.hints[offer.action];
  useEffect(() => openAtFirstField(dialog.current), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const absent = missingField(offer, values);
    setMissing(absent);
    if (absent) return focusField(dialog.current, `call-${absent}`);
    const refused = await file.move(offer, sentCallValues(values));
    setProblem(refused);
    if (refused !== null) return;
    kept.done();
    close();
  }

  function objection(name: CallField): string | null {
    if (missing === name) return callText.file.fill(callFieldWords[name]);
    return problem?.field === name ? problem.detail : null;
  }

  return (
    <dialog ref={dialog} class={styles["dialog"]} onClose={close} aria-labelledby="call-move-title">
      <form onSubmit={(event) => void submit(event)} onKeyDown={sendByKey}>
        <header class={styles["head"]}>
          <h2 id="call-move-title">{act}</h2>
          <span class="muted">{found.number}</span>
          <button type="button" class={styles["close"]} aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class={styles["body"]}>
          <p class={styles["about"]}>{found.text}</p>
          {kept.isResumed && <KeptHint anew={kept.anew} />}
          {hint !== undefined && <Hint>{hint}</Hint>}
          {problem && !atField && <ProblemNotice problem={problem} />}
          {names.map((name) => (
            <CallMoveField
              key={`${name}${kept.turn}`}
              name={name}
              required={offer.needs.includes(name)}
              found={found}
              value={values[name]}
              problem={objection(name)}
              change={(value) => setValues((old) => ({ ...old, [name]: value }))}
            />
          ))}
        </div>
        <footer class={styles["foot"]}>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary" disabled={file.moving.value}>
            {callText.file.submit(act)}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** The line of the call, and the one department that is left to rate. */
function firstValues(found: CallAnswer, { needs }: CallMoveOffer): CallValues {
  const [unit] = found.unrated;
  return {
    ...(needs.includes("basisItem") && found.item ? { basisItem: found.item.code } : {}),
    ...(needs.includes("unit") && unit ? { unit: unit.code } : {}),
  };
}
