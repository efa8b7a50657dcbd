/** 偏移时段: from when to when the points of a source were wrong in one way, where it was right before or after. */
import { FEWEST_PAIRS, LEAST_METRES } from "./offset.ts";
import { degreeScale, metresBetween } from "./near.ts";
import {
  asStated,
  DATUMS,
  LEAST_SHARE,
  type SentPair,
  type Shift,
  type ShiftCause,
  shiftOf,
  STREET_METRES,
  withoutShift,
} from "./shift.ts";

/** A pair with when its point was sent, in epoch milliseconds. */
export interface TimedPair extends SentPair {
  readonly at: number;
}

export interface ShiftRun<Pair extends TimedPair> {
  readonly shift: Shift;
  /** The pairs of the run in the order of time: the first and the last of them show the shift. */
  readonly pairs: readonly Pair[];
  /** When the first and the last shifted point were sent. */
  readonly from: number;
  readonly until: number;
  /** When the nearest points outside that are right were sent; null where there is none on that side. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The run of pairs one after another that most of all speaks for one shift. Within it as large a share agrees as has to
 * where everything is wrong (shiftOf), and at least so many different things do: one landmark that is drawn in the wrong
 * place is no shift of those who report it again and again.
 * @returns nothing where no run is long enough. Of several runs the strongest; the others are found once it is corrected.
 */
export function shiftRunOf<Pair extends TimedPair>(pairs: readonly Pair[]): ShiftRun<Pair> | undefined {
  const inTime = pairs.toSorted((a, b) => a.at - b.at).map(misread);
  let best: Stretch | undefined;
  for (const cause of causesIn(inTime)) {
    const stretch = strongest(inTime.map((pair) => explains(cause, pair)));
    if (stretch === undefined || stretch.score <= (best?.score ?? 0)) continue;
    const agreeing = inTime.slice(stretch.first, stretch.last + 1).filter((pair) => explains(cause, pair));
    if (differentThings(agreeing) >= FEWEST_PAIRS) best = stretch;
  }
  if (best === undefined) return undefined;
  const within = inTime.slice(best.first, best.last + 1).map(({ pair }) => pair);
  const shift = shiftOf(within);
  const [first, last] = [within[0], within.at(-1)];
  if (shift === undefined || first === undefined || last === undefined) return undefined;
  const before = inTime.slice(0, best.first).findLast(isRight);
  const after = inTime.slice(best.last + 1).find(isRight);
  return {
    shift,
    pairs: within,
    from: first.at,
    until: last.at,
    before: before?.pair.at ?? null,
    after: after?.pair.at ?? null,
  };
}

interface Misread<Pair extends TimedPair = TimedPair> {
  readonly pair: Pair;
  /** Metres from where it is known to be to where it was sent. */
  readonly east: number;
  readonly north: number;
}

function misread<Pair extends TimedPair>(pair: Pair): Misread<Pair> {
  const scale = degreeScale(pair.known.lat);
  const { lng, lat } = asStated(pair.sent);
  return { pair, east: (lng - pair.known.lng) * scale.lng, north: (lat - pair.known.lat) * scale.lat };
}

/** Every datum first, as it says where the shift comes from; then each offset that one of the points has. */
function causesIn(pairs: readonly Misread[]): readonly ShiftCause[] {
  const off = pairs.filter(isOff);
  if (off.length < FEWEST_PAIRS) return [];
  return [
    ...DATUMS.map((datum) => ({ kind: "datum", datum }) as const),
    ...off.map(({ east, north }) => ({ kind: "constant", east, north }) as const),
  ];
}

function isRight({ east, north }: Pick<Misread, "east" | "north">): boolean {
  return Math.hypot(east, north) <= STREET_METRES;
}

function isOff({ east, north }: Misread): boolean {
  return Math.hypot(east, north) >= LEAST_METRES;
}

/** Whether the point is wrong, and right once the shift is taken away. */
function explains(cause: ShiftCause, { pair, east, north }: Misread): boolean {
  if (isRight({ east, north })) return false;
  if (cause.kind === "constant") return Math.hypot(east - cause.east, north - cause.north) <= STREET_METRES;
  return metresBetween(asStated(withoutShift(pair.sent, cause)), pair.known) <= STREET_METRES;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/*
 * The stretch with the greatest sum (Kadane), where what agrees counts 1 − share and what does not − share: its mean is
 * not negative, so the share is reached, and it begins and ends with what agrees, or a shorter one would sum up to more.
 */
function strongest(agrees: readonly boolean[]): Stretch | undefined {
  let best: Stretch | undefined;
  let [first, score] = [0, 0];
  for (const [at, isAgreeing] of agrees.entries()) {
    if (score <= 0) [first, score] = [at, 0];
    score += isAgreeing ? 1 - LEAST_SHARE : -LEAST_SHARE;
    if (isAgreeing && score > (best?.score ?? 0)) best = { first, last: at, score };
  }
  return best;
}

function differentThings(pairs: readonly Misread[]): number {
  return new Set(pairs.map(({ pair: { known } }) => `${known.lng} ${known.lat}`)).size;
}
