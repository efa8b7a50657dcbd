/** Exactly the acts the server offers this person, and the form of the one that was pressed. */
import { useState } from "preact/hooks";
import type { CallAnswer, CallMoveOffer } from "../../server/domain/call/callAnswers.ts";
import { callActionWords } from "../../server/domain/call/callWords.ts";
import type { Problem } from "../api.ts";
import { callText } from "../callText.ts";
import { actsAtOnce, type CallFileModel } from "../state/callFile.ts";
import { keyHint, keysOfAct } from "../state/shortcuts.ts";
import { CallMoveDialog } from "./CallMoveDialog.tsx";
import styles from "./MoveBar.module.css";
import { ProblemNotice } from "./Notice.tsx";

interface CallMovesProps {
  readonly file: CallFileModel;
  readonly found: CallAnswer;
}

const backward = ["decline", "withdraw"];

export function CallMoves({ file, found }: CallMovesProps) {
  const [open, setOpen] = useState<CallMoveOffer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const primary = found.moves.find(({ action }) => !backward.includes(action));

  async function press(offer: CallMoveOffer): Promise<void> {
    setProblem(null);
    if (!actsAtOnce(offer)) return setOpen(offer);
    setProblem(await file.move(offer, {}));
  }

  if (found.moves.length === 0) return <p class={`muted ${styles["none"]}`}>{callText.file.noMoves}</p>;
  return (
    <div role="group" aria-label={callText.file.moves}>
      {problem && <ProblemNotice problem={problem} />}
      <div class={styles["buttons"]}>
        {found.moves.map((offer) => (
          <button
            key={offer.action}
            type="button"
            class={`button ${offer === primary ? "primary" : ""} ${backward.includes(offer.action) ? "danger" : ""}`}
            disabled={file.moving.value}
            {...keyHint(keysOfAct(offer.action, offer === primary))}
            onClick={() => void press(offer)}
          >
            {callActionWords[offer.action]}
            {!actsAtOnce(offer) && callText.file.opens}
          </button>
        ))}
      </div>
      {open && <CallMoveDialog file={file} found={found} offer={open} close={() => setOpen(null)} />}
    </div>
  );
}
