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

export interface SpaceOptions {
  /** At most so many features, the most telling first. */
  readonly atMost: number;
}

/** Texts that are imagined, spread as the labels are, so that a feature seen once does not look decisive. */
const IMAGINED = 10;

/** How much a telling feature counts for beyond 1, by nat of divergence. */
const EMPHASIS = 2;

/** From so many texts on, what was seen only once is chance. */
const MANY = 2000;

export function chooseFeatures(labelled: Labelled, glossary: Glossary, { atMost }: SpaceOptions): Space {
  const { seen, counts } = countFeatures(labelled, glossary);
  const divergence = diverge(labelled, counts, seen);
  const least = labelled.texts.length >= MANY ? 2 : 1;
  const ids = [...seen.keys()].filter((id) => (seen[id] ?? 0) >= least);
  const merit = (id: number): number => (divergence[id] ?? 0) * (seen[id] ?? 0);
  const kept = ids.length <= atMost ? ids : ids.sort((a, b) => merit(b) - merit(a)).slice(0, atMost);
  const rowOf = new Int32Array(seen.length).fill(-1);
  for (const [row, id] of kept.sort((a, b) => a - b).entries()) rowOf[id] = row;
  const worth = Float32Array.from(kept, (id) => 1 + EMPHASIS * (divergence[id] ?? 0));
  return { rowOf, worth, wordShare: shareOfWords(labelled.texts.length) };
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
