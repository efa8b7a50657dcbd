/** What a person should know before this act, shown in its form. */
import type { CaseAnswer, MoveOffer } from "../../server/domain/answers.ts";
import { PrecedentList } from "./PrecedentList.tsx";

/** Acts that say whose duty it is: earlier rulings speak to them. */
const aboutDuty = ["dispatch", "return", "dispute", "rule", "uphold"];

interface MoveAidsProps {
  readonly found: CaseAnswer;
  readonly offer: MoveOffer;
}

export function MoveAids({ found, offer }: MoveAidsProps) {
  return <>{aboutDuty.includes(offer.action) && <PrecedentList caseId={found.id} />}</>;
}
