/** How a limit was counted: one sentence, what happened since, policy and calendar, and each day. Asked for when opened. */
import { useMemo, useState } from "preact/hooks";
import type { ClockExplanation } from "../../server/domain/answers.ts";
import { ask } from "../api.ts";
import { ruleBookWords } from "../ruleBookWords.ts";
import { momentText } from "../state/moment.ts";
import { createResource } from "../state/resource.ts";
import { now } from "../state/serverTime.ts";
import styles from "./ClockDays.module.css";
import { Loading, ProblemNotice } from "./Notice.tsx";

interface ClockDaysProps {
  readonly caseId: string;
  readonly clockId: string;
}

export function ClockDays({ caseId, clockId }: ClockDaysProps) {
  const [isOpen, setOpen] = useState(false);
  const told = useMemo(
    () => createResource<ClockExplanation>(() => ask(`/api/cases/${caseId}/clocks/${clockId}`)),
    [caseId, clockId],
  );
  const found = told.value.value;
  const problem = told.problem.value;

  function toggle(event: Event): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    setOpen(open);
    if (open) void told.load();
  }

  return (
    <details class={styles["how"]} onToggle={toggle}>
      <summary>{ruleBookWords.how}</summary>
      {isOpen && !found && !problem && <Loading />}
      {isOpen && problem && <ProblemNotice problem={problem} retry={told.load} />}
      {found && <Told found={found} />}
    </details>
  );
}

function Told({ found }: { readonly found: ClockExplanation }) {
  const moment = (at: number) => momentText(at, now.value);
  const { days } = ruleBookWords;
  return (
    <div class={styles["told"]}>
      <p>{found.sentence}</p>
      {found.turns.map((turn) => (
        <p key={`${turn.at}-${turn.action}`}>{ruleBookWords.turn(moment(turn.at), turn.action, turn.what)}</p>
      ))}
      {found.dueAt !== found.firstDueAt && (
        <p>{ruleBookWords.moved(moment(found.firstDueAt), moment(found.dueAt))}</p>
      )}
      <p class="muted">{ruleBookWords.policy(found)}</p>
      <p class="muted">{ruleBookWords.calendar(found)}</p>
      {found.days.length > 0 && (
        <details>
          <summary>{ruleBookWords.dayByDay}</summary>
          <table class={styles["days"]}>
            <thead>
              <tr>
                {Object.values(days).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.days.map((day) => (
                <tr key={day.day} class={day.spent > 0 ? "" : styles["off"]}>
                  <th scope="row">
                    {day.day.slice(5)} {day.weekday}
                  </th>
                  <td>{ruleBookWords.dayKind(day)}</td>
                  <td>{ruleBookWords.counted(day)}</td>
                  <td>{ruleBookWords.amount(day.left, found.measure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
