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
  const counted = countFeatures(labelled, glossary);
  const divergence = diverge(labelled, counted);
  const all = counted.map(({ total }, at) => (divergence[at] ?? 0) * total);
  const kept = best([...counted.keys()], MOST, (at) => all[at] ?? 0);
  const rowOf = new Int32Array(featureCount(glossary)).fill(-1);
  for (const [row, at] of kept.entries()) rowOf[counted[at]?.id ?? 0] = row;
  const worth = Float32Array.from(kept, (at) => 1 + EMPHASIS * (divergence[at] ?? 0));
  const merit = Float32Array.from(kept, (at) => all[at] ?? 0);
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

interface Counted {
  readonly id: number;
  /** Texts it occurs in, in all and by label. */
  readonly total: number;
  readonly byLabel: ReadonlyMap<number, number>;
}

/** The features that occur, by rising number. */
function countFeatures({ texts, labels }: Labelled, glossary: Glossary): readonly Counted[] {
  const takeApart = createExtractor(glossary);
  const counts = new Map<number, { total: number; byLabel: Map<number, number> }>();
  for (const [at, text] of texts.entries()) {
    const { ids, total } = takeApart(text);
    const label = labels[at] ?? 0;
    for (let place = 0; place < total; place++) {
      const id = ids[place] ?? 0;
      let found = counts.get(id);
      if (found === undefined) counts.set(id, (found = { total: 0, byLabel: new Map() }));
      found.total++;
      found.byLabel.set(label, (found.byLabel.get(label) ?? 0) + 1);
    }
  }
  return [...counts].map(([id, count]) => ({ id, ...count })).sort((a, b) => a.id - b.id);
}

/** By place in `counted`: divergence (Kullback–Leibler, nats) of the feature's labels from all labels. */
function diverge({ texts, labels, labelCount }: Labelled, counted: readonly Counted[]): Float32Array {
  const prior = new Float64Array(labelCount);
  for (const label of labels) prior[label] = (prior[label] ?? 0) + 1 / texts.length;
  return Float32Array.from(counted, ({ total, byLabel }) => {
    let sum = 0;
    let covered = 0;
    for (const [label, count] of byLabel) {
      const share = prior[label] ?? 0;
      const posterior = (count + IMAGINED * share) / (total + IMAGINED);
      sum += posterior * Math.log(posterior / share);
      covered += share;
    }
    const rest = IMAGINED / (total + IMAGINED);
    return Math.max(0, sum + (1 - covered) * rest * Math.log(rest));
  });
}
