/**
 * What may not stand readable in the database file is sealed with AES-256-GCM: reporters' names and numbers, second
 * factors. A sealed value names its key, `v1.KEY.BASE64URL(nonce ‖ text ‖ tag)`, and is bound to its column, so that one
 * cannot be put in the place of another. Numbers are found again by a keyed hash (HMAC-SHA-256).
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { randomPool } from "../randomPool.ts";

export interface KeyRing {
  /** Id of the key that seals; the others only open. */
  readonly current: string;
  readonly ids: readonly string[];
  seal(column: string, text: string): string;
  /** @returns `UNREADABLE` for a value that was bent or put elsewhere; a value from before sealing as it is. */
  open(column: string, stored: string): string;
  /** By the current key. */
  lookup(text: string): string;
  /** By every key: while keys are being changed, rows of both stand side by side. */
  lookups(text: string): readonly string[];
}

/** Stands in place of what cannot be opened, so that one bent row stops neither a list nor a verification. */
export const UNREADABLE = "\uFFFD";

const FORM = "v1";
const NONCE = 12;
const TAG = 16;

/** @param keys 32 random bytes each, by id; the last one seals. */
export function createRing(keys: ReadonlyMap<string, Buffer>): KeyRing {
  const made = new Map([...keys].map(([id, key]) => [id, derived(key)]));
  const current = [...keys.keys()].at(-1);
  const own = current === undefined ? undefined : made.get(current);
  if (current === undefined || own === undefined) throw new RangeError("Got no key, expected at least one.");
  return {
    current,
    ids: [...keys.keys()],
    seal: (column, text) => `${sealedBy(current)}${sealed(own.cipher, column, text)}`,
    open(column, stored) {
      const [form, id = "", body = ""] = stored.split(".");
      if (form !== FORM || stored.split(".").length !== 3) return stored;
      const key = made.get(id);
      return key === undefined ? UNREADABLE : opened(key.cipher, column, body);
    },
    lookup: (text) => hashed(own.lookup, text),
    lookups: (text) => [...made.values()].map(({ lookup }) => hashed(lookup, text)),
  };
}

/** How every sealed value begins. */
export const SEALED = `${FORM}.`;

/** How every value begins that this key has sealed. */
export function sealedBy(id: string): string {
  return `${FORM}.${id}.`;
}

/** A phone number as it is compared: digits alone, without the country's 86. */
export function phoneDigits(phone: string): string {
  const digits = phone.replaceAll(/\D/g, "");
  return digits.length === 13 && digits.startsWith("86") ? digits.slice(2) : digits;
}

interface Derived {
  readonly cipher: KeyObject;
  readonly lookup: KeyObject;
}

/** Two keys out of one, so that neither use tells anything about the other (HKDF, RFC 5869). */
function derived(key: Buffer): Derived {
  if (key.length !== 32) throw new RangeError(`Got a key of ${key.length} bytes, expected 32.`);
  const part = (info: string) => createSecretKey(Buffer.from(hkdfSync("sha256", key, "", info, 32)));
  return { cipher: part("huying seal"), lookup: part("huying lookup") };
}

const freshNonce = randomPool(NONCE);

function sealed(key: KeyObject, column: string, text: string): string {
  const nonce = freshNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(column));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url");
}

function opened(key: KeyObject, column: string, stored: string): string {
  const bytes = Buffer.from(stored, "base64url");
  if (bytes.length < NONCE + TAG) return UNREADABLE;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(column))
      .setAuthTag(bytes.subarray(-TAG));
    const body = bytes.subarray(NONCE, -TAG);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    return UNREADABLE; // the tag does not fit: nothing of it may be believed
  }
}

function hashed(key: KeyObject, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}
