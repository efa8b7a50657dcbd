/** One-time codes by time (TOTP, RFC 6238) over HMAC-SHA-1 as every authenticator app knows them: 6 digits, 30 seconds. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Instant } from "./domain/time.ts";

const STEP_MS = 30_000;
const DIGITS = 6;
/** A phone's clock may be one step off either way. */
const SKEW = 1;
const SECRET_BYTES = 20;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** HOTP (RFC 4226 §5.3). */
export function codeAt(secret: Uint8Array, counter: number, digits = DIGITS): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const hash = createHmac("sha1", secret).update(moving).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

export function stepOf(now: Instant): number {
  return Math.floor(now / STEP_MS);
}

/** The step whose code this is, near now and after the last one used; null when it is none: a code works once. */
export function stepOfCode(secret: string, code: string, now: Instant, lastStep: number): number | null {
  const key = fromBase32(secret);
  const steps = Array.from({ length: 2 * SKEW + 1 }, (_, index) => stepOf(now) - SKEW + index);
  return steps.find((step) => step > lastStep && isEqual(codeAt(key, step), code)) ?? null;
}

export function newSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES));
}

/** What an authenticator app reads from the QR code. */
export function keyUri(secret: string, username: string): string {
  const label = encodeURIComponent(`呼应:${username}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent("呼应")}`;
}

/** RFC 4648 §6, without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

export function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function isEqual(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
