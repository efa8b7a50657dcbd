/**
 * 疑似重复: may two reports be one matter? Place and time are gates (a radius and a span per item, as data); within them
 * the item and the words speak. A person decides; this only proposes, and says why.
 */
import type { Reading } from "../reader.ts";
import { DAY, HOUR, type Instant } from "../time.ts";
import { timesIn } from "../times/times.ts";
import { likeness, numbersDiffer, type Print, printOf } from "./likeness.ts";
import { type LinkingRules, nearFor } from "./linkingRules.ts";

export interface Spot {
  readonly lng: number;
  readonly lat: number;
}

/** What is compared of a report. */
export interface Told {
  readonly id: string;
  readonly text: string;
  /** Chosen by a person or read with certainty; null leaves it to the reading. */
  readonly itemCode: string | null;
  readonly reading: Pick<Reading, "candidates">;
  /** WGS-84. */
  readonly spot: Spot | null;
  readonly cellCode: string | null;
  readonly at: Instant;
}

export interface Suspicion {
  /** 0 … 1; proposed from `proposeAbove` of the rules on. */
  readonly score: number;
  /** null when one of them has no place of its own. */
  readonly metres: number | null;
  readonly hours: number;
  /** How alike the words are, 0 … 1. */
  readonly alike: number;
  readonly sameItem: boolean;
}

/** A report with its words made ready, so that a list of n is compared without reading each n times. */
export interface Prepared<Row extends Told = Told> {
  readonly row: Row;
  readonly print: Print;
  /** When it was seen, where the words say the day. */
  readonly seen: Seen | null;
}

interface Seen {
  readonly from: Instant;
  readonly until: Instant;
}

export type Metres = (a: Spot, b: Spot) => number;

export function prepare<Row extends Told>(row: Row): Prepared<Row> {
  return { row, print: printOf(row.text), seen: seenOf(row) };
}

/** Where one day or a part of it was named, and no other: whoever names two times tells a story. */
function seenOf({ text, at }: Told): Seen | null {
  const times = timesIn(text, at, []).filter(({ kind }) => kind === "when");
  const [said] = times;
  const isOne = times.length === 1 && said !== undefined && said.kind !== "often";
  return isOne && said.until - said.from <= DAY && said.from <= at ? said : null;
}

/** Between the times that both name; else between the reports. */
function hoursApart(a: Prepared, b: Prepared): number {
  if (a.seen === null || b.seen === null) return Math.abs(a.row.at - b.row.at) / HOUR;
  return Math.max(0, a.seen.from - b.seen.until, b.seen.from - a.seen.until) / HOUR;
}

/** @returns null when place, time or a number in the words says that they cannot be one matter. */
export function suspect(a: Prepared, b: Prepared, rules: LinkingRules, metresOf: Metres): Suspicion | null {
  const near = nearFor(a.row.itemCode ?? b.row.itemCode ?? a.row.reading.candidates[0]?.code ?? null, rules);
  const hours = hoursApart(a, b);
  if (hours > near.hours || numbersDiffer(a.print, b.print)) return null;
  const metres = a.row.spot && b.row.spot ? metresOf(a.row.spot, b.row.spot) : null;
  if (metres !== null && metres > near.metres) return null;
  const alike = likeness(a.print, b.print);
  const place = metres === null ? unplaced(a.row, b.row) : 1 - FAR * (metres / near.metres);
  const score = place * (1 - LATE * (hours / near.hours)) * meaning(sharedItem(a.row, b.row), alike);
  return { score, metres, hours, alike, sameItem: sameItem(a.row, b.row) };
}

/** Weights set on the development half of the labelled sample; see tests/bench/duplicates.ts. */
const FAR = 0.2;
const LATE = 0.1;
const BY_ITEM = 0.75;
const BY_WORDS = 0.9;
const SAME_CELL = 0.75;
const NO_PLACE = 0.4;

/** Item and words speak independently: either may be enough, both together are nearly certain. */
function meaning(item: number, alike: number): number {
  return 1 - (1 - BY_ITEM * item) * (1 - BY_WORDS * alike);
}

function unplaced(a: Told, b: Told): number {
  return a.cellCode !== null && a.cellCode === b.cellCode ? SAME_CELL : NO_PLACE;
}

/** How much of what both may be about is the same, 0 … 1: Bhattacharyya's coefficient of the two readings. */
function sharedItem(a: Told, b: Told): number {
  const right = likelyItems(b);
  let shared = 0;
  for (const [code, probability] of likelyItems(a)) shared += Math.sqrt(probability * (right.get(code) ?? 0));
  return Math.min(1, shared);
}

function likelyItems({ itemCode, reading }: Told): ReadonlyMap<string, number> {
  if (itemCode !== null) return new Map([[itemCode, 1]]);
  return new Map(reading.candidates.map(({ code, probability }) => [code, probability]));
}

function sameItem(a: Told, b: Told): boolean {
  const likeliest = ({ itemCode, reading }: Told) => itemCode ?? reading.candidates[0]?.code ?? null;
  return likeliest(a) !== null && likeliest(a) === likeliest(b);
}
