/** Checking of proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 tell it: another way than the proofs are made. */
type Hash = (bytes: Uint8Array) => Uint8Array;

export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly position: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
  readonly hash: Hash;
}

export function isIncluded({ leaf, position, size, path, root, hash }: Inclusion): boolean {
  let [fn, sn, r] = [position, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = joined(p, r, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else r = joined(r, p, hash);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && same(r, root);
}

export interface Consistency {
  readonly older: number;
  readonly newer: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly hash: Hash;
}

export function isConsistent({ older, newer, oldRoot, newRoot, path, hash }: Consistency): boolean {
  if (older === newer) return path.length === 0 && same(oldRoot, newRoot);
  const whole = Number.isInteger(Math.log2(older)) ? [oldRoot, ...path] : path;
  const [first, ...rest] = whole;
  if (first === undefined) return false;
  let [fn, sn] = [older - 1, newer - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [first, first];
  for (const c of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [joined(c, fr, hash), joined(c, sr, hash)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else sr = joined(sr, c, hash);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && same(fr, oldRoot) && same(sr, newRoot);
}

function joined(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  return hash(Buffer.concat([Uint8Array.of(1), left, right]));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
