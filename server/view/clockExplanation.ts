/** A clock explains itself: its policy, its calendar, the days that counted, and what moved its end since. */
import type { ClockExplanation } from "../domain/clockAnswers.ts";
import { type CalendarBook, calendarCode } from "../domain/calendars.ts";
import type { CaseEvent } from "../domain/case.ts";
import type { Clock } from "../domain/clock.ts";
import { turnsOf } from "../domain/clockStory.ts";
import { answerDue } from "../domain/dueDays.ts";
import { dueSentence, pauseSentence } from "../domain/dueSentence.ts";
import type { Reference } from "../domain/reference.ts";
import { limitSource } from "./limitSource.ts";

interface Around {
  readonly reference: Reference;
  readonly calendars: CalendarBook;
}

export function clockExplanation(
  clock: Clock,
  events: readonly CaseEvent[],
  { reference, calendars }: Around,
): ClockExplanation {
  const { policy, startedAt, dueAt } = clock;
  const answer = answerDue(startedAt, policy.budget, calendars.frozen(policy.calendar));
  // A pause runs to a date that was granted, whatever the budget says.
  const isGiven = clock.kind === "suspend";
  return {
    id: clock.id,
    sentence: isGiven ? pauseSentence(dueAt) : dueSentence(answer),
    days: isGiven ? [] : answer.days,
    measure: policy.budget.unit === "workday" ? "workday" : "hour",
    firstDueAt: isGiven ? dueAt : answer.dueAt,
    dueAt,
    notAnnounced: isGiven ? [] : answer.notAnnounced,
    turns: turnsOf(clock, events),
    policy: { code: policy.code, version: policy.version, ...limitSource(policy.code, reference) },
    calendar: calendarOfClock(policy.calendar, reference),
  };
}

function calendarOfClock(id: string | undefined, { calendars }: Reference): ClockExplanation["calendar"] {
  const code = calendarCode(id) ?? calendars[0]?.code ?? "";
  const name = calendars.find((row) => row.code === code)?.name ?? code;
  return { name, version: id?.split("@")[1] ?? "" };
}
