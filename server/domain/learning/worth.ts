/**
 * Which features are kept and what each is worth: one whose texts fall on few labels tells more than one that is spread
 * as the labels themselves are (street names, polite phrases).
 */
import { type Glossary } from "./lexicon.ts";
import { createExtractor, featureCount } from "./features.ts";
import type { Space } from "./vectors.ts";

export interface Labelled {
  readonly texts: readonly string[];
  /** Number of each text's label. */
  readonly labels: Int32Array;
  readonly labelCount: number;
}

/** All features of a history, before those that do not fit are left out. */
export interface WideSpace extends Space {
  /** By row: how much would be lost without the feature. */
  readonly merit: Float32Array;
}

/** Texts that are imagined, spread as the labels are, so that a feature seen once does not look decisive. */
const IMAGINED = 10;

/** How much a telling feature counts for beyond 1, by nat of divergence. */
const EMPHASIS = 4;

/** A history of any length is learned from in bounded memory. */
const MOST = 150_000;

export function chooseFeatures(labelled: Labelled, glossary: Glossary): WideSpace {
  const { seen, counts } = countFeatures(labelled, glossary);
  const divergence = diverge(labelled, counts, seen);
  const merits = divergence.map((nats, id) => nats * (seen[id] ?? 0));
  const ids = [...seen.keys()].filter((id) => (seen[id] ?? 0) > 0);
  const kept = best(ids, MOST, (id) => merits[id] ?? 0);
  const rowOf = new Int32Array(seen.length).fill(-1);
  for (const [row, id] of kept.entries()) rowOf[id] = row;
  const worth = Float32Array.from(kept, (id) => 1 + EMPHASIS * (divergence[id] ?? 0));
  const merit = Float32Array.from(kept, (id) => merits[id] ?? 0);
  return { rowOf, worth, merit, wordShare: shareOfWords(labelled.texts.length) };
}

/** The space without the rows of least merit, and the rows that stay, in their order. */
export function narrow(
  space: WideSpace,
  atMost: number,
): { readonly space: Space; readonly rows: Int32Array } {
  const rows = best([...space.merit.keys()], atMost, (row) => space.merit[row] ?? 0);
  const newRow = new Int32Array(space.merit.length).fill(-1);
  for (const [at, row] of rows.entries()) newRow[row] = at;
  return {
    rows: Int32Array.from(rows),
    space: {
      rowOf: space.rowOf.map((row) => (row < 0 ? -1 : (newRow[row] ?? -1))),
      worth: Float32Array.from(rows, (row) => space.worth[row] ?? 1),
      wordShare: space.wordShare,
    },
  };
}

/** The best of some numbers, in rising order. */
function best(
  numbers: readonly number[],
  atMost: number,
  merit: (number: number) => number,
): readonly number[] {
  if (numbers.length <= atMost) return numbers;
  return [...numbers]
    .sort((a, b) => merit(b) - merit(a))
    .slice(0, atMost)
    .sort((a, b) => a - b);
}

/** The lexicon speaks loudest where there are few labels: 0.8 of the grams' weight at 500 texts, 0.4 at 8,000. */
function shareOfWords(texts: number): number {
  return Math.min(1, 0.8 * (500 / Math.max(1, texts)) ** 0.25);
}

function countFeatures(
  { texts, labels }: Labelled,
  glossary: Glossary,
): { readonly seen: Int32Array; readonly counts: readonly (Map<number, number> | undefined)[] } {
  const takeApart = createExtractor(glossary);
  const seen = new Int32Array(featureCount(glossary));
  const counts: (Map<number, number> | undefined)[] = Array.from({ length: seen.length });
  for (const [at, text] of texts.entries()) {
    const { ids, total } = takeApart(text);
    const label = labels[at] ?? 0;
    for (let place = 0; place < total; place++) {
      const id = ids[place] ?? 0;
      seen[id] = (seen[id] ?? 0) + 1;
      const row = (counts[id] ??= new Map());
      row.set(label, (row.get(label) ?? 0) + 1);
    }
  }
  return { seen, counts };
}

/** By feature: divergence (Kullback–Leibler, nats) of its labels from all labels. */
function diverge(
  { texts, labels, labelCount }: Labelled,
  counts: readonly (ReadonlyMap<number, number> | undefined)[],
  seen: Int32Array,
): Float32Array {
  const prior = new Float64Array(labelCount);
  for (const label of labels) prior[label] = (prior[label] ?? 0) + 1 / texts.length;
  return Float32Array.from(seen, (total, id) => {
    let sum = 0;
    let covered = 0;
    for (const [label, count] of counts[id] ?? []) {
      const share = prior[label] ?? 0;
      const posterior = (count + IMAGINED * share) / (total + IMAGINED);
      sum += posterior * Math.log(posterior / share);
      covered += share;
    }
    const rest = IMAGINED / (total + IMAGINED);
    return total === 0 ? 0 : Math.max(0, sum + (1 - covered) * rest * Math.log(rest));
  });
}
