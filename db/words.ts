/**
 * What a case can be found by: every two neighbouring characters of its text, address and number, lower-cased. Chinese
 * has no gaps between words, and two characters are the commonest word, which an index of three would not find.
 *
 * A token is made of letters and digits alone, so that no tokenizer cuts it: both characters as four hex digits each.
 * Four neighbouring ASCII characters make one more, since pairs of digits stand in nearly every number of a case. The
 * last character of a field is paired with nothing, so that a single character is the beginning of some token.
 *
 * A text that holds the words holds all tokens of the words; the converse is for `like` to decide (filter.ts).
 */
import type { RowOf, Step } from "./writes.ts";

type Spoken = Pick<RowOf["addCase"], "id" | "text" | "address" | "number">;

/** Turned when tokens are made in another way: then all are made anew. */
export const WORDS_VERSION = 1;

/** The step that makes a new case findable. */
export function wordsStep({ id, text, address, number }: Spoken): Step {
  return { write: "addWords", row: { caseId: id, grams: gramsOf([text, address, number]) } };
}

/** Tokens with a blank between them, each once. */
export function gramsOf(fields: readonly (string | null)[]): string {
  const grams = new Set<string>();
  for (const field of fields) {
    const folded = (field ?? "").toLowerCase();
    for (const gram of pairsIn(folded)) grams.add(gram);
    for (const gram of foursIn(folded)) grams.add(gram);
    if (folded !== "") grams.add(pairOf(folded, folded.length - 1));
  }
  return [...grams].join(" ");
}

export interface AskedGrams {
  /** A text with the words has all of these. */
  readonly all: readonly string[];
  /** Or, asked for by a single character: some token begins so. */
  readonly beginning: string | null;
}

/** @param words not empty. */
export function gramsAsked(words: string): AskedGrams {
  const folded = words.toLowerCase();
  if (folded.length < 2) return { all: [], beginning: hexOf(folded, 0) };
  const fours = foursAsked(folded);
  // Pairs within a run that fours cover say nothing more
  const pairs =
    fours.length === 0 ? pairsIn(folded) : pairsIn(folded).filter((_, at) => !isCovered(folded, at));
  return { all: [...new Set([...pairs, ...fours])], beginning: null };
}

const FOUR = 4;

/** From the blank to the tilde. */
function isAsciiAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x20 && unit <= 0x7e;
}

function pairsIn(text: string): readonly string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) pairs.push(pairOf(text, at));
  return pairs;
}

function pairOf(text: string, at: number): string {
  return hexOf(text, at) + hexOf(text, at + 1);
}

/** Counted as they are walked along: most texts are Chinese and hold hardly four such characters in a row. */
function foursIn(text: string): readonly string[] {
  const fours: string[] = [];
  let inRow = 0;
  for (let at = 0; at < text.length; at += 1) {
    inRow = isAsciiAt(text, at) ? inRow + 1 : 0;
    if (inRow >= FOUR) fours.push(fourOf(text, at + 1 - FOUR));
  }
  return fours;
}

/**
 * Side by side from the end of each run of such characters, and the first ones of it: whoever has these hardly lacks those
 * between, and each more is a long list to walk (all cases of a year share its digits).
 */
function foursAsked(text: string): readonly string[] {
  const fours = new Set<string>();
  for (const { from, to } of asciiRunsIn(text)) {
    for (let at = to - FOUR; at >= from; at -= FOUR) fours.add(fourOf(text, at));
    fours.add(fourOf(text, from));
  }
  return [...fours];
}

/** Runs that hold at least one four. */
function asciiRunsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < text.length; from += 1) {
    let to = from;
    while (to < text.length && isAsciiAt(text, to)) to += 1;
    if (to - from >= FOUR) runs.push({ from, to });
    from = to;
  }
  return runs;
}

function fourOf(text: string, from: number): string {
  let four = "q";
  for (let at = from; at < from + FOUR; at += 1) four += hexOf(text, at).slice(2);
  return four;
}

/** The pair at a place lies in four ASCII characters. */
function isCovered(text: string, at: number): boolean {
  const starts = [at - 2, at - 1, at].filter((start) => start >= 0 && start + FOUR <= text.length);
  return starts.some((start) => foursIn(text.slice(start, start + FOUR)).length > 0);
}

/** Four digits; of a place behind the end `0000`. */
function hexOf(text: string, at: number): string {
  const unit = at < text.length ? text.charCodeAt(at) : 0;
  return (hexByUnit[unit] ??= unit.toString(16).padStart(4, "0"));
}

/** Of characters that were met before: some thousands make up all texts. */
const hexByUnit = Array.from<string | undefined>({ length: 0x1_00_00 });
