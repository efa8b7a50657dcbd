/** Features that were worth keeping, weighed, as one vector of length 1. */
import { type Features, GRAMS } from "./features.ts";

export interface Vector {
  /** Rows of the model's tables. */
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Which features the model knows, and how much each is worth. */
export interface Space {
  /** Row of a feature, or -1 for one that is not known. */
  readonly rowOf: Int32Array;
  /** By row: how much more the feature tells than an average one; 1 and above. */
  readonly worth: Float32Array;
  /** Length of the part of words and topics beside the part of grams, which has length 1. */
  readonly wordShare: number;
}

/** A vector whose arrays are used again by the next text; `length` of their entries count. */
export interface Scratch {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  length: number;
  /** Share of the text's features that the model knows, 0 … 1. */
  known: number;
}

export function createScratch(room: number): Scratch {
  return { rows: new Int32Array(room), values: new Float32Array(room), length: 0, known: 0 };
}

/** Writes the text's vector into `scratch`; of length 0 when nothing in it is known. */
export function measure(features: Features, space: Space, scratch: Scratch): void {
  const { grams: gramCount, total, openingGrams, openingWords } = features;
  const middle = fill(features, { from: 0, to: gramCount, opening: openingGrams }, { space, scratch, at: 0 });
  const grams = lengthOf(scratch, 0, middle);
  scratch.known = features.grams === 0 ? 0 : middle / features.grams;
  const span = { from: gramCount, to: total, opening: openingWords };
  scratch.length = fill(features, span, { space, scratch, at: middle });
  const words = lengthOf(scratch, middle, scratch.length);
  const share = words > 0 ? space.wordShare : 0;
  const whole = Math.sqrt((grams > 0 ? 1 : 0) + share * share);
  stretch(scratch, 0, middle, 1 / (grams * whole));
  stretch(scratch, middle, scratch.length, share / (words * whole));
}

export function copied({ rows, values, length }: Scratch): Vector {
  return { rows: rows.slice(0, length), values: values.slice(0, length) };
}

interface Target {
  readonly space: Space;
  readonly scratch: Scratch;
  readonly at: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** So many of them, at the beginning, stand in the opening of a letter. */
  readonly opening: number;
}

/** What the opening counts for beside the whole letter. */
const OPENING_SHARE = 1;

function fill(features: Features, { from, to, opening }: Span, { space, scratch, at }: Target): number {
  let length = at;
  const louder = opening === 0 ? 1 : 1 + OPENING_SHARE * Math.sqrt((to - from) / opening);
  for (let place = from; place < to; place++) {
    const id = features.ids[place] ?? 0;
    const row = space.rowOf[id] ?? -1;
    if (row < 0) continue;
    const count = features.counts[place] ?? 1;
    scratch.rows[length] = row;
    scratch.values[length++] =
      (space.worth[row] ?? 1) *
      (count === 1 || id >= GRAMS ? 1 : 1 + Math.log(count)) *
      (place - from < opening ? louder : 1);
  }
  return length;
}

function lengthOf({ values }: Scratch, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (values[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function stretch({ values }: Scratch, from: number, to: number, factor: number): void {
  for (let at = from; at < to; at++) values[at] = (values[at] ?? 0) * factor;
}
