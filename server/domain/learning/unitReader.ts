/**
 * Which unit a text is for, without any history: the words of the lexicon vote for the units of their topics, and the
 * reader of matters for the lead units of its items. It also answers questions that are no matter of the list (户口,
 * 驾照, 社保), which make up a third of what a hotline hears.
 */
import type { Reader } from "../reader.ts";
import type { Taxonomy } from "../taxonomy.ts";
import { READ_AT_MOST, readLetters } from "./letters.ts";
import { createGlossary, type Lexicon, wordsIn } from "./lexicon.ts";

export interface UnitGuess {
  /** Code of the unit. */
  readonly unit: string;
  /** Its share of all votes, 0 … 1: an order, not a probability. */
  readonly share: number;
  readonly words: readonly string[];
}

/** Longer words are surer: 4 characters count for some nine single ones. */
const LENGTH_POWER = 1.6;

/** What the reader of matters counts for when it is certain. */
const MATTER = 3;

/** @returns a function that gives at most `most` units, likeliest first; none when no word is known. */
export function createUnitReader(
  lexicon: Lexicon,
  taxonomy: Taxonomy,
  reader: Reader,
): (text: string, most?: number) => readonly UnitGuess[] {
  const glossary = createGlossary(lexicon);
  const unitsOf = glossary.topicsOf.map((topics) => [
    ...new Set(topics.flatMap((topic) => lexicon[topic]?.unit ?? [])),
  ]);
  const letters = new Uint16Array(READ_AT_MOST + 2);

  return function readUnits(text, most = 3) {
    const votes = new Map<string, { votes: number; words: string[] }>();
    const vote = (unit: string, count: number, word: string): void => {
      const found = votes.get(unit) ?? { votes: 0, words: [] };
      votes.set(unit, { votes: found.votes + count, words: [...found.words, word] });
    };
    for (const word of wordsIn(glossary, letters, readLetters(text, letters))) {
      const units = unitsOf[word] ?? [];
      const spelled = glossary.words[word] ?? "";
      for (const unit of units) vote(unit, spelled.length ** LENGTH_POWER / units.length, spelled);
    }
    for (const { code, probability } of reader.classify(text).candidates) {
      const item = taxonomy.lookUp(code);
      if (item !== null) vote(item.leadUnit, MATTER * probability, item.name);
    }
    const all = [...votes.values()].reduce((sum, { votes }) => sum + votes, 0);
    return [...votes]
      .map(([unit, { votes, words }]) => ({ unit, share: votes / all, words }))
      .sort((a, b) => b.share - a.share)
      .slice(0, most);
  };
}
