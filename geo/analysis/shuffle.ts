/** Shuffles that repeat themselves: the same seed gives the same orders. @returns a function that leaves its list as it is. */
export function createShuffle(seed: number): (list: Int32Array) => Int32Array {
  let state = seed >>> 0;

  /** mulberry32 */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return (list) => {
    const shuffled = list.slice();
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      const held = shuffled[last] ?? 0;
      shuffled[last] = shuffled[other] ?? 0;
      shuffled[other] = held;
    }
    return shuffled;
  };
}
