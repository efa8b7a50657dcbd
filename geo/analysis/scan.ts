import { metresBetween } from "../near.ts";
import type { Point } from "../point.ts";
import { createShuffle } from "./shuffle.ts";

/** One event as the scan sees it. */
export interface ScanEvent {
  /** What kind of matter it is: events of different kinds are never counted together. */
  readonly subject: string;
  /** Place of its cell in the list of middles. */
  readonly cell: number;
  /** How many days ago, from 0. */
  readonly day: number;
}

export interface ScanOptions {
  /** Circles reach this far around a cell's middle. */
  readonly metres: number;
  /** Windows reach from now back to this many days. */
  readonly days: number;
  /** Fewer events are no cluster. */
  readonly fewest: number;
  /** Shuffled histories that the found ones are held against; the least p is 1 / (rounds + 1). */
  readonly rounds: number;
  readonly seed: number;
}

/** More of one kind, in a circle of cells and the last so many days, than the rest of the data lets expect. */
export interface ScanCluster {
  readonly subject: string;
  /** Cells with events of it in the window, the centre of the circle first. */
  readonly cells: readonly number[];
  readonly days: number;
  readonly events: number;
  /** How many there would be if the days of all events of this kind had nothing to do with their places. */
  readonly expected: number;
  readonly score: number;
  /**
   * Share of histories, shuffled ones and this one, whose strongest cylinder of any kind anywhere is at least as strong: so
   * it already allows for having looked at all places, sizes, windows and kinds (Kulldorff 1997, 2005).
   */
  readonly p: number;
}

/**
 * Kulldorff's prospective space-time permutation scan (2005). It needs no population: places that always have much and
 * weeks with much everywhere are expected to go on so. Yields after every round, so that a server can breathe meanwhile.
 */
export function* scanSpaceTime(
  events: readonly ScanEvent[],
  middles: readonly Point[],
  options: ScanOptions,
): Generator<number, readonly ScanCluster[]> {
  const strata = strataOf(events, middles, options);
  const found = strata.flatMap((stratum) => strongest(stratum, options));
  const best = apart(found);
  if (best.length === 0) return [];
  const shuffle = createShuffle(options.seed);
  const exceeded = best.map(() => 0);
  for (let round = 1; round <= options.rounds; round += 1) {
    const score = Math.max(...strata.map((stratum) => highest(stratum, shuffle(stratum.days), options)));
    for (const [at, { score: own }] of best.entries())
      if (score >= own) exceeded[at] = (exceeded[at] ?? 0) + 1;
    yield round;
  }
  return best.map((cluster, at) => ({ ...cluster, p: (1 + (exceeded[at] ?? 0)) / (options.rounds + 1) }));
}

/** All rounds at once. */
export function scanAtOnce(...asked: Parameters<typeof scanSpaceTime>): readonly ScanCluster[] {
  const steps = scanSpaceTime(...asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The events of one kind: only cells that have any are ever walked over. */
interface Stratum {
  readonly subject: string;
  /** Cells with events, by their place in the list of middles. */
  readonly cells: readonly number[];
  /** For each of them, all of them within reach, itself first. */
  readonly reach: readonly Int32Array[];
  /** Cell (place in `cells`) and day of each event. */
  readonly at: Int32Array;
  readonly days: Int32Array;
  /** Events of each cell, whenever. */
  readonly totals: Int32Array;
  /** `ended[w]`: events of the last w days; the same for every shuffle. */
  readonly ended: Int32Array;
}

function strataOf(
  events: readonly ScanEvent[],
  middles: readonly Point[],
  options: ScanOptions,
): readonly Stratum[] {
  const bySubject = new Map<string, ScanEvent[]>();
  for (const event of events) {
    const same = bySubject.get(event.subject);
    if (same) same.push(event);
    else bySubject.set(event.subject, [event]);
  }
  return [...bySubject.keys()]
    .sort()
    .map((subject) => stratumOf(subject, bySubject.get(subject) ?? [], { middles, options }))
    .filter(({ at }) => at.length >= options.fewest);
}

function stratumOf(
  subject: string,
  events: readonly ScanEvent[],
  { middles, options }: { readonly middles: readonly Point[]; readonly options: ScanOptions },
): Stratum {
  const cells = [...new Set(events.map(({ cell }) => cell))].sort((a, b) => a - b);
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  const at = Int32Array.from(events, ({ cell }) => placeOf.get(cell) ?? 0);
  const days = Int32Array.from(events, ({ day }) => day);
  const totals = new Int32Array(cells.length);
  for (const place of at) totals[place] = (totals[place] ?? 0) + 1;
  const ended = new Int32Array(options.days + 1);
  for (const day of days) if (day < options.days) ended[day + 1] = (ended[day + 1] ?? 0) + 1;
  for (let w = 1; w <= options.days; w += 1) ended[w] = (ended[w] ?? 0) + (ended[w - 1] ?? 0);
  const points = cells.map((cell) => middles[cell] ?? { lng: 0, lat: 0 });
  return { subject, cells, reach: reachOf(points, options.metres), at, days, totals, ended };
}

function reachOf(points: readonly Point[], metres: number): readonly Int32Array[] {
  return points.map((centre) => {
    const near = points
      .map((point, place) => ({ place, away: metresBetween(centre, point) }))
      .filter(({ away }) => away <= metres)
      .sort((a, b) => a.away - b.away || a.place - b.place);
    return Int32Array.from(near, ({ place }) => place);
  });
}

/** What the walk over all cylinders meets: centre, how many of its reach, window, events in it, score. */
type Meet = (centre: number, size: number, window: number, count: number, score: number) => void;

function walk(stratum: Stratum, days: Int32Array, options: ScanOptions, meet: Meet): void {
  const { reach, totals, ended, at, cells } = stratum;
  const windows = options.days;
  const all = at.length;
  const counts = new Int32Array(cells.length * windows);
  for (const [index, place] of at.entries()) {
    const day = days[index] ?? 0;
    if (day < windows) counts[place * windows + day] = (counts[place * windows + day] ?? 0) + 1;
  }
  const inZone = new Int32Array(windows);
  for (const [centre, within] of reach.entries()) {
    inZone.fill(0);
    let total = 0;
    for (const [size, place] of within.entries()) {
      total += totals[place] ?? 0;
      let count = 0;
      for (let day = 0; day < windows; day += 1) {
        const grown = (inZone[day] ?? 0) + (counts[place * windows + day] ?? 0);
        inZone[day] = grown;
        count += grown;
        if (count < options.fewest) continue;
        const expected = (total * (ended[day + 1] ?? 0)) / all;
        if (count > expected) meet(centre, size + 1, day + 1, count, scoreOf(count, expected, all));
      }
    }
  }
}

/** Logarithm of the likelihood ratio: that the cylinder has a rate of its own, against one rate for all. */
function scoreOf(count: number, expected: number, all: number): number {
  const outside = all - count;
  const rest = outside === 0 ? 0 : outside * Math.log(outside / (all - expected));
  return count * Math.log(count / expected) + rest;
}

function highest(stratum: Stratum, days: Int32Array, options: ScanOptions): number {
  let best = 0;
  walk(stratum, days, options, (_centre, _size, _window, _count, score) => {
    if (score > best) best = score;
  });
  return best;
}

/** The strongest cylinder around each centre. */
function strongest(stratum: Stratum, options: ScanOptions): readonly ScanCluster[] {
  const best = new Map<number, { size: number; window: number; count: number; score: number }>();
  walk(stratum, stratum.days, options, (centre, size, window, count, score) => {
    if (score > (best.get(centre)?.score ?? 0)) best.set(centre, { size, window, count, score });
  });
  return [...best].map(([centre, { size, window, count, score }]) => {
    const places = [...(stratum.reach[centre] ?? [])].slice(0, size);
    const total = places.reduce((sum, place) => sum + (stratum.totals[place] ?? 0), 0);
    const busy = new Set(
      [...stratum.at].filter((place, index) => (stratum.days[index] ?? 0) < window && places.includes(place)),
    );
    return {
      subject: stratum.subject,
      cells: places.filter((place) => busy.has(place)).map((place) => stratum.cells[place] ?? 0),
      days: window,
      events: count,
      expected: (total * (stratum.ended[window] ?? 0)) / stratum.at.length,
      score,
      p: 1,
    };
  });
}

const MOST_CLUSTERS = 20;

/** The strongest first; weaker ones of the same kind that share a cell tell of the same matter. */
function apart(found: readonly ScanCluster[]): readonly ScanCluster[] {
  const kept: ScanCluster[] = [];
  for (const cluster of found.toSorted((a, b) => b.score - a.score)) {
    const told = kept.some(
      ({ subject, cells }) =>
        subject === cluster.subject && cells.some((cell) => cluster.cells.includes(cell)),
    );
    if (!told) kept.push(cluster);
    if (kept.length === MOST_CLUSTERS) break;
  }
  return kept;
}
