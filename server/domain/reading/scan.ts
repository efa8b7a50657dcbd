/** One pass over a text: which words of the taxonomy stand where, and what they add up to for every item. */
import type { Weights } from "./weights.ts";

/** The last text scanned. Its arrays are used again by the next one: read them before scanning again. */
export interface Scan {
  readonly scores: Float64Array;
  /** Words found, each once per place: node of the trie, first character, character after the last. */
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly found: number;
  /** Different words among them that have more than one character. */
  readonly telling: number;
}

/** Characters read of one text: a letter of many pages says what it is about at its beginning. */
export const READ_AT_MOST = 600;

export function createScanner(weights: Weights, total: number): (text: string) => Scan {
  const room = READ_AT_MOST * weights.longest;
  const scores = new Float64Array(total);
  const nodes = new Int32Array(room);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const lastSeen = new Uint32Array(weights.trie.size);
  let turn = 0;

  return function scan(text: string): Scan {
    const { trie, longest, from } = weights;
    const length = Math.min(text.length, READ_AT_MOST);
    let found = 0;
    let telling = 0;
    turn++;
    scores.fill(0);
    for (let start = 0; start < length; start++) {
      const stop = Math.min(length, start + longest);
      for (let end = start, node = 0; end < stop; end++) {
        const letter = trie.letters[text.charCodeAt(end)] ?? 0;
        if (letter === 0) break;
        node = trie.next(node, letter);
        if (node < 0) break;
        if (from[node] === from[node + 1]) continue;
        nodes[found] = node;
        starts[found] = start;
        ends[found++] = end + 1;
        if (lastSeen[node] === turn) continue;
        lastSeen[node] = turn;
        if (end > start) telling++;
        addTo(scores, weights, node);
      }
    }
    return { scores, nodes, starts, ends, found, telling };
  };
}

function addTo(scores: Float64Array, { from, items, values }: Weights, node: number): void {
  const stop = from[node + 1] ?? 0;
  for (let at = from[node] ?? 0; at < stop; at++) {
    const item = items[at] ?? 0;
    scores[item] = (scores[item] ?? 0) + (values[at] ?? 0);
  }
}
