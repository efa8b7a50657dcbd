/**
 * Whether matching can take time that doubles with each letter: exactly when some loop can eat the same letters in two
 * ways (Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers", 2016).
 */
import { type Automaton, automatonOf } from "./parse.ts";

export function isExponential(source: string, flags = ""): boolean {
  return loopsIn(automatonOf(source, flags)).some((loop) => hasTwoWays(loop));
}

type Way = Automaton["ways"][number];

interface Loop {
  readonly letters: Automaton["letters"];
  /** Inside of it alone. */
  readonly ways: readonly Way[];
}

/** Positions from which one comes back, kept apart by what is reached together. */
function loopsIn({ letters, ways }: Automaton): readonly Loop[] {
  const parts = components(letters.length, ways);
  const inside = ways.filter(([from, to]) => parts[from] === parts[to]);
  const names = new Set(inside.map(([from]) => parts[from]));
  return [...names].map((name) => ({ letters, ways: inside.filter(([from]) => parts[from] === name) }));
}

/** Two walks side by side over the same letters: do they part and come together again? */
function hasTwoWays({ letters, ways }: Loop): boolean {
  const size = letters.length;
  const both: Way[] = [];
  const parting: Way[] = [];
  for (const [index, one] of ways.entries())
    for (const [other, two] of ways.entries()) {
      if (!meet(letters[one[1]], letters[two[1]])) continue;
      const way: Way = [one[0] * size + two[0], one[1] * size + two[1]];
      both.push(way);
      const startsTogether = one[0] === two[0];
      if (startsTogether && index !== other) parting.push(way);
    }
  const parts = components(size * size, both);
  // They part from a place where they are together, and what they part to leads back to it
  return parting.some(([from, to]) => parts[from] === parts[to]);
}

function meet(one: ReadonlySet<number> = new Set(), other: ReadonlySet<number> = new Set()): boolean {
  return [...one].some((letter) => other.has(letter));
}

/** Strongly connected components (Tarjan), without recursion. @returns the name of each node's component. */
function components(size: number, ways: readonly Way[]): readonly number[] {
  const next = new Map<number, number[]>();
  for (const [from, to] of ways) next.set(from, [...(next.get(from) ?? []), to]);
  const [order, low, part] = [0, 1, 2].map(() => Array.from({ length: size }, () => -1)) as [
    number[],
    number[],
    number[],
  ];
  const stack: number[] = [];
  let [clock, name] = [0, 0];
  for (const root of next.keys()) if (order[root] === -1) visit(root);
  for (let node = 0; node < size; node += 1) if (part[node] === -1) part[node] = name++;
  return part;

  function visit(root: number): void {
    const path: { node: number; at: number }[] = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = next.get(top.node)?.[top.at++];
      if (to === undefined) leave(path);
      else if (order[to] === -1) path.push(enter(to));
      else if (part[to] === -1) low[top.node] = Math.min(low[top.node] ?? 0, order[to] ?? 0);
    }
  }

  function enter(node: number) {
    order[node] = low[node] = clock++;
    stack.push(node);
    return { node, at: 0 };
  }

  function leave(path: { node: number; at: number }[]): void {
    const { node } = path.pop() ?? { node: 0 };
    const above = path.at(-1);
    if (above) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let other = stack.pop(); other !== undefined; other = stack.pop()) {
      part[other] = name;
      if (other === node) break;
    }
    name += 1;
  }
}
