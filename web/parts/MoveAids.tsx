/** What a person should know before this act, shown in its form. */
import type { CaseAnswer, MoveOffer } from "../../server/domain/answers.ts";
import { PrecedentList } from "./PrecedentList.tsx";
import { ReadingReasons } from "./ReadingReasons.tsx";

/** Acts that say whose duty it is: earlier rulings speak to them. */
const aboutDuty = ["dispatch", "return", "dispute", "rule", "uphold"];

/** Acts that say what it is, or whose: how it was read and what was done with cases told alike. */
const aboutMatter = ["file", "dispatch"];

interface MoveAidsProps {
  readonly found: CaseAnswer;
  readonly offer: MoveOffer;
}

export function MoveAids({ found, offer }: MoveAidsProps) {
  return (
    <>
      {aboutMatter.includes(offer.action) && <ReadingReasons caseId={found.id} />}
      {aboutDuty.includes(offer.action) && <PrecedentList caseId={found.id} />}
    </>
  );
}
