/** Acts that would be this person's but for one rule: dead buttons, each with why, what instead, and the line it rests on. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { BlockedMove } from "../../server/domain/ruleAnswers.ts";
import { actName } from "../state/moveForm.ts";
import { caseWords } from "../caseWords.ts";
import styles from "./BlockedMoves.module.css";
import { Fold } from "./Fold.tsx";
import { RuleLines } from "./Notice.tsx";

interface BlockedMovesProps {
  readonly found: Pick<CaseAnswer, "blocked" | "item" | "number">;
}

export function BlockedMoves({ found }: BlockedMovesProps) {
  const { blocked } = found;
  if (blocked.length === 0) return null;
  return (
    <Fold found={found} title={caseWords.blockedMoves(blocked.length)} class={styles["blocked"]}>
      <ul>
        {byRule(blocked).map(({ rule, actions }) => (
          <li key={rule.id}>
            <div class={styles["buttons"]}>
              {actions.map((action) => (
                <button
                  key={action}
                  type="button"
                  class="button"
                  disabled
                  aria-describedby={`why-${rule.id}`}
                >
                  {actName({ action })}
                </button>
              ))}
            </div>
            <div id={`why-${rule.id}`} class={styles["why"]}>
              <p>{rule.why}</p>
              <RuleLines rule={rule} />
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface Reason {
  readonly rule: BlockedMove["rule"];
  readonly actions: readonly string[];
}

/** One reason often stands before several acts: it is read once. */
function byRule(blocked: readonly BlockedMove[]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { action, rule } of blocked) {
    const actions = reasons.get(rule.id)?.actions ?? [];
    reasons.set(rule.id, { rule, actions: [...actions, action] });
  }
  return [...reasons.values()];
}
