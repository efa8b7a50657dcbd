/** Passwords: argon2id at 19 MiB, two passes (OWASP's least), and the rule for new ones. */
import { hash, verify } from "@node-rs/argon2";
import { customAlphabet } from "nanoid";
import * as v from "valibot";

/** 10 to 200 letters: length is what counts (NIST SP 800-63B), no rule about kinds of letters. */
export const newPassword = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Takes the same time for an account that does not exist (`stored` null). */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodysHash()), password);
  return fits && stored !== null;
}

/** A password that an administrator reads out once: without letters that look alike. */
export const oneTimePassword = customAlphabet("23456789abcdefghjkmnpqrstuvwxyz", 14);

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(oneTimePassword());
  return nobody;
}
