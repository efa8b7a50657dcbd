/** Why this unit leads: rule, place, duty list and ruling in sentences; what is unclear stands in front. */
import type { ResponsibleAnswer } from "../../server/domain/readerAnswers.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { Hint } from "./Notice.tsx";
import styles from "./Panel.module.css";

export function UnitReasons({ responsible }: { readonly responsible: ResponsibleAnswer }) {
  const { assisting, basis, unclear, why } = responsible;
  const [last] = why.slice(-1);
  return (
    <div class={styles["unit"]}>
      {unclear !== null && last !== undefined && <Hint tone="warn">{last}</Hint>}
      <p class="muted">{caseWords.byDuty(basis.name)}</p>
      {assisting.length > 0 && (
        <p class="muted">{caseWords.assisting(assisting.map((unit) => unit.name).join(words.comma))}</p>
      )}
      <details>
        <summary>{caseWords.whyUnit}</summary>
        <ul>
          {why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
