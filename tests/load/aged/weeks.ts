/** The years that cases are told in, week by week. */
import { DAY } from "../../../server/domain/time.ts";

export const WEEK = 7 * DAY;
/** Ten years. */
export const MOST_WEEKS = 520;
/** Earlier weeks begin where the month that is under way cannot reach. */
export const FIRST_WEEK = 5;
const WEEKS_OF_MONTH = 31 / 7;

export interface Week {
  /** How long ago, in weeks; 0 is the month that is under way. */
  readonly week: number;
  readonly amount: number;
}

/**
 * The oldest first. Every week has as many cases, and the last month as many as its weeks; fewer weeks when there would be
 * fewer cases in one than in a week of the month that is played.
 */
export function weeksOf(cases: number, patterns: number): readonly Week[] {
  const weeks = Math.max(
    0,
    Math.min(MOST_WEEKS, Math.floor((cases / patterns) * WEEKS_OF_MONTH) - FIRST_WEEK),
  );
  const each = Math.floor(cases / (weeks + WEEKS_OF_MONTH));
  const earlier = Array.from({ length: weeks }, (_, at) => ({
    week: FIRST_WEEK + weeks - 1 - at,
    amount: each,
  }));
  return [...earlier, { week: 0, amount: cases - each * weeks }];
}
