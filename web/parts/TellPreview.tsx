/** 将告知群众: what the reporter will read of this act, as it is being written; and what of it is still open. */
import type { CaseAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import { isShownToReporter, progressEntry, wordsForReporter } from "../../server/domain/progressWords.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import { phraseWords } from "../phraseWords.ts";
import type { FormValues } from "../state/moveForm.ts";
import { wayToReporter } from "../state/wayToReporter.ts";
import { words } from "../words.ts";
import { Hint } from "./Notice.tsx";

interface TellPreviewProps {
  readonly found: CaseAnswer;
  readonly offer: MoveOffer;
  readonly values: FormValues;
}

export function TellPreview({ found, offer, values }: TellPreviewProps) {
  const tells = moveNamed(offer.action)?.tells.includes("reporter") ?? false;
  if (!tells && !isShownToReporter(offer.action)) return null;
  const { told } = phraseWords;
  const field = wordsForReporter(offer.action);
  const written = field === null ? null : values[field];
  const text = typeof written === "string" ? written.trim() : "";
  const way = wayToReporter(found);
  const title = way === "byInbox" ? told.colleague : told.notified;
  return (
    <Hint>
      <strong>{tells ? title : told.shown}</strong>
      <p>
        {progressEntry(offer.action, found.leadUnit?.name ?? null)}
        {field !== null && <q>{text === "" ? told.empty : text}</q>}
      </p>
      {way !== "byPhone" && (tells || way === "hidden") && <p class="muted">{told[way]}</p>}
    </Hint>
  );
}

/** Acts after which nobody goes on with a part that is still open. */
const leaving = ["handle", "admit", "return", "dispute", "askSuspension", "releaseAssist", "close"];

/** What others still do, by name. */
export function OpenParts({ found, offer }: Omit<TellPreviewProps, "values">) {
  if (!leaving.includes(offer.action)) return null;
  const assists = found.assignments.filter(
    ({ part, state }) => part === "assist" && (state === "called" || state === "signed"),
  );
  const stages = found.stages.filter(({ doneAt }) => doneAt === null);
  return (
    <>
      {assists.length > 0 && (
        <Hint tone="warn">
          {phraseWords.openParts(assists.map(({ unit }) => unit.name).join(words.comma))}
        </Hint>
      )}
      {stages.length > 0 && offer.action !== "handle" && (
        <Hint tone="warn">{phraseWords.openStages(stages.map(({ name }) => name).join(words.comma))}</Hint>
      )}
    </>
  );
}
