/**
 * A reader that goes on learning: it knows the list of matters from the first day, and every correction (by a
 * dispatcher, a ruling, a return) counts at once, can be taken back, and is forgotten without a trace. The server keeps
 * the corrections durably and hands them in again at its next start; a phone gets the same list and reads the same.
 *
 * ```ts
 * const reader = createLearningReader(taxonomy, lexicon, correctionsFromTheDatabase);
 * reader.classify("老井冒黑水");                                        // a `Reader` like any other
 * reader.learn({ id: "c1", text: "老井冒黑水", code: "030201" });        // at once
 * reader.forget("c1");                                                  // as if it had never been
 * ```
 */
import {
  createTaughtReader,
  type Readable,
  type Reader,
  type TaughtReader,
  type Teaching,
} from "../reader.ts";
import { NONE, sharpnessOf } from "../reading/judge.ts";
import type { Scan } from "../reading/scan.ts";
import { EMPTY_WORDS } from "../reading/weights.ts";
import type { Taxonomy } from "../taxonomy.ts";
import { addChange, applyShift, type Change, type Shift } from "./change.ts";
import { GRAMS, gramId, MOST_FEATURES } from "./features.ts";
import { GAP, READ_AT_MOST, readLetters } from "./letters.ts";
import { createGlossary, type Glossary, type Lexicon, wordsIn } from "./lexicon.ts";
import { createScratch, type Scratch } from "./vectors.ts";

/** What somebody who knows has said a text is about. */
export interface ItemCorrection {
  /** Names the correction, so that it can be taken back; the same id again replaces it. */
  readonly id: string;
  readonly text: string;
  /** Of the item; retired codes count for their successors. */
  readonly code: string;
}

export type Learned =
  | { readonly kind: "learned" }
  | { readonly kind: "refusal"; readonly code: "correction.unknownItem"; readonly found: string }
  /** Nothing in the text that can be told apart: blank, signs, digits. */
  | { readonly kind: "refusal"; readonly code: "correction.noWords" };

export interface LearningReader extends Reader {
  /** Some ten microseconds. */
  learn(correction: ItemCorrection): Learned;
  /** Replays all others: some ten milliseconds for a thousand. @returns false when there is no such correction. */
  forget(id: string): boolean;
  /** Those that counted, in the order in which they were made. */
  corrections(): readonly ItemCorrection[];
  /** Rows that a correction of this text moves. */
  rowsOf(text: string): readonly number[];
  /** What they add up to: all that another device needs to read the same. */
  change(): Change;
}

/** The confirmed item must be so much likelier than every other and than "none": e^1.5, four and a half times. */
const MARGIN = 1.5;

/** In log-odds: enough to turn even a sure answer, which the next correction can turn back. */
const LONGEST_STEP = 8;

/** A word of the lexicon and its topic say more than a pair of characters. */
const PAIR = 1;
const WORD = 1.5;

/** Corrections that are refused now (a code that is gone) are left out, as `corrections` shows. */
export function createLearningReader(
  taxonomy: Taxonomy,
  lexicon: Lexicon,
  made: readonly ItemCorrection[] = [],
): LearningReader {
  const width = taxonomy.items.length;
  const places = new Map(taxonomy.items.map(({ code }, at) => [code, at]));
  const weigh = createWeigher(createGlossary(lexicon));
  const corrections = new Map<string, ItemCorrection>();
  const change = new Map<number, Float32Array>();
  const teach = teachingBy(change, weigh, width);
  const reader = createTaughtReader(taxonomy, teach);
  for (const correction of made) learn(correction);

  function learn(correction: ItemCorrection): Learned {
    const item = places.get(taxonomy.lookUp(correction.code)?.code ?? "");
    if (item === undefined)
      return { kind: "refusal", code: "correction.unknownItem", found: correction.code };
    if (weigh(correction.text).length === 0) return { kind: "refusal", code: "correction.noWords" };
    if (corrections.has(correction.id)) forget(correction.id);
    absorb(correction, item);
    return { kind: "learned" };
  }

  function absorb(correction: ItemCorrection, item: number): void {
    const scan = reader.scan(correction.text);
    teach(correction.text, scan);
    const weighed = weigh(correction.text);
    for (const shift of shifts(scan, item)) applyShift(change, weighed, { shift, width });
    corrections.set(correction.id, correction);
  }

  function forget(id: string): boolean {
    if (!corrections.delete(id)) return false;
    const kept = [...corrections.values()];
    corrections.clear();
    change.clear();
    for (const correction of kept) learn(correction);
    return true;
  }

  return {
    classify: (text, context) => reader.classify(text, context),
    learn,
    forget,
    corrections: () => [...corrections.values()],
    rowsOf(text) {
      const { rows, length } = weigh(text);
      return [...rows.subarray(0, length)];
    },
    change: () => change,
  };
}

/** The reader of a device that was given what others' corrections add up to, and none of their words. */
export function createChangedReader(items: Readable, lexicon: Lexicon, change: Change): TaughtReader {
  return createTaughtReader(
    items,
    teachingBy(change, createWeigher(createGlossary(lexicon)), items.items.length),
  );
}

/** @param change may grow: it is looked at anew for every text. */
function teachingBy(change: Change, weigh: Weigher, width: number): Teaching {
  const bonus = new Float32Array(width);
  return function teach(text, scan) {
    if (change.size === 0) return false;
    bonus.fill(0);
    addChange(change, weigh(text), bonus);
    const sharpness = sharpnessOf(scan);
    let isTaught = false;
    for (let at = 0; at < width; at++) {
      const added = bonus[at] ?? 0;
      if (added !== 0) isTaught = true;
      scan.scores[at] = (scan.scores[at] ?? 0) + added / sharpness;
    }
    return isTaught;
  };
}

type Weigher = (text: string) => Scratch;

/** Against "none" the item rises alone; then, strongest rival first, both move, until all are far enough behind. */
function shifts(scan: Scan, item: number): readonly Shift[] {
  const sharpness = sharpnessOf(scan);
  const logits = Array.from(scan.scores, (score) => score * sharpness);
  const raise = Math.min(LONGEST_STEP, Math.max(0, NONE * sharpness + MARGIN - (logits[item] ?? 0)));
  const moved: Shift[] = raise > 0 ? [{ toward: item, from: null, step: raise }] : [];
  let own = (logits[item] ?? 0) + raise;
  for (const from of [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))) {
    const behind = (logits[from] ?? 0) + MARGIN - own;
    if (from === item || behind <= 0) continue;
    const step = Math.min(LONGEST_STEP, behind);
    own += step / 2;
    moved.push({ toward: item, from, step });
  }
  return moved;
}

/**
 * Pairs of characters, words of the lexicon and their topics, as a vector of length 1. Single characters and the empty
 * words of complaints are left out: they would carry what one text taught into every other.
 */
function createWeigher(glossary: Glossary): Weigher {
  const letters = new Uint16Array(READ_AT_MOST + 2);
  const scratch = createScratch(MOST_FEATURES);
  const emptyPairs = new Set([...EMPTY_WORDS].map((word) => gramId(word.charCodeAt(0), word.charCodeAt(1))));

  return function weigh(text) {
    const length = readLetters(text, letters);
    const values = new Map<number, number>();
    for (let at = 0; at + 1 < length; at++) {
      const [first, second] = [letters[at] ?? GAP, letters[at + 1] ?? GAP];
      const pair = gramId(first, second);
      if (first !== GAP && second !== GAP && !emptyPairs.has(pair)) values.set(pair, PAIR);
    }
    for (const word of wordsIn(glossary, letters, length)) {
      values.set(GRAMS + word, WORD);
      for (const topic of glossary.topicsOf[word] ?? [])
        values.set(GRAMS + glossary.words.length + topic, WORD);
    }
    const size = Math.hypot(...values.values());
    scratch.length = 0;
    for (const [row, value] of values) {
      scratch.rows[scratch.length] = row;
      scratch.values[scratch.length++] = value / size;
    }
    return scratch;
  };
}
