/** Which words of a text spoke for a label and which against it: the exact share of each in the two judges' scores. */
import type { Classifier } from "./classifier.ts";
import { GRAMS, gramId } from "./features.ts";
import { GAP, READ_AT_MOST, readLetters } from "./letters.ts";
import type { Model } from "./model.ts";
import { weightAt } from "./table.ts";

export interface Reasons {
  /** Strongest first. */
  readonly for: readonly WeighedWord[];
  readonly against: readonly WeighedWord[];
}

export interface WeighedWord {
  readonly word: string;
  /** Share in the score, in the units of the score: comparable within one text. */
  readonly weight: number;
}

const MOST = 6;

/** The mean over all labels is taken off: a word that helps every label alike is no reason. */
export function explain(model: Model, classifier: Classifier, asked: Asked): Reasons {
  const label = model.labels.indexOf(asked.label);
  if (label < 0) return { for: [], against: [] };
  classifier.likeliest(asked.text);
  const shares = sharesOfFeatures(model, classifier, label);
  const words = [...gramWords(asked.text, shares), ...lexiconWords(classifier, shares)];
  return { for: strongest(words, 1), against: strongest(words, -1) };
}

export interface Asked {
  readonly text: string;
  readonly label: string;
}

function sharesOfFeatures(model: Model, { last }: Classifier, label: number): ReadonlyMap<number, number> {
  const { features, scratch, cells } = last;
  const pull = pullOfCells(model, cells, label);
  const shares = new Map<number, number>();
  let place = 0;
  for (let at = 0; at < (features?.total ?? 0); at++) {
    const id = features?.ids[at] ?? 0;
    const row = model.space.rowOf[id] ?? -1;
    if (row < 0) continue;
    const value = scratch.values[place++] ?? 0;
    shares.set(id, value * rowShare(model, { row, label, pull }));
  }
  return shares;
}

/** How strongly each hidden cell that is awake speaks for the label. */
function pullOfCells({ labels, output }: Model, cells: Float32Array, label: number): Float32Array {
  return cells.map((cell, at) => {
    if (cell <= 0) return 0;
    let mean = 0;
    for (let other = 0; other < labels.length; other++)
      mean += (output[at * labels.length + other] ?? 0) / labels.length;
    return (output[at * labels.length + label] ?? 0) - mean;
  });
}

function rowShare(
  { planes, input, calibration, labels }: Model,
  { row, label, pull }: { readonly row: number; readonly label: number; readonly pull: Float32Array },
): number {
  let mean = 0;
  for (let other = 0; other < labels.length; other++) mean += weightAt(planes, row, other) / labels.length;
  let network = 0;
  for (let at = 0; at < pull.length; at++) network += weightAt(input, row, at) * (pull[at] ?? 0);
  return calibration.planes * (weightAt(planes, row, label) - mean) + calibration.network * network;
}

function gramWords(text: string, shares: ReadonlyMap<number, number>): readonly WeighedWord[] {
  const letters = new Uint16Array(READ_AT_MOST + 2);
  const length = readLetters(text, letters);
  const words = new Map<string, number>();
  for (let at = 1; at + 1 < length; at++) {
    const [first, second] = [letters[at] ?? GAP, letters[at + 1] ?? GAP];
    if (first === GAP || second === GAP) continue;
    const pair = shares.get(gramId(first, second)) ?? 0;
    const singles = (shares.get(gramId(first, 0)) ?? 0) + (shares.get(gramId(second, 0)) ?? 0);
    words.set(String.fromCharCode(first, second), pair + singles / 2);
  }
  return [...words].map(([word, weight]) => ({ word, weight }));
}

function lexiconWords({ glossary, last }: Classifier, shares: ReadonlyMap<number, number>): WeighedWord[] {
  const { features } = last;
  const words: WeighedWord[] = [];
  for (let at = features?.grams ?? 0; at < (features?.total ?? 0); at++) {
    const word = (features?.ids[at] ?? 0) - GRAMS;
    if (word >= glossary.words.length) continue;
    const topics = glossary.topicsOf[word] ?? [];
    const shared = topics.reduce(
      (sum, topic) => sum + (shares.get(GRAMS + glossary.words.length + topic) ?? 0),
      shares.get(GRAMS + word) ?? 0,
    );
    words.push({ word: glossary.words[word] ?? "", weight: shared });
  }
  return words;
}

function strongest(words: readonly WeighedWord[], side: 1 | -1): readonly WeighedWord[] {
  const sorted = words.filter(({ weight }) => weight * side > 0).sort((a, b) => side * (b.weight - a.weight));
  const kept: WeighedWord[] = [];
  for (const found of sorted) {
    if (kept.length === MOST) break;
    if (!kept.some(({ word }) => word.includes(found.word) || found.word.includes(word)))
      kept.push({ ...found, weight: Math.round(found.weight * 1000) / 1000 });
  }
  return kept;
}
