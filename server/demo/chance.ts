/** Chance that repeats itself: the same seed tells the same story. */

export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  happens(probability: number): boolean;
  between(low: number, high: number): number;
  /** @throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weight: (value: T) => number): T;
}

export function createChance(seed: string): Chance {
  let state = hashOf(seed);

  /** mulberry32: 32 bits of state are plenty for a few thousand throws. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function weighted<T>(list: readonly T[], weight: (value: T) => number): T {
    let left = next() * list.reduce((sum, value) => sum + weight(value), 0);
    for (const value of list) {
      left -= weight(value);
      if (left < 0) return value;
    }
    return last(list);
  }

  return {
    next,
    weighted,
    happens: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)] ?? last(list),
  };
}

function last<T>(list: readonly T[]): T {
  const value = list.at(-1);
  if (value === undefined) throw new Error("Got an empty list to choose from");
  return value;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
