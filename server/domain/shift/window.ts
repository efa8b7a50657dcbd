/** 偏移时段 of a correction: only what was sent within it is moved. */
import { type Refusal, refuse } from "../case.ts";
import { DAY, type Day, dayNumber, dayOf, type Instant, parseDay, startOfDay } from "../time.ts";

/** Both ends belong to it. */
export interface ShiftWindow {
  readonly from: Instant;
  readonly until: Instant;
}

/** Whole days that somebody chose instead of what was found. */
export interface WindowDays {
  readonly from: Day;
  readonly to: Day;
}

export function isWithin({ from, until }: ShiftWindow, at: Instant): boolean {
  return at >= from && at <= until;
}

/** @param back how far back is looked, in days. @returns a refusal that names what days there are to choose from. */
export function windowOfDays(
  { from, to }: WindowDays,
  { now, back }: { readonly now: Instant; readonly back: number },
): ShiftWindow | Refusal {
  const [first, last] = [dayNumber(now - back * DAY), dayNumber(now)];
  const expected = `${dayOf(first)} 至 ${dayOf(last)} 之间的日期`;
  const [begin, end] = [parseDay(from), parseDay(to)];
  if (begin === null || begin < first || begin > last)
    return refuse("badValue", { field: "window.from", given: from, expected });
  if (end === null || end < first || end > last)
    return refuse("badValue", { field: "window.to", given: to, expected });
  if (end < begin)
    return refuse("badValue", { field: "window.to", given: to, expected: `不早于 ${from} 的日期` });
  return { from: startOfDay(begin), until: startOfDay(end + 1) - 1 };
}
