/** Judges texts by a model, alone or with the corrections made since it was trained. */
import { bendFirst } from "./calibrate.ts";
import { addChange, type Change } from "./change.ts";
import { createExtractor, type Features, MOST_FEATURES } from "./features.ts";
import { createGlossary, type Glossary } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { judgeCells, likenessOf, soften } from "./network.ts";
import { addRows } from "./table.ts";
import { createScratch, measure, type Scratch } from "./vectors.ts";

export interface Judgement {
  /** At most five, likeliest first. */
  readonly top: readonly { readonly label: string; readonly probability: number }[];
  /** How much it is like anything that was taught (`likenessOf`): low for a new kind of matter. */
  readonly likeness: number;
  /** Why a person should look; null when the answer stands above the model's first line. */
  readonly abstain: Abstention | null;
}

export type Abstention =
  /** No word in it: blank, signs, emoji, digits. */
  | "noWords"
  /** Words, but hardly any that the history has. */
  | "unfamiliar"
  /** Words that the history has, yet like none of its labels. */
  | "unlike"
  /** Two or more labels are too close. */
  | "belowLine";

export interface Classifier {
  readonly glossary: Glossary;
  classify(text: string): Judgement;
  /** Probability of every label, in the model's order. A new array for each text. */
  chances(text: string): Float32Array;
  /** The number of the likeliest label and its probability, for those who judge very many texts. */
  likeliest(text: string): { readonly label: number; readonly probability: number };
  /** The parts of the last text judged, for those who explain it. */
  readonly last: Last;
}

export interface Last {
  readonly scratch: Scratch;
  readonly features: Features | null;
  /** Hidden cells of the network. */
  readonly cells: Float32Array;
}

const SHOWN = 5;

export function createClassifier(model: Model, change: Change = new Map()): Classifier {
  const { labels, calibration, summary } = model;
  const glossary = createGlossary(model.lexicon);
  const takeApart = createExtractor(glossary);
  const scratch = createScratch(MOST_FEATURES);
  const cells = new Float32Array(model.input.width);
  const planes = new Float32Array(labels.length);
  const network = new Float32Array(labels.length);
  const chances = new Float32Array(labels.length);
  const last = { scratch, cells, features: null as Features | null };
  const line = summary.lines[0]?.line ?? 0.9;

  function judge(text: string): Features {
    const features = takeApart(text);
    last.features = features;
    measure(features, model.space, scratch);
    planes.fill(0);
    addRows(model.planes, scratch, planes);
    addChange(change, scratch, planes);
    cells.set(model.inputBias);
    addRows(model.input, scratch, cells);
    judgeCells(model, cells, network);
    for (let at = 0; at < chances.length; at++)
      chances[at] =
        calibration.planes * (planes[at] ?? 0) +
        calibration.network * (network[at] ?? 0) +
        (calibration.lift[at] ?? 0);
    soften(chances);
    bendFirst(chances, calibration);
    return features;
  }

  function abstention(features: Features, probability: number, likeness: number): Abstention | null {
    if (features.letters === 0) return "noWords";
    if (scratch.known < summary.familiar) return "unfamiliar";
    if (likeness < summary.alike) return "unlike";
    return probability < line ? "belowLine" : null;
  }

  return {
    glossary,
    last,
    chances(text) {
      judge(text);
      return chances.slice();
    },
    likeliest(text) {
      judge(text);
      const label = highest(chances);
      return { label, probability: chances[label] ?? 0 };
    },
    classify(text) {
      const features = judge(text);
      const top = firstOf(chances, SHOWN).map((at) => ({
        label: labels[at] ?? "",
        probability: chances[at] ?? 0,
      }));
      const likeness = likenessOf(network);
      return { top, likeness, abstain: abstention(features, top[0]?.probability ?? 0, likeness) };
    },
  };
}

function highest(numbers: Float32Array): number {
  let best = 0;
  for (let at = 1; at < numbers.length; at++) if ((numbers[at] ?? 0) > (numbers[best] ?? 0)) best = at;
  return best;
}

/** Positions of the highest numbers, highest first. */
function firstOf(numbers: Float32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (best.length === count && number <= (numbers[best[count - 1] ?? 0] ?? 0)) continue;
    const place = best.findIndex((other) => number > (numbers[other] ?? 0));
    best.splice(place < 0 ? best.length : place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
