/** Chance that can be repeated: the same seed gives the same numbers on every machine (mulberry32). */
export type Random = () => number;

/** @returns numbers from 0 up to, not including, 1. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** In place. */
export function shuffle(order: Int32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** 0 … length - 1, shuffled. */
export function shuffled(length: number, random: Random): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  shuffle(order, random);
  return order;
}
