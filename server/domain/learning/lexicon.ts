/**
 * What the machine knows before it has seen a single labelled row: which words speak of the same thing. A county that
 * has labelled 退休金 once then understands 养老金 too, for both are words of one topic.
 */
import { GAP } from "./letters.ts";
import { plantTrie, type Trie } from "../reading/trie.ts";

export interface Topic {
  readonly name: string;
  /** Code of the unit that usually leads in it; absent where any unit may. */
  readonly unit?: string;
  readonly words: readonly string[];
}

export type Lexicon = readonly Topic[];

export interface Glossary {
  readonly words: readonly string[];
  readonly topics: readonly string[];
  readonly trie: Trie;
  /** Number of the word that ends at a node of the trie, or -1. */
  readonly wordAt: Int32Array;
  /** Topics of each word, by number. */
  readonly topicsOf: readonly (readonly number[])[];
}

export function createGlossary(lexicon: Lexicon): Glossary {
  const topicsByWord = new Map<string, number[]>();
  for (const [topic, { words }] of lexicon.entries())
    for (const word of words) {
      const topics = topicsByWord.get(word.toLowerCase()) ?? [];
      if (!topics.includes(topic)) topics.push(topic);
      topicsByWord.set(word.toLowerCase(), topics);
    }
  const words = [...topicsByWord.keys()];
  const { trie, ends } = plantTrie(words);
  const wordAt = new Int32Array(trie.size).fill(-1);
  for (const [word, node] of ends.entries()) wordAt[node] = word;
  const topics = lexicon.map(({ name }) => name);
  return { words, topics, trie, wordAt, topicsOf: [...topicsByWord.values()] };
}

/** Numbers of the words that stand among the first `length` letters, each once. */
export function wordsIn(
  { trie, wordAt }: Glossary,
  letters: Uint16Array,
  length: number,
): ReadonlySet<number> {
  const words = new Set<number>();
  for (let start = 0; start < length; start++)
    for (let end = start, node = 0; end < length; end++) {
      const letter = trie.letters[letters[end] ?? GAP] ?? 0;
      node = letter === 0 ? -1 : trie.next(node, letter);
      if (node < 0) break;
      const word = wordAt[node] ?? -1;
      if (word >= 0) words.add(word);
    }
  return words;
}
