/** Words that are looked for by themselves, outside the taxonomy: found in one pass, with where they stand. */
import { plantTrie } from "./trie.ts";

export interface Cue<Kind extends string> {
  readonly kind: Kind;
  readonly word: string;
  readonly at: number;
}

/** A finder for words by kind, each list written with spaces between; where words begin at the same place the longest counts. */
export function createCueFinder<Kind extends string>(
  wordsByKind: Readonly<Record<Kind, string>>,
): (text: string) => readonly Cue<Kind>[] {
  const entries = Object.keys(wordsByKind).flatMap((key) => {
    const kind = key as Kind;
    return wordsByKind[kind].split(" ").map((word) => ({ kind, word }));
  });
  const { trie, ends } = plantTrie(entries.map((entry) => entry.word));
  const entryByNode: ((typeof entries)[number] | undefined)[] = Array.from({ length: trie.size });
  for (const [at, entry] of entries.entries()) entryByNode[ends[at] ?? 0] = entry;

  return function findCues(text) {
    const cues: Cue<Kind>[] = [];
    for (let start = 0; start < text.length; start++) {
      let best: (typeof entries)[number] | undefined;
      for (let end = start, node = 0; end < text.length; end++) {
        const letter = trie.letters[text.charCodeAt(end)] ?? 0;
        node = letter === 0 ? -1 : trie.next(node, letter);
        if (node < 0) break;
        best = entryByNode[node] ?? best;
      }
      if (best !== undefined) cues.push({ ...best, at: start });
    }
    return cues;
  };
}
