/** The judge of clocks follows a limit through its pauses, also when it goes on and ends in one act. */
import { expect, it } from "vitest";
import { aCase } from "../../fixtures/build.ts";
import { loadReference } from "../../fixtures/load.ts";
import { calendarOf, createCalendarBook } from "../../server/domain/calendars.ts";
import {
  type Clock,
  endSilently,
  holdClock,
  resumeClock,
  silently,
  startClock,
} from "../../server/domain/clock.ts";
import { ladderPolicy } from "../../server/domain/limits.ts";
import { DAY, parseInstant } from "../../server/domain/time.ts";
import { createFindings } from "../../server/simulate/findings.ts";
import { createClockJudge } from "../../server/simulate/judge/clocks.ts";

const reference = loadReference();
const calendar = createCalendarBook(reference).of(null);
const start = parseInstant("2026-03-10T09:30:00+08:00") ?? 0;

function judged(before: Clock, after: Clock) {
  const findings = createFindings();
  const judge = createClockJudge(reference, findings);
  judge.judge(before, after, { case: aCase(), events: [] });
  return findings.first();
}

function parked(): Clock {
  const policy = ladderPolicy("supervise", reference);
  const begin = { id: "c1", caseId: "a", kind: "ladder" as const, unit: "XNZX", policy };
  return holdClock(silently(startClock(begin, start, calendar)), start + DAY / 48, calendar);
}

it("a parked step of the ladder that comes back and ends at once has moved by what it was parked", () => {
  const before = parked();
  const back = start + 3 * DAY;
  expect(judged(before, endSilently(resumeClock(before, back, calendar), back, calendar))).toBeNull();
});

it("a limit that moved while it stood still is found", () => {
  const before = parked();
  expect(judged(before, { ...before, dueAt: before.dueAt + 5000 })).toMatchObject({
    invariant: "clockExact",
  });
});

it("a limit that came back with more than was left of it is found", () => {
  const before = parked();
  const back = start + 3 * DAY;
  const after = endSilently(resumeClock(before, back, calendar), back, calendar);
  expect(judged(before, { ...after, dueAt: after.dueAt + 5000 })).toMatchObject({ invariant: "clockExact" });
});

it("the end of the morning and the beginning of the afternoon are the same hour of work, five seconds later are not", () => {
  const minute = (text: string) => parseInstant(`2026-07-${text}:00+08:00`) ?? 0;
  const budget = { value: 2, unit: "workHour" } as const;
  const policy = { ...ladderPolicy("supervise", reference), budget };
  const begin = { id: "c1", caseId: "a", kind: "ladder" as const, unit: "XNZX", policy };
  const morning = silently(startClock(begin, minute("14T09:00"), calendar));
  const before = holdClock(morning, minute("14T10:00"), calendar);
  const after = resumeClock(before, minute("15T11:00"), calendar);
  expect(after.dueAt).toBe(minute("15T12:00"));
  const withDue = (dueAt: number): Clock => ({ ...after, dueAt, warnAt: dueAt });
  expect(judged(before, withDue(minute("15T14:00")))).toBeNull();
  expect(judged(before, withDue(minute("15T14:00") + 5000))).toMatchObject({ invariant: "clockExact" });
});

it("a warning that falls to the very end of a morning is there, not in the afternoon", () => {
  // 70 % of 12 days is 8.4; 0.4 of a summer day of 4 and 6 hours is its morning
  const row = reference.calendars.find(({ code }) => code === "zhifa");
  const zhifa = calendarOf(row ?? expect.fail("The demo county has no calendar zhifa"), reference);
  const budget = { value: 12, unit: "workday" } as const;
  const policy = { ...ladderPolicy("supervise", reference), budget, warn: { share: 0.3 } };
  const begin = { id: "c1", caseId: "a", kind: "supervise" as const, unit: "XNZX", policy };
  const clock = startClock(begin, parseInstant("2026-06-26T14:43:17+08:00") ?? 0, zhifa);
  expect(clock.warnAt).toBe(parseInstant("2026-07-05T11:30:00+08:00"));
  const judge = (told: Clock) => {
    const findings = createFindings();
    createClockJudge(reference, findings).judge(undefined, told, { case: aCase(), events: [] });
    return findings.first();
  };
  expect(judge(clock)).toBeNull();
  expect(judge({ ...clock, warnAt: clock.warnAt - 5000 })).toMatchObject({ invariant: "clockExact" });
});
