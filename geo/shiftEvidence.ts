/** Which of many points are looked up: what tells where a thing is known to be takes time to find. */
import { shiftRunOf, type TimedPair } from "./shiftRun.ts";

export interface Looking<Pair> {
  /** How many points there are, in the order of time. */
  readonly count: number;
  /** null where nothing tells where the thing of this point is. Asked once for each. */
  readonly look: (index: number) => Pair | null;
  /** So many pairs, spread over the time, prove a shift. */
  readonly mostPairs: number;
  /** So many more are looked up on either side of a run, to find where it begins and ends. */
  readonly mostAtEdge: number;
}

/** @returns pairs in the order of time. */
export function evidenceOf<Pair extends TimedPair>({ count, look, mostPairs, mostAtEdge }: Looking<Pair>) {
  const looked = new Map<number, Pair | null>();
  let pairs = 0;
  for (const index of spreadOver(count)) {
    if (pairs === mostPairs) break;
    if (lookAt(index) !== null) pairs += 1;
  }
  const run = shiftRunOf(found());
  if (run !== undefined) {
    const [first, last] = [placeOf(run.pairs[0]), placeOf(run.pairs.at(-1))];
    // Away from the run, up to the pair beside it
    for (let at = first - 1; at >= Math.max(0, first - mostAtEdge) && !looked.get(at); at -= 1) lookAt(at);
    const end = Math.min(count - 1, last + mostAtEdge);
    for (let at = last + 1; at <= end && !looked.get(at); at += 1) lookAt(at);
  }
  return found();

  function lookAt(index: number): Pair | null {
    const known = looked.get(index);
    if (known !== undefined) return known;
    const pair = look(index);
    looked.set(index, pair);
    return pair;
  }

  function found(): readonly Pair[] {
    return [...looked].sort(([a], [b]) => a - b).flatMap(([, pair]) => pair ?? []);
  }

  function placeOf(pair: Pair | undefined): number {
    return [...looked].find(([, other]) => other === pair)?.[0] ?? 0;
  }
}

/** Every index below a count, coarsely over all of it first and ever finer: so few tell of the whole time. */
function* spreadOver(count: number): Generator<number> {
  let step = 1;
  while (step < count) step *= 2;
  if (count > 0) yield 0;
  for (; step >= 1; step /= 2) for (let at = step; at < count; at += 2 * step) yield at;
}
