/** The words that counted for an item, as people would underline them: overlapping grams grown together. */
import { READ_AT_MOST, type Scan } from "./scan.ts";
import type { Weights } from "./weights.ts";

export interface CountedWord {
  readonly word: string;
  /** Share of the evidence for this item, 0 … 1. */
  readonly weight: number;
}

/** Both give at most three words of the text that was just scanned, strongest first; none when only single characters spoke. */
export interface Explainer {
  readonly wordsFor: (item: number, text: string, scan: Scan) => readonly CountedWord[];
  /** Words that speak more for the rival than for the item. */
  readonly wordsAgainst: (
    pair: { readonly item: number; readonly rival: number },
    text: string,
    scan: Scan,
  ) => readonly CountedWord[];
}

/** What a word of the taxonomy, by its node, counts for. */
type Worth = (node: number) => number;

const MOST_WORDS = 3;
const LONGEST_WORD = 8;

/** A link weaker than this part of the strongest one does not hold a word together. */
const FLOOR = 0.2;

export function createExplainer(weights: Weights): Explainer {
  /** How strongly each character holds on to the next one, by the grams that span both. */
  const links = new Float64Array(READ_AT_MOST);

  function strongestWords(text: string, scan: Scan, worth: Worth): readonly CountedWord[] {
    const length = Math.min(text.length, READ_AT_MOST);
    links.fill(0, 0, length);
    const { total, strongest } = link(scan, worth);
    const words: CountedWord[] = [];
    for (let start = 0; start < length - 1 && total > 0; start++) {
      const end = endOfRun(start, strongest * FLOOR);
      if (end === start) continue;
      insert(words, { word: text.slice(start, end + 1), weight: sumOf(start, end) / total });
      start = end - 1;
    }
    return words;
  }

  function link({ found, nodes, starts, ends }: Scan, worth: Worth) {
    let total = 0;
    let strongest = 0;
    for (let at = 0; at < found; at++) {
      const start = starts[at] ?? 0;
      const last = (ends[at] ?? 0) - 1;
      const value = last > start ? worth(nodes[at] ?? 0) : 0;
      if (value === 0) continue;
      total += value;
      for (let step = start; step < last; step++) {
        const held = (links[step] ?? 0) + value / (last - start);
        links[step] = held;
        if (held > strongest) strongest = held;
      }
    }
    return { total, strongest };
  }

  function endOfRun(start: number, floor: number): number {
    let end = start;
    while (end - start < LONGEST_WORD - 1 && (links[end] ?? 0) > floor) end++;
    return end;
  }

  function sumOf(start: number, end: number): number {
    let sum = 0;
    for (let at = start; at < end; at++) sum += links[at] ?? 0;
    return sum;
  }

  return {
    wordsFor: (item, text, scan) => strongestWords(text, scan, (node) => valueOf(node, item, weights)),
    wordsAgainst: ({ item, rival }, text, scan) =>
      strongestWords(text, scan, (node) =>
        Math.max(0, valueOf(node, rival, weights) - valueOf(node, item, weights)),
      ),
  };
}

function valueOf(node: number, item: number, { from, items, values }: Weights): number {
  const stop = from[node + 1] ?? 0;
  for (let at = from[node] ?? 0; at < stop; at++) if (items[at] === item) return values[at] ?? 0;
  return 0;
}

/** Keeps the list sorted, short and without a word twice. */
function insert(words: CountedWord[], word: CountedWord): void {
  if (words.some((other) => other.word === word.word)) return;
  const place = words.findIndex((other) => word.weight > other.weight);
  words.splice(place < 0 ? words.length : place, 0, word);
  if (words.length > MOST_WORDS) words.pop();
}
