/** Passwords: argon2id at 19 MiB, two passes (OWASP's least), and the rule for new ones. */
import { hash, verify } from "@node-rs/argon2";
import { customAlphabet } from "nanoid";
import * as v from "valibot";
import {
  LEAST_LETTERS,
  MOST_LETTERS,
  type Owner,
  type PasswordFault,
  passwordFault,
} from "./domain/passwordRules.ts";
import { type Refusal, refuse } from "./domain/case.ts";

/** As it is typed, not cut; judged by `refuseWeak`. Letters of two halves count once there, so the door is wider. */
export const newPassword = v.pipe(v.string(), v.maxLength(2 * MOST_LETTERS));

/** @returns what is wrong with a password that somebody wants; null when it will do. The password itself is never told. */
export function refuseWeak(password: string, owner: Owner, common: readonly string[]): Refusal | null {
  const fault = passwordFault(password, owner, common);
  return fault === null
    ? null
    : refuse("badValue", { field: "password", given: faultWords[fault], expected: goodPassword });
}

const faultWords: Readonly<Record<PasswordFault, string>> = {
  short: "太短",
  long: "太长",
  common: "太常见",
  named: "由本人或单位的名字组成",
  monotone: "太单调",
};

const goodPassword = `${LEAST_LETTERS} 到 ${MOST_LETTERS} 个字，不由常见的词、连续的字或自己的名字组成；几个不相干的词连起来就好`;

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
