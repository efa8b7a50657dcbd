/** Which backups are kept: the newest of each hour, day, week and month, as many of them as the rule says. Pure. */
import { dayNumber, dayOf, HOUR, type Instant } from "./time.ts";

/** How many backups of each length are kept; data in fixtures/backup.json. */
export interface RetentionRule {
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Days are China's; weeks begin on Monday (1 January 1970 was a Thursday). */
const MONDAY = 3;

/** @returns the instants of backups that may go, oldest first. The newest one never may. */
export function spentBackups(backups: readonly Instant[], rule: RetentionRule): readonly Instant[] {
  const newestFirst = [...backups].sort((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, 1));
  const periods: readonly (readonly [number, (at: Instant) => number | string])[] = [
    [rule.hourly, (at) => Math.floor(at / HOUR)],
    [rule.daily, (at) => dayNumber(at)],
    [rule.weekly, (at) => Math.floor((dayNumber(at) + MONDAY) / 7)],
    [rule.monthly, (at) => dayOf(dayNumber(at)).slice(0, 7)],
  ];
  for (const [amount, periodOf] of periods) {
    const seen = new Set<number | string>();
    for (const at of newestFirst) {
      const period = periodOf(at);
      if (seen.has(period)) continue;
      if (seen.size >= amount) break;
      seen.add(period);
      kept.add(at);
    }
  }
  return newestFirst.filter((at) => !kept.has(at)).reverse();
}
