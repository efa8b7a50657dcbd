/**
 * Figures (指标值) from counted rows: what is above and below the line, what is left out and why, and one score out of
 * them by the county's weights. Units and townships are compared, persons never.
 */
import { type Facts, factsIn, type Subject } from "./facts.ts";
import { workOut } from "./formula.ts";
import type { Indicator, WeightScheme } from "./rules.ts";

/** So many rows of one group that tell the same. */
export interface CountedProfile {
  /** Code of the unit, township, cell or item, or `YYYY-MM`. */
  readonly group: string;
  readonly subject: Subject;
  readonly profile: string;
  readonly count: number;
}

/** Rows that an accepted objection (异议成立) takes out of one indicator. */
export interface TakenOut extends CountedProfile {
  readonly indicator: string;
}

export interface Figure {
  /** Above the line: rows for a share, the sum of their values for an average. */
  readonly over: number;
  /** Rows under the line. */
  readonly of: number;
  /** Rows left out, by the reason's code. */
  readonly excluded: Readonly<Record<string, number>>;
  /** null when nothing is under the line. */
  readonly value: number | null;
  /** Too few to compare by (样本不足). */
  readonly small: boolean;
}

/** The reason code of rows that an accepted objection takes out. */
export const OBJECTED = "objected";

/** Where a row stands in an indicator: not in it, left out with a reason, or under the line with its value. */
export type Place =
  | { readonly kind: "outside" }
  | { readonly kind: "excluded"; readonly reason: string }
  | { readonly kind: "counted"; readonly value: number };

export function placeOf(indicator: Indicator, row: Pick<CountedProfile, "subject" | "profile">): Place {
  return row.subject === indicator.source ? placeOfFacts(indicator, factsIn(row.profile)) : outside;
}

const outside: Place = { kind: "outside" };

function placeOfFacts(indicator: Indicator, facts: Facts): Place {
  if (workOut(indicator.isAmong, facts) === 0) return outside;
  const reason = indicator.exclusions.find(({ applies }) => workOut(applies, facts) !== 0);
  if (reason !== undefined) return { kind: "excluded", reason: reason.code };
  const value = workOut(indicator.value, facts);
  return { kind: "counted", value: indicator.kind === "average" ? value : Number(value !== 0) };
}

type Sums = { over: number; of: number; readonly excluded: Record<string, number> };

export type FiguresByGroup = ReadonlyMap<string, Readonly<Record<string, Figure>>>;

/** Every indicator of every group; a group without rows has none. */
export function figuresByGroup(
  indicators: readonly Indicator[],
  rows: readonly CountedProfile[],
  taken: readonly TakenOut[],
  minimum: number,
): FiguresByGroup {
  const groups = new Map<string, readonly Sums[]>();
  const placesOf = placesFor(indicators);
  const sumsOf = (group: string): readonly Sums[] => {
    const found = groups.get(group) ?? indicators.map(() => ({ over: 0, of: 0, excluded: {} }));
    groups.set(group, found);
    return found;
  };
  for (const row of rows) {
    const sums = sumsOf(row.group);
    for (const [at, place] of placesOf(row)) enter(sums[at], place, row.count);
  }
  for (const row of taken) {
    const at = indicators.findIndex(({ code }) => code === row.indicator);
    const place = placesOf(row).find(([index]) => index === at)?.[1];
    takeOut(sumsOf(row.group)[at], place, row.count);
  }
  return new Map([...groups].map(([group, sums]) => [group, figuresOf(indicators, sums, minimum)]));
}

function figuresOf(
  indicators: readonly Indicator[],
  sums: readonly Sums[],
  minimum: number,
): Readonly<Record<string, Figure>> {
  return Object.fromEntries(indicators.map(({ code }, at) => [code, figureOf(sums[at] ?? nothing, minimum)]));
}

const nothing: Sums = { over: 0, of: 0, excluded: {} };

function figureOf({ over, of, excluded }: Sums, minimum: number): Figure {
  return { over, of, excluded, value: of === 0 ? null : over / of, small: of < minimum };
}

function enter(sums: Sums | undefined, place: Place, count: number): void {
  if (sums === undefined) return;
  if (place.kind === "excluded") sums.excluded[place.reason] = (sums.excluded[place.reason] ?? 0) + count;
  if (place.kind !== "counted") return;
  sums.of += count;
  sums.over += place.value * count;
}

function takeOut(sums: Sums | undefined, place: Place | undefined, count: number): void {
  if (place?.kind !== "counted") return;
  enter(sums, place, -count);
  enter(sums, { kind: "excluded", reason: OBJECTED }, count);
}

type PlaceAt = readonly [indicator: number, place: Place];
type Places = (row: Pick<CountedProfile, "subject" | "profile">) => readonly PlaceAt[];

const ready = new WeakMap<readonly Indicator[], Places>();

/** More different profiles than a county ever has: beyond it they are forgotten and worked out again. */
const MOST_KNOWN = 100_000;

/** The same few profiles come again and again: each is worked out once for a set of rules. */
function placesFor(indicators: readonly Indicator[]): Places {
  const found = ready.get(indicators) ?? remembered(indicators);
  ready.set(indicators, found);
  return found;
}

function remembered(indicators: readonly Indicator[]): Places {
  const known = new Map<string, readonly PlaceAt[]>();
  return ({ subject, profile }) => {
    const key = subject + profile;
    const found = known.get(key);
    if (found !== undefined) return found;
    const facts = factsIn(profile);
    const places = indicators.flatMap((indicator, at): readonly PlaceAt[] => {
      const place = indicator.source === subject ? placeOfFacts(indicator, facts) : outside;
      return place.kind === "outside" ? [] : [[at, place]];
    });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, places);
    return places;
  };
}

/**
 * 综合得分, 0 … 100 by the weights; indicators of which little is good count by what is missing to one.
 * @returns null when one of its parts is missing or too small to be weighed.
 */
export function scoreOf(
  figures: Readonly<Record<string, Figure>>,
  scheme: WeightScheme,
  indicators: readonly Indicator[],
): number | null {
  let score = 0;
  let weights = 0;
  for (const { indicator: code, weight } of scheme.parts) {
    const figure = figures[code];
    const indicator = indicators.find((row) => row.code === code);
    if (!figure || !indicator || figure.value === null || figure.small) return null;
    score += weight * (indicator.better === "high" ? figure.value : 1 - figure.value);
    weights += weight;
  }
  return weights === 0 ? null : (score / weights) * 100;
}
