/** What the rule book remembers of this case, line by line; nothing at all while nothing of it has happened. */
import type { RulesAnswer } from "../../server/domain/ruleAnswers.ts";
import { ruleBookWords } from "../ruleBookWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import styles from "./CaseSide.module.css";

export function RulesCard({ rules }: { readonly rules: RulesAnswer }) {
  const lines = ruleBookWords.lines(rules, (at) => momentText(at, now.value));
  if (lines.length === 0) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={ruleBookWords.rules}>
      <h2>{ruleBookWords.rules}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
