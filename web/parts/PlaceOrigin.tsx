/** Where the coordinates came from, and every place before: 更正位置 never loses where it was reported. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { earlierWords, pointWords } from "../pointWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";

type PlaceOriginProps = Pick<CaseAnswer, "sentPoint" | "earlierPlaces">;

export function PlaceOrigin({ sentPoint, earlierPlaces }: PlaceOriginProps) {
  return (
    <>
      {sentPoint && <p class="muted">{pointWords(sentPoint)}</p>}
      {earlierPlaces.length > 0 && (
        <details>
          <summary class="muted">{earlierWords.title(earlierPlaces.length)}</summary>
          <ol>
            {earlierPlaces.map(({ point, cell, until, metres }) => (
              <li key={until} class="muted">
                {[
                  earlierWords.heldUntil(cell?.name ?? null, momentText(until, now.value), metres),
                  ...(point === null ? [] : [pointWords(point)]),
                ].join(words.comma)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
