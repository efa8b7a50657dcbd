/**
 * A checkpoint as text that can be mailed, printed and read out: a signed note (C2SP signed-note and tlog-checkpoint).
 *
 *   <origin>                         huying-3fa29c11: the log, named after its key
 *   <size>                           decimal
 *   <root>                           base64, 32 bytes
 *   hash sha256 | hash sm3           what the tree is made with
 *   time 2026-11-20T09:00:00.000Z
 *                                    an empty line
 *   — <origin> <base64>              4 bytes of the key's name, 64 bytes of Ed25519 over everything above the empty line
 *
 * The key's name is the beginning of SHA-256(origin + "\n" + 0x01 + key), as C2SP has it.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Instant } from "../../server/domain/time.ts";
import { isTreeHashName, type TreeHashName } from "./treeHash.ts";

/** What is signed. */
export interface Head {
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly algorithm: TreeHashName;
  readonly at: Instant;
}

export interface Note extends Head {
  readonly origin: string;
  /** Everything that is signed, with its last line break. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const ED25519 = 1;
/** An Ed25519 key in SPKI is this head and 32 bytes. */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

/** @param key private. @param time ISO 8601 of `head.at`. */
export function signNote(head: Head, time: string, key: KeyObject): string {
  const origin = keyName(key);
  const root = Buffer.from(head.root, "hex").toString("base64");
  const text = `${origin}\n${head.size}\n${root}\nhash ${head.algorithm}\ntime ${time}\n`;
  const bytes = Buffer.concat([keyId(origin, key), sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${origin} ${bytes.toString("base64")}\n`;
}

/** @returns null for a text that is no checkpoint. @param toInstant reads ISO 8601. */
export function readNote(file: string, toInstant: (time: string) => Instant): Note | null {
  const note = file.replaceAll("\r\n", "\n");
  const end = note.indexOf("\n\n");
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  const [origin = "", size = "", root = "", hash = "", time = ""] = text.split("\n");
  const algorithm = hash.replace(/^hash /, "");
  const at = toInstant(time.replace(/^time /, ""));
  const bytes = Buffer.from(root, "base64");
  if (!/^\d{1,15}$/.test(size) || bytes.length !== 32 || !isTreeHashName(algorithm) || Number.isNaN(at))
    return null;
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .flatMap((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      return name && encoded ? [{ name, bytes: Buffer.from(encoded, "base64") }] : [];
    });
  return { origin, size: Number(size), root: bytes.toString("hex"), algorithm, at, text, signatures };
}

export function isSignedBy(note: Note, key: KeyObject): boolean {
  const origin = keyName(key);
  const expected = keyId(origin, key);
  return note.signatures.some(
    ({ name, bytes }) =>
      name === origin &&
      expected.equals(bytes.subarray(0, 4)) &&
      verify(null, Buffer.from(note.text), publicPart(key), bytes.subarray(4)),
  );
}

/** For those who check: `name+id+key`, as C2SP writes it. */
export function verifierKey(key: KeyObject): string {
  const origin = keyName(key);
  const encoded = Buffer.concat([Uint8Array.of(ED25519), rawKey(key)]).toString("base64");
  return `${origin}+${keyId(origin, key).toString("hex")}+${encoded}`;
}

/** @returns null for a text that is no such key. */
export function readVerifierKey(text: string): KeyObject | null {
  const encoded = text.trim().split("+").slice(2).join("+");
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== ED25519) return null;
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, bytes.subarray(1)]), format: "der", type: "spki" });
}

/** A root to be read out over the telephone and compared: the first 8 groups of 4 digits. */
export function shortRoot(root: string): string {
  return (root.slice(0, 32).match(/.{4}/g) ?? []).join(" ");
}

/** `huying-3fa29c11`: the log, named after its key. */
export function keyName(key: KeyObject): string {
  return `huying-${createHash("sha256").update(rawKey(key)).digest("hex").slice(0, 8)}`;
}

function keyId(origin: string, key: KeyObject): Buffer {
  const hash = createHash("sha256");
  hash.update(`${origin}\n`).update(Uint8Array.of(ED25519)).update(rawKey(key));
  return hash.digest().subarray(0, 4);
}

function publicPart(key: KeyObject): KeyObject {
  return key.type === "private" ? createPublicKey(key) : key;
}

function rawKey(key: KeyObject): Buffer {
  return publicPart(key).export({ format: "der", type: "spki" }).subarray(-32);
}
