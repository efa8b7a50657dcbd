/** Finds all of many words in a text at once (Aho and Corasick 1975). Words and texts are rows of numbers. */
export interface Automaton {
  /** Calls `visit(end, word)` for each word that ends before place `end` of the text. */
  readonly scan: (text: readonly number[], visit: (end: number, word: number) => void) => void;
}

const ROOT = 0;
const NONE = -1;
/** More than any symbol: Unicode has 21 bits. */
const SYMBOLS = 2 ** 22;

/** Builds an automaton. A word is named by its place in the list; words must differ and not be empty. */
export function createAutomaton(words: readonly (readonly number[])[]): Automaton {
  const steps = new Map<number, number>();
  const wordAt = [NONE];
  for (const [word, symbols] of words.entries()) wordAt[plant(symbols, steps, wordAt)] = word;
  const { fallbackOf, shorterOf } = linkSuffixes(steps, wordAt);

  return {
    scan(text, visit) {
      let state = ROOT;
      for (const [place, symbol] of text.entries()) {
        state = advance(state, symbol, { steps, fallbackOf });
        for (let at = state; at !== ROOT; at = shorterOf[at] ?? ROOT) {
          const word = wordAt[at] ?? NONE;
          if (word !== NONE) visit(place + 1, word);
        }
      }
    },
  };
}

/** Adds a word's path to the tree; answers the state at its end. */
function plant(symbols: readonly number[], steps: Map<number, number>, wordAt: number[]): number {
  let state = ROOT;
  for (const symbol of symbols) {
    const known = steps.get(state * SYMBOLS + symbol);
    if (known === undefined) wordAt.push(NONE);
    const next = known ?? wordAt.length - 1;
    steps.set(state * SYMBOLS + symbol, next);
    state = next;
  }
  return state;
}

interface Links {
  /** The state of the longest proper ending of what a state has read. */
  readonly fallbackOf: readonly number[];
  /** The nearest fallback that ends a word. */
  readonly shorterOf: readonly number[];
}

function linkSuffixes(steps: ReadonlyMap<number, number>, wordAt: readonly number[]): Links {
  const fallbackOf = wordAt.map(() => ROOT);
  const shorterOf = wordAt.map(() => ROOT);
  for (const [key, next] of byDepth(steps)) {
    const parent = Math.floor(key / SYMBOLS);
    if (parent === ROOT) continue;
    const fallback = advance(fallbackOf[parent] ?? ROOT, key % SYMBOLS, { steps, fallbackOf });
    fallbackOf[next] = fallback;
    shorterOf[next] = wordAt[fallback] === NONE ? (shorterOf[fallback] ?? ROOT) : fallback;
  }
  return { fallbackOf, shorterOf };
}

/** Steps of the tree, those nearer to the root first. */
function byDepth(steps: ReadonlyMap<number, number>): readonly (readonly [key: number, next: number])[] {
  const depthOf = [0];
  // A parent's step was made before those of its children.
  for (const [key, next] of steps) depthOf[next] = (depthOf[Math.floor(key / SYMBOLS)] ?? 0) + 1;
  return [...steps].sort(([, a], [, b]) => (depthOf[a] ?? 0) - (depthOf[b] ?? 0));
}

function advance(
  from: number,
  symbol: number,
  { steps, fallbackOf }: { steps: ReadonlyMap<number, number>; fallbackOf: readonly number[] },
): number {
  for (let state = from; ; state = fallbackOf[state] ?? ROOT) {
    const next = steps.get(state * SYMBOLS + symbol);
    if (next !== undefined) return next;
    if (state === ROOT) return ROOT;
  }
}
