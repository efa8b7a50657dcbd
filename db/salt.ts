import { randomPool } from "./randomPool.ts";

const SALT_BYTES = 16;

const draw = randomPool(SALT_BYTES);

/** 128 random bits as hex. */
export function freshSalt(): string {
  return draw().toString("hex");
}
