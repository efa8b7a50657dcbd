/** A limit on how often an address may do something, kept in memory: it protects the house, it judges nobody. */
import type { Instant } from "./domain/time.ts";

export interface Rate {
  /** @returns false when the key has done it too often. */
  readonly allow: (key: string) => boolean;
}

export function createRate(most: number, withinMs: number, now: () => Instant): Rate {
  const instantsByKey = new Map<string, number[]>();
  let swept = 0;

  function sweep(at: Instant): void {
    if (at - swept < withinMs) return;
    swept = at;
    for (const [key, instants] of instantsByKey)
      if ((instants.at(-1) ?? 0) <= at - withinMs) instantsByKey.delete(key);
  }

  return {
    allow(key) {
      const at = now();
      sweep(at);
      const recent = (instantsByKey.get(key) ?? []).filter((instant) => instant > at - withinMs);
      if (recent.length >= most) return false;
      instantsByKey.set(key, [...recent, at]);
      return true;
    },
  };
}
