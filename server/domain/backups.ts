/** Which backups are kept: the newest of each hour, day, week and month, as many of them as the rule says. Pure. */
import { dayNumber, dayOf, HOUR, type Instant, MINUTE } from "./time.ts";

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

/** An empty folder is left in peace for so long: a house that is only being tried needs no backup. */
const FIRST = 10 * MINUTE;
/** After one that failed: the reason may pass, and a full disk is not written to every minute. */
const AGAIN = 15 * MINUTE;

export interface BackupTimes {
  /** When the house was opened. */
  readonly begun: Instant;
  /** null: there is none. */
  readonly last: Instant | null;
  /** When one was tried in vain since the last; null: never. */
  readonly failed: Instant | null;
  readonly everyHours: number;
}

/** A time that was missed while the house was closed is made up for at once; a clock that was set back delays nothing. */
export function isBackupDue({ begun, last, failed, everyHours }: BackupTimes, now: Instant): boolean {
  if (failed !== null && failed <= now && now < failed + AGAIN) return false;
  if (last === null) return now >= begun + FIRST;
  return last > now || now >= last + everyHours * HOUR;
}

/** Two rounds and an hour without a good one: somebody has to look. */
export function isBackupLate(
  { begun, last, everyHours }: Omit<BackupTimes, "failed">,
  now: Instant,
): boolean {
  return now >= (last ?? begun) + (2 * everyHours + 1) * HOUR;
}
