/** Who signed which checkpoint: each by a key of the house, and none by one that another had replaced already. */
import type { KeyObject } from "node:crypto";
import { isSignedBy, keyName, type Note, readNote, verifierKey } from "../../db/openRecord.ts";
import type { Checkpoint, Fault, Store } from "../../db/store.ts";
import type { Instant } from "../domain/time.ts";
import type { KnownKeys } from "./keyHistory.ts";

export interface Signer {
  /** `huying-3fa29c11` */
  readonly key: string;
  /** Whether it is the youngest that is known. */
  readonly isCurrent: boolean;
  readonly checkpoints: number;
  readonly from: Instant;
  readonly to: Instant;
}

export interface JudgedSignatures {
  /** In the order in which they began to sign. */
  readonly signers: readonly Signer[];
  readonly faults: readonly Fault[];
  /** So many were held against nothing, for want of any key. */
  readonly unchecked: number;
}

/** Checkpoints of the database itself, the oldest first: each must be signed, and say what its row says. */
export async function judgeSignatures(
  rows: AsyncIterable<Checkpoint>,
  keys: KnownKeys,
): Promise<JudgedSignatures> {
  const signers = new Map<string, Signer>();
  const faults: Fault[] = [];
  let [youngest, unchecked] = [0, 0];
  for await (const row of rows) {
    if (keys.length === 0) {
      unchecked += 1;
      continue;
    }
    const note = noteOf(row.note);
    const key = note === null || !isSame(note, row) ? null : signerOf(note, keys);
    if (key === null) {
      faults.push(unsigned(row, note, keys));
      continue;
    }
    const place = keys.findIndex((each, at) => at >= youngest && each.equals(key));
    if (place === -1) faults.push(signatureFault("replacedKey", row, keyName(key)));
    else youngest = place;
    count(key, row.at);
  }
  return { signers: [...signers.values()], faults, unchecked };

  function count(key: KeyObject, at: Instant): void {
    const name = keyName(key);
    const before = signers.get(name) ?? {
      key: name,
      isCurrent: keys.at(-1)?.equals(key) ?? false,
      checkpoints: 0,
      from: at,
    };
    signers.set(name, { ...before, checkpoints: before.checkpoints + 1, to: at });
  }
}

const PAGE = 10_000;

/** Every checkpoint of a database, the oldest first. @param most rows that are held at a time, more than one size has. */
export async function* allCheckpoints(
  record: Pick<Store["record"], "checkpointsOver">,
  most = PAGE,
): AsyncGenerator<Checkpoint> {
  let size = Number.MIN_SAFE_INTEGER;
  while (true) {
    const page: readonly Checkpoint[] = await record.checkpointsOver(size, most);
    const last = page.at(-1)?.size;
    if (last === undefined) return;
    // Others of the last size may stand on the next page
    const isWhole = page.length < most;
    yield* isWhole ? page : page.filter((row) => row.size < last);
    size = isWhole ? last : last - 1;
  }
}

/** @returns null when none of them signed it. */
export function signerOf(note: Note, keys: KnownKeys): KeyObject | null {
  return keys.findLast((key) => isSignedBy(note, key)) ?? null;
}

/** The verifier key that goes with a checkpoint as it is handed out; null where the house does not know it. */
export function signedWith(text: string, keys: KnownKeys): string | null {
  const note = noteOf(text);
  const key = note && signerOf(note, keys);
  return key && verifierKey(key);
}

export function noteOf(text: string): Note | null {
  return readNote(text, (time) => Date.parse(time));
}

type Signed = Pick<Checkpoint, "size" | "at"> & { readonly file?: string };

/** @param note null when it cannot be read. A key that nobody here knows is told by its name. */
export function unsigned(signed: Signed, note: Note | null, keys: KnownKeys): Fault {
  if (note?.signatures.length === 0) return signatureFault("noSignature", signed);
  const isKnown = note === null || keys.some((key) => keyName(key) === note.origin);
  return isKnown ? signatureFault("signature", signed) : signatureFault("unknownKey", signed, note.origin);
}

function signatureFault(kind: Fault["kind"], { size, at, file }: Signed, field?: string): Fault {
  const place = { of: "record", caseId: "", number: "", seq: null, position: Math.max(0, size - 1) } as const;
  return {
    ...place,
    kind,
    at,
    ...(field === undefined ? {} : { field }),
    ...(file === undefined ? {} : { file }),
  };
}

function isSame(note: Note, row: Checkpoint): boolean {
  return note.size === row.size && note.root === row.root && note.algorithm === row.algorithm;
}
