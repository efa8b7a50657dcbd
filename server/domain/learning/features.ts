/** What a text consists of, as numbers: its characters and pairs of characters (hashed), and the lexicon's words and topics. */
import type { Glossary } from "./lexicon.ts";
import { GAP, READ_AT_MOST, readLetters } from "./letters.ts";

const HASH_BITS = 19;

/** Hashed characters and pairs have the numbers below this; words and topics of the lexicon those from here on. */
export const GRAMS = 2 ** HASH_BITS;

export function featureCount({ words, topics }: Glossary): number {
  return GRAMS + words.length + topics.length;
}

/** The last text taken apart. Its arrays are used again by the next one: copy what is to be kept. */
export interface Features {
  /** Different features: first the grams, then, from `grams` on, words and topics. */
  readonly ids: Int32Array;
  /** How often each occurs, in the order of `ids`. */
  readonly counts: Int32Array;
  readonly grams: number;
  readonly total: number;
  /** Of the grams, and of words and topics, so many come first in the opening of a letter; none for a short text. */
  readonly openingGrams: number;
  readonly openingWords: number;
  /** Letters that are not gaps. */
  readonly letters: number;
}

/** Who writes at length says in the first words what it is about; a short text is all opening. */
const OPENING = 30;
const LONG = 200;

/** Longest word of a lexicon that is found. */
const LONGEST_WORD = 8;

/** Features of one text at most: two grams per letter and what the lexicon may add. */
export const MOST_FEATURES = READ_AT_MOST * 6;

export function createExtractor(glossary: Glossary): (text: string) => Features {
  const letters = new Uint16Array(READ_AT_MOST + 2);
  const ids = new Int32Array(MOST_FEATURES);
  const counts = new Int32Array(ids.length);
  const places = new Int32Array(featureCount(glossary)).fill(-1);
  let total = 0;

  function add(id: number): void {
    const place = places[id] ?? -1;
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    else if (total < MOST_FEATURES) {
      places[id] = total;
      ids[total] = id;
      counts[total++] = 1;
    }
  }

  function addGrams(from: number, stop: number, length: number): number {
    let real = 0;
    for (let at = from; at < stop; at++) {
      const letter = letters[at] ?? GAP;
      if (letter !== GAP) {
        real++;
        add(gramId(letter, 0));
      }
      if (at + 1 < length) add(gramId(letter, letters[at + 1] ?? GAP));
    }
    return real;
  }

  function addWords(from: number, until: number, length: number): void {
    const { trie, wordAt, topicsOf, words } = glossary;
    for (let start = from; start < until; start++) {
      const stop = Math.min(length, start + LONGEST_WORD);
      for (let end = start, node = 0; end < stop; end++) {
        const letter = trie.letters[letters[end] ?? GAP] ?? 0;
        node = letter === 0 ? -1 : trie.next(node, letter);
        if (node < 0) break;
        const word = wordAt[node] ?? -1;
        if (word < 0) continue;
        add(GRAMS + word);
        for (const topic of topicsOf[word] ?? []) add(GRAMS + words.length + topic);
      }
    }
  }

  return function takeApart(text: string): Features {
    total = 0;
    const length = readLetters(text, letters);
    const opening = length > LONG ? OPENING : 0;
    let real = addGrams(0, opening, length);
    const openingGrams = total;
    real += addGrams(opening, length, length);
    const grams = total;
    addWords(0, opening, length);
    const openingWords = total - grams;
    addWords(opening, length, length);
    for (let at = 0; at < total; at++) places[ids[at] ?? 0] = -1;
    return { ids, counts, grams, total, openingGrams, openingWords, letters: real };
  };
}

/** @param second 0 for a single character. */
export function gramId(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x51ed, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> (32 - HASH_BITS);
}
