/**
 * Many words looked for in one pass over a text. A trie whose steps stand in one open-addressed table of integers: no
 * strings are made while reading, so a text of sixty characters costs a few microseconds, on a phone too.
 */
export interface Trie {
  /** Nodes are numbered from 0, the root, in the order in which the words came. */
  readonly size: number;
  /** Small number of a UTF-16 unit; 0 for one that is in no word. */
  readonly letters: Uint16Array;
  /** The node behind `node` by a letter's number, or -1. */
  next(node: number, letter: number): number;
}

export interface Planted {
  readonly trie: Trie;
  /** Last node of each word, in the order given. */
  readonly ends: Int32Array;
}

/** Letters get 12 bits of a key, nodes the other 19: 4,095 characters and half a million nodes. */
const LETTER_BITS = 12;

export function plantTrie(words: readonly string[]): Planted {
  const letters = numberLetters(words);
  const nodes = words.reduce((sum, word) => sum + word.length, 1);
  const capacity = 2 ** Math.ceil(Math.log2(nodes * 2));
  const keys = new Int32Array(capacity).fill(-1);
  const targets = new Int32Array(capacity);
  const mask = capacity - 1;
  let size = 1;

  function slot(key: number): number {
    let at = Math.imul(key, 0x9e3779b1) >>> 7;
    for (at &= mask; keys[at] !== -1 && keys[at] !== key; at = (at + 1) & mask);
    return at;
  }

  function next(node: number, letter: number): number {
    const at = slot((node << LETTER_BITS) | letter);
    return keys[at] === -1 ? -1 : (targets[at] ?? -1);
  }

  function grow(node: number, letter: number): number {
    const key = (node << LETTER_BITS) | letter;
    const at = slot(key);
    if (keys[at] === -1) {
      keys[at] = key;
      targets[at] = size++;
    }
    return targets[at] ?? 0;
  }

  const ends = Int32Array.from(words, (word) => {
    let node = 0;
    for (let at = 0; at < word.length; at++) node = grow(node, letters[word.charCodeAt(at)] ?? 0);
    return node;
  });
  return { trie: { size, letters, next }, ends };
}

/** @throws when the words have more than 4,095 different characters. */
function numberLetters(words: readonly string[]): Uint16Array {
  const letters = new Uint16Array(65_536);
  let count = 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      if (letters[unit] === 0) letters[unit] = ++count;
    }
  }
  if (count >= 2 ** LETTER_BITS) throw new Error(`Got ${count} characters when at most 4095 were expected`);
  return letters;
}
