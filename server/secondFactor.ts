/** The second factor of a person: set up, asked for, and recovered when the phone is gone. */
import { createHash, randomBytes } from "node:crypto";
import type { Deps } from "./deps.ts";
import { stepOfCode, toBase32 } from "./totp.ts";

const CODES = 8;
const CODE_BYTES = 10;

/** A code of the app, or one of the recovery codes; either works once. */
export async function fitsFactor(accountId: string, given: string, { store, clock }: Deps): Promise<boolean> {
  const code = given.replaceAll(/[\s-]/g, "").toUpperCase();
  const { totpSecret, totpStep } = await store.people.credentials(accountId);
  if (totpSecret === null) return false;
  if (!/^\d{6}$/.test(code)) return await store.people.useRecoveryCode(accountId, hashOf(code), clock.now());
  const step = stepOfCode(totpSecret, code, clock.now(), totpStep ?? 0);
  return step !== null && (await store.people.useStep(accountId, step));
}

/** @returns the codes, told once; the database keeps their hashes. */
export async function newRecoveryCodes(accountId: string, { store }: Deps): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () => toBase32(randomBytes(CODE_BYTES)));
  await store.people.putRecoveryCodes(accountId, codes.map(hashOf));
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, "$1-"));
}

export async function dropFactor(accountId: string, { store }: Deps): Promise<void> {
  await store.people.putCredentials(accountId, { totpSecret: null, pendingSecret: null, totpStep: null });
  await store.people.putRecoveryCodes(accountId, []);
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}
