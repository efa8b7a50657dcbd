import { randomBytes } from "node:crypto";

const SALT_BYTES = 16;
const POOL_BYTES = 256 * SALT_BYTES;

let pool = Buffer.alloc(0);
let used = 0;

/** 128 random bits as hex. Drawn in bulk: one call to the system for 256 salts. */
export function freshSalt(): string {
  if (used >= pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += SALT_BYTES;
  return pool.toString("hex", used - SALT_BYTES, used);
}
