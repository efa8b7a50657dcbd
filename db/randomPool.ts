import { randomBytes } from "node:crypto";

const DRAWS = 256;

/** @returns what draws so many random bytes. Drawn in bulk: one call to the system for 256 of them. */
export function randomPool(bytes: number): () => Buffer {
  let pool = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used >= pool.length) {
      pool = randomBytes(DRAWS * bytes);
      used = 0;
    }
    used += bytes;
    return pool.subarray(used - bytes, used);
  };
}
