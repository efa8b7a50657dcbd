/**
 * The Merkle tree of RFC 6962 §2.1, word by word: leaf = H(0x00 ‖ entry), node = H(0x01 ‖ left ‖ right), and of n
 * leaves the left side takes the largest power of two below n. Home-made mixtures of chain and tree went wrong
 * elsewhere; this one is what every verifier of Certificate Transparency knows.
 */
import type { TreeHash } from "./treeHash.ts";

/** Gives the root of the leaves [from, to); both ends lie on the tree's own joints. */
export type RangeRoot = (from: number, to: number) => Promise<Uint8Array>;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function leafHash(entry: Uint8Array, hash: TreeHash): Uint8Array {
  return hash(Buffer.concat([LEAF, entry]));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: TreeHash): Uint8Array {
  return hash(Buffer.concat([NODE, left, right]));
}

/** Where a tree of so many leaves is split: the largest power of two below it. @param size at least 2. */
export function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/** Root of a list of leaf hashes; of an empty list the hash of nothing. */
export function rootOf(leaves: readonly Uint8Array[], hash: TreeHash): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return hash(new Uint8Array());
  if (leaves.length === 1) return first;
  const at = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, at), hash), rootOf(leaves.slice(at), hash), hash);
}

/** PATH(m, D[n]): the siblings from the leaf up. */
export async function inclusionPath(
  position: number,
  size: number,
  rootOf: RangeRoot,
): Promise<readonly Uint8Array[]> {
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = position < middle;
    path.push(await (isLeft ? rootOf(middle, to) : rootOf(from, middle)));
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return path.toReversed();
}

/** PROOF(m, D[n]): shows that the tree of `older` leaves is the beginning of the tree of `newer`. */
export async function consistencyPath(
  older: number,
  newer: number,
  rootOf: RangeRoot,
): Promise<readonly Uint8Array[]> {
  if (older === 0 || older === newer) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, newer];
  while (older !== to) {
    const middle = from + splitOf(to - from);
    const isLeft = older <= middle;
    path.push(await (isLeft ? rootOf(middle, to) : rootOf(from, middle)));
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  // What remains is the older tree itself, which whoever asks knows already when it is whole
  if (from > 0) path.push(await rootOf(from, to));
  return path.toReversed();
}

/** Grows leaf by leaf and knows its root at every size: what `verify` runs along the entries. */
export interface Frontier {
  readonly add: (leaf: Uint8Array) => void;
  readonly root: () => Uint8Array;
}

/** @param onFull hears of every subtree that became full: its level (leaves are 0), its place and its root. */
export function createFrontier(
  hash: TreeHash,
  onFull: (level: number, place: number, root: Uint8Array) => void = () => undefined,
): Frontier {
  const peaks: { readonly level: number; readonly root: Uint8Array }[] = [];
  let size = 0;

  function add(leaf: Uint8Array): void {
    let [level, root] = [0, leaf];
    size += 1;
    for (;;) {
      onFull(level, size / 2 ** level - 1, root);
      const last = peaks.at(-1);
      if (last?.level !== level) break;
      peaks.pop();
      [level, root] = [level + 1, nodeHash(last.root, root, hash)];
    }
    peaks.push({ level, root });
  }

  function root(): Uint8Array {
    const last = peaks.at(-1);
    if (!last) return hash(new Uint8Array());
    return peaks.slice(0, -1).reduceRight((right, peak) => nodeHash(peak.root, right, hash), last.root);
  }

  return { add, root };
}
