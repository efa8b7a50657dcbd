/** A case whose source is shifted: the corrected pin, taken with one tap where this person may correct the place. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { shiftWords as text } from "../shiftWords.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { account } from "../state/session.ts";
import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { Hint, ProblemNotice } from "./Notice.tsx";

interface ShiftOfferProps {
  readonly file: CaseFile;
  readonly found: CaseAnswer;
}

export function ShiftOffer({ file, found }: ShiftOfferProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const offer = found.shiftOffer;
  if (offer === null) return null;
  const place = found.moves.find(({ action }) => action === "place");
  const role = account.value?.role;
  const mayCorrectAll = role === "centre" || role === "admin";
  const { point } = offer;
  return (
    <Hint tone="warn">
      {text.offer(offer.sentence)}
      {problem && <ProblemNotice problem={problem} />}
      {place && (
        <button
          type="button"
          class="button"
          disabled={file.moving.value}
          onClick={() => void file.move(place, { point, note: text.taken }).then(setProblem)}
        >
          {text.take}
        </button>
      )}{" "}
      {mayCorrectAll && <a href="/shifts">{text.toShifts}</a>}
    </Hint>
  );
}
