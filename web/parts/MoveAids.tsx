/** What a person should know before this act, shown in its form. */
import type { CaseAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import type { FormValues } from "../state/moveForm.ts";
import { ClosingCheck } from "./ClosingCheck.tsx";
import { PrecedentList } from "./PrecedentList.tsx";
import { ReadingReasons } from "./ReadingReasons.tsx";
import { ReplyCheck } from "./ReplyCheck.tsx";
import { OpenParts, TellPreview } from "./TellPreview.tsx";

/** Acts that say whose duty it is: earlier rulings speak to them. */
const aboutDuty = ["dispatch", "return", "dispute", "rule", "uphold"];

/** Acts that say what it is, or whose: how it was read and what was done with cases told alike. */
const aboutMatter = ["file", "dispatch"];
/** Acts that judge a result, and those that bring one. */
const looksAtResult = ["check", "rework", "close", "closeUnsolved", "recheck"];
const writesResult = ["handle", "admit"];

interface MoveAidsProps {
  readonly found: CaseAnswer;
  readonly offer: MoveOffer;
  readonly values: FormValues;
}

export function MoveAids({ found, offer, values }: MoveAidsProps) {
  return (
    <>
      {aboutMatter.includes(offer.action) && <ReadingReasons caseId={found.id} />}
      {aboutDuty.includes(offer.action) && <PrecedentList caseId={found.id} />}
      {looksAtResult.includes(offer.action) && <ClosingCheck caseId={found.id} version={found.version} />}
      <OpenParts found={found} offer={offer} />
      {writesResult.includes(offer.action) && <ReplyCheck caseId={found.id} values={values} />}
      <TellPreview found={found} offer={offer} values={values} />
    </>
  );
}
