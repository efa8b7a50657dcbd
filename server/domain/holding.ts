/** Who a case waits for (现在在谁手里), as guards and lists ask it. */

/** A nudge (催办) goes to somebody else: whoever holds the case need only act. @param unit null for who has none. */
export function isHeldByOthers(holder: string | null, unit: string | null): boolean {
  return unit === null || holder !== unit;
}
