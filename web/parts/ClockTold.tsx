/** The explanation of a limit as it was asked for: fetched with its words only when somebody opens it. */
import type { ClockExplanation } from "../../server/domain/clockAnswers.ts";
import { clockWords } from "../clockWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { TableHead } from "./TableHead.tsx";
import styles from "./ClockDays.module.css";

export function ClockTold({ found }: { readonly found: ClockExplanation }) {
  const moment = (at: number) => momentText(at, now.value);
  const { days } = clockWords;
  return (
    <div class={styles["told"]}>
      <p>{found.sentence}</p>
      {found.turns.map((turn) => (
        <p key={`${turn.at}-${turn.action}`}>{clockWords.turn(moment(turn.at), turn.action, turn.what)}</p>
      ))}
      {found.dueAt !== found.firstDueAt && (
        <p>{clockWords.moved(moment(found.firstDueAt), moment(found.dueAt))}</p>
      )}
      <p class="muted">{clockWords.policy(found)}</p>
      <p class="muted">{clockWords.calendar(found)}</p>
      {found.days.length > 0 && (
        <details>
          <summary>{clockWords.dayByDay}</summary>
          <table class={styles["days"]}>
            <TableHead names={Object.values(days)} />
            <tbody>
              {found.days.map((day) => (
                <tr key={day.day} class={day.spent > 0 ? "" : styles["off"]}>
                  <th scope="row">
                    {day.day.slice(5)} {day.weekday}
                  </th>
                  <td>{clockWords.dayKind(day)}</td>
                  <td>{clockWords.counted(day)}</td>
                  <td>{clockWords.amount(day.left, found.measure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
