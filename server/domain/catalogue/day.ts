import { type Day, type Instant, parseDay, startOfDay } from "../time.ts";

/** The first instant of a day; of a day that is none, the end of time, so that nothing counts as younger. */
export function firstInstantOf(day: Day): Instant {
  const number = parseDay(day);
  return number === null ? Number.POSITIVE_INFINITY : startOfDay(number);
}
