/**
 * 识别成绩单: how the machine did on the county's own confirmed cases, by what it had said when each came in. Honest by
 * construction: nobody had confirmed anything then.
 */
import type { Reading } from "../reader.ts";
import type { Taxonomy } from "../taxonomy.ts";
import { DAY, type Instant } from "../time.ts";
import { type Confusion, type Marks, markAnswers } from "./marks.ts";
import { markedOf } from "./renew.ts";

/** A confirmed case with what the catalogue says of it now. */
export interface MarkedCase {
  readonly number: string;
  readonly text: string;
  readonly reportedAt: Instant;
  readonly itemCode: string;
  /** Who has or had it; null before its first dispatch. */
  readonly leadUnit: string | null;
  readonly suggestedUnit: string;
  readonly returns: number;
  readonly reading: Reading;
}

export interface CountyMarks {
  readonly marks: Marks;
  readonly items: readonly ItemMarks[];
  readonly units: readonly UnitMarks[];
  readonly overlaps: readonly Overlap[];
  readonly drift: Drift | null;
  readonly noise: readonly Noise[];
}

export interface ItemMarks {
  readonly code: string;
  readonly rows: number;
  /** Of the cases that are this item, how many the machine said so; of those it said so, how many are. */
  readonly recall: number;
  readonly precision: number;
  /** Cases that some unit sent back. */
  readonly returned: number;
}

/** Shares are counted, not ranked: units differ in what they are sent. */
export interface UnitMarks {
  readonly unit: string;
  readonly rows: number;
  /** Cases for which the catalogue names the unit that has it. */
  readonly agreed: number;
  readonly returned: number;
}

/** Two items that are taken for each other: their definitions overlap. */
export interface Overlap {
  readonly codes: readonly [string, string];
  readonly rows: number;
  /** Of all cases of both. */
  readonly share: number;
  /** The taxonomy warns of this pair already. */
  readonly isKnown: boolean;
}

/** The machine has become worse, or less sure, than it was. */
export interface Drift {
  readonly kind: "worse" | "unsure";
  readonly before: number;
  readonly lately: number;
  readonly rows: number;
}

/** The same words, settled as different items. */
export interface Noise {
  readonly numbers: readonly string[];
  readonly codes: readonly string[];
}

const LATELY = 30 * DAY;
/** Fewer rows on either side say nothing. */
const ENOUGH = 30;
/** Standard errors between two shares before the difference is more than chance. */
const CLEAR = 2;
const OVERLAPPING = { rows: 2, share: 0.1 };

export function countyMarks(cases: readonly MarkedCase[], taxonomy: Taxonomy, now: Instant): CountyMarks {
  const marks = markAnswers(cases.map(({ itemCode, reading }) => markedOf(itemCode, reading)));
  return {
    marks,
    items: itemMarks(cases, marks),
    units: unitMarks(cases),
    overlaps: overlapsIn(marks.confused, cases, taxonomy),
    drift: driftIn(cases, now),
    noise: noiseIn(cases),
  };
}

function itemMarks(cases: readonly MarkedCase[], { labels }: Marks): readonly ItemMarks[] {
  const returned = new Map<string, number>();
  for (const { itemCode, returns } of cases)
    if (returns > 0) returned.set(itemCode, (returned.get(itemCode) ?? 0) + 1);
  return labels
    .filter(({ rows }) => rows > 0)
    .map(({ label, rows, recall, precision }) => ({
      code: label,
      rows,
      recall,
      precision,
      returned: returned.get(label) ?? 0,
    }));
}

function unitMarks(cases: readonly MarkedCase[]): readonly UnitMarks[] {
  const counts = new Map<string, { rows: number; agreed: number; returned: number }>();
  for (const { leadUnit, suggestedUnit, returns } of cases) {
    if (leadUnit === null) continue;
    const found = counts.get(leadUnit) ?? { rows: 0, agreed: 0, returned: 0 };
    found.rows++;
    if (leadUnit === suggestedUnit) found.agreed++;
    if (returns > 0) found.returned++;
    counts.set(leadUnit, found);
  }
  return [...counts].map(([unit, found]) => ({ unit, ...found })).sort((a, b) => b.rows - a.rows);
}

function overlapsIn(
  confused: readonly Confusion[],
  cases: readonly MarkedCase[],
  taxonomy: Taxonomy,
): readonly Overlap[] {
  const rowsOf = new Map<string, number>();
  for (const { itemCode } of cases) rowsOf.set(itemCode, (rowsOf.get(itemCode) ?? 0) + 1);
  const pairs = new Map<string, { codes: readonly [string, string]; rows: number }>();
  for (const { label, takenFor, rows } of confused) {
    const codes = label < takenFor ? ([label, takenFor] as const) : ([takenFor, label] as const);
    const key = codes.join();
    pairs.set(key, { codes, rows: rows + (pairs.get(key)?.rows ?? 0) });
  }
  return [...pairs.values()]
    .map(({ codes, rows }) => {
      const all = codes.reduce((sum, code) => sum + (rowsOf.get(code) ?? 0), 0);
      const isKnown = taxonomy.lookUp(codes[0])?.confusableWith.includes(codes[1]) ?? false;
      return { codes, rows, share: rows / Math.max(1, all), isKnown };
    })
    .filter(({ rows, share }) => rows >= OVERLAPPING.rows && share >= OVERLAPPING.share)
    .sort((a, b) => b.rows - a.rows);
}

function driftIn(cases: readonly MarkedCase[], now: Instant): Drift | null {
  const lately = cases.filter(({ reportedAt }) => reportedAt >= now - LATELY);
  const before = cases.filter(({ reportedAt }) => reportedAt < now - LATELY);
  if (lately.length < ENOUGH || before.length < ENOUGH) return null;
  const wrong = compared(before, lately, ({ itemCode, reading }) => reading.candidates[0]?.code !== itemCode);
  if (wrong !== null)
    return { kind: "worse", before: 1 - wrong.before, lately: 1 - wrong.lately, rows: lately.length };
  const unsure = compared(before, lately, ({ reading }) => !reading.sure);
  return unsure && { kind: "unsure", ...unsure, rows: lately.length };
}

/** The two shares when the later one is clearly higher; null when it may be chance. */
function compared(
  before: readonly MarkedCase[],
  lately: readonly MarkedCase[],
  holds: (found: MarkedCase) => boolean,
): { readonly before: number; readonly lately: number } | null {
  const [a, b] = [before, lately].map((rows) => rows.filter(holds).length / rows.length);
  const both = ((a ?? 0) * before.length + (b ?? 0) * lately.length) / (before.length + lately.length);
  const error = Math.sqrt(both * (1 - both) * (1 / before.length + 1 / lately.length));
  const isClear = (b ?? 0) - (a ?? 0) > CLEAR * error && error > 0;
  return isClear ? { before: a ?? 0, lately: b ?? 0 } : null;
}

/** Told apart by letters alone: numbers, signs and spaces name places and times. */
function noiseIn(cases: readonly MarkedCase[]): readonly Noise[] {
  const groups = new Map<string, MarkedCase[]>();
  for (const found of cases) {
    const key = found.text.replaceAll(/[^\p{L}]/gu, "");
    if (key.length >= 4) groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()]
    .map((rows) => ({
      numbers: rows.map(({ number }) => number),
      codes: [...new Set(rows.map(({ itemCode }) => itemCode))],
    }))
    .filter(({ codes }) => codes.length > 1)
    .slice(0, 20);
}
