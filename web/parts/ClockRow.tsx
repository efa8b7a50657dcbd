/** One clock: kind, whose time, limit, and either what is left or how it ended. */
import type { ClockAnswer } from "../../server/domain/clockAnswers.ts";
import { clockWords } from "../../server/domain/words.ts";
import { momentText, pausedUntil } from "../state/moment.ts";
import { calendarNamed } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import styles from "./ClockRow.module.css";
import { ClockDays } from "./ClockDays.tsx";
import { Countdown } from "./Countdown.tsx";
import { Icon } from "./Icon.tsx";

export function ClockRow({ caseId, clock }: { readonly caseId: string; readonly clock: ClockAnswer }) {
  return (
    <li class={`${styles["row"]} ${clock.running ? "" : styles["ended"]}`}>
      <div>
        <p class={styles["kind"]}>{clock.name ?? clockWords[clock.kind]}</p>
        <p class={`muted ${styles["whose"]}`}>
          {clock.unit && <span>{clock.unit.name} </span>}
          <span>{caseWords.limit(clock.budget)}</span>
        </p>
      </div>
      <div class={styles["state"]}>
        {clock.running ? <Countdown of={clock} /> : <Ended clock={clock} />}
        {clock.running && <Pause clock={clock} />}
      </div>
      <ClockDays caseId={caseId} clockId={clock.id} />
    </li>
  );
}

function Ended({ clock }: { readonly clock: ClockAnswer }) {
  const word = clock.outcome === null ? caseWords.stopped : caseWords.outcomes[clock.outcome];
  return (
    <span class={`${styles["outcome"]} ${clock.outcome === "missed" ? styles["missed"] : ""}`}>
      {word}
      {clock.stoppedAt !== null && <small>{momentText(clock.stoppedAt, now.value)}</small>}
    </span>
  );
}

/** Outside office hours an office clock stands: said, so that nobody wonders why it does not move. */
function Pause({ clock }: { readonly clock: ClockAnswer }) {
  const calendar = calendarNamed(clock.dueBy.calendar);
  if (clock.budget.unit.startsWith("calendar") || calendar === null) return null;
  const until = pausedUntil(now.value, calendar);
  return until === null ? null : (
    <p class={styles["paused"]}>
      <Icon name="pause" size={13} />
      {words.moment.paused(momentText(until, now.value))}
    </p>
  );
}
