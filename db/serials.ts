/** Running numbers of a day (案卷号 serials) for a single process: drawn from memory, written with the next commit. */
import type { Day } from "../server/domain/time.ts";

export interface Serials {
  draw(day: Day): number;
  /** Counters that were drawn from and are not on disk yet. */
  unwritten(): readonly Counter[];
  /** These are on disk; what was drawn meanwhile is not. */
  written(counters: readonly Counter[]): void;
}

interface Counter {
  readonly name: string;
  readonly n: number;
}

/** @param stored reads the last number that was written for a day, 0 when there is none. */
export function createSerials(stored: (name: string) => number): Serials {
  const last = new Map<string, number>();
  const changed = new Set<string>();
  return {
    draw(day) {
      const name = counterOf(day);
      const n = (last.get(name) ?? stored(name)) + 1;
      last.set(name, n);
      changed.add(name);
      return n;
    },
    unwritten: () => [...changed].map((name) => ({ name, n: last.get(name) ?? 0 })),
    written(counters) {
      for (const { name, n } of counters) if (last.get(name) === n) changed.delete(name);
    },
  };
}

export function counterOf(day: Day): string {
  return `case:${day}`;
}
