/** The lamp of a case or clock: colour, word and number together, with the absolute deadline as second line. */
import type { DueBy, Lamp } from "../../server/domain/clock.ts";
import { lampOf } from "../../server/domain/clock.ts";
import type { Instant } from "../../server/domain/time.ts";
import { lampWords } from "../../server/domain/words.ts";
import { deadlineText, leftOf, yearOf } from "../state/moment.ts";
import { calendarNamed } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import styles from "./Countdown.module.css";
import { words } from "../words.ts";

interface CountdownProps {
  readonly of: {
    readonly warnAt: Instant | null;
    readonly dueAt: Instant | null;
    readonly severeAt: Instant | null;
    /** How the limit is counted. */
    readonly dueBy: DueBy | null;
  };
  /** What to say when no clock runs. */
  readonly idle?: string;
}

export function Countdown({ of, idle = words.none }: CountdownProps) {
  const lamp = lampOf(of, now.value);
  if (of.dueAt === null || lamp === null) return <span class={styles["idle"]}>{idle}</span>;
  const { unit = null, calendar = null, provisional = false } = of.dueBy ?? {};
  const left = leftOf(of.dueAt, { now: now.value, unit }, calendarNamed(calendar));
  return (
    <span class={styles["countdown"]}>
      <LampChip lamp={lamp} text={left.text} />
      <span class={styles["due"]}>{deadlineText(of.dueAt, now.value)}</span>
      {provisional && (
        <span class={styles["provisional"]}>{words.moment.notAnnounced(yearOf(of.dueAt))}</span>
      )}
    </span>
  );
}

/** A lamp with its number; the word of the lamp is spoken, because colour never stands alone. */
export function LampChip({ lamp, text }: { readonly lamp: Lamp; readonly text: string }) {
  return (
    <span class={`${styles["chip"]} ${styles[lamp]}`}>
      <span class={styles["dot"]} aria-hidden="true" />
      <span class="visuallyHidden">{lampWords[lamp]} </span>
      {text}
    </span>
  );
}
