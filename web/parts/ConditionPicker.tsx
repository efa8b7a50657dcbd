/** 立案条件 of the chosen item, and what filing under one of them sets: urgency, three limits, closing rule. */
import type { ItemAnswer } from "../../server/domain/referenceAnswers.ts";
import { suggestCondition } from "../../server/domain/reading/condition.ts";
import { urgencyWords } from "../../server/domain/words.ts";
import { deadline } from "../../server/domain/worktime.ts";
import { itemDetail } from "../state/itemDetail.ts";
import { deadlineText } from "../state/moment.ts";
import { calendarOfUnit } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { caseWords } from "../caseWords.ts";
import { filingWords } from "../moveWords.ts";
import { words } from "../words.ts";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./ConditionPicker.module.css";

interface ConditionPickerProps {
  readonly name: string;
  readonly itemCode: string | null;
  /** What was reported: the condition it speaks of is marked. */
  readonly said: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function ConditionPicker({ name, itemCode, said, value, change }: ConditionPickerProps) {
  if (itemCode === null) return <p class="muted">{caseWords.noConditions}</p>;
  const detail = itemDetail(itemCode);
  const item = detail.value.value;
  const problem = detail.problem.value;
  if (!item) return problem ? <ProblemNotice problem={problem} retry={detail.load} /> : <Loading />;
  const suggested = suggestCondition(item.conditions, said);
  return (
    <>
      <div class={styles["conditions"]}>
        {item.conditions.map((condition) => (
          <label key={condition.code} class={styles["condition"]}>
            <input
              type="radio"
              name={name}
              checked={value === condition.code}
              onChange={() => change(condition.code)}
            />
            <span>
              {condition.fileWhen}
              {condition.code === suggested && <span class="muted"> {filingWords.suggested}</span>}
              {condition.urgency !== "normal" && (
                <strong class={styles["urgency"]}> {urgencyWords[condition.urgency]}</strong>
              )}
            </span>
          </label>
        ))}
      </div>
      <Sets item={item} conditionCode={value} />
    </>
  );
}

/** Before it is sent: what this choice means for everybody who comes after. */
function Sets({ item, conditionCode }: { readonly item: ItemAnswer; readonly conditionCode: string }) {
  const condition = item.conditions.find((row) => row.code === conditionCode);
  const { limits, urgency } = condition ?? item;
  const plan = item.plans.find(({ conditions }) => conditions.includes(conditionCode));
  const stages = [
    [filingWords.accept, limits.accept],
    [filingWords.respond, limits.respond],
    [filingWords.handle, plan?.total ?? limits.handle],
  ] as const;
  const counting = calendarOfUnit(item.leadUnit.code);
  const due = (budget: (typeof stages)[number][1]) =>
    counting === null ? "" : deadlineText(deadline(now.value, budget, counting), now.value);
  return (
    <section class={styles["sets"]} aria-live="polite">
      <h3>{condition ? filingWords.sets : filingWords.setsItem}</h3>
      <dl>
        <div>
          <dt>{filingWords.urgency}</dt>
          <dd>{urgencyWords[urgency]}</dd>
        </div>
        {stages.map(([label, budget]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {caseWords.limit(budget)}
              {label !== filingWords.accept && <span class="muted"> {filingWords.by(due(budget))}</span>}
            </dd>
          </div>
        ))}
        {plan && (
          <div>
            <dt>{filingWords.stages}</dt>
            <dd>
              {plan.stages.map((stage) => filingWords.stage(stage.name, stage.budget)).join(words.arrow)}
            </dd>
          </div>
        )}
        {condition && (
          <div>
            <dt>{filingWords.closeWhen}</dt>
            <dd>{condition.closeWhen}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
