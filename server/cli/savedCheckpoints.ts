/** Checkpoints that were saved outside the house, read from files and held against its keys. */
import { readFileSync } from "node:fs";
import { keyName, type Note } from "../../db/openRecord.ts";
import type { Fault, SavedCheckpoint } from "../../db/store.ts";
import type { KnownKeys } from "../record/keyHistory.ts";
import { noteOf, signerOf, unsigned } from "../record/signers.ts";

export interface SignedFile {
  readonly file: string;
  /** Name of the key that signed it; null where none did that the house knows. */
  readonly key: string | null;
  /** There is no key to hold it against: its content may agree, where it comes from is not proven. */
  readonly code?: "signatureUnchecked";
}

export interface ReadCheckpoints {
  readonly saved: readonly SavedCheckpoint[];
  readonly signed: readonly SignedFile[];
  /** Those that no key of the house signed. */
  readonly faults: readonly Fault[];
}

/** @param keys none when there is nothing to hold them against. @returns a sentence when a file is no checkpoint. */
export function readCheckpoints(files: readonly string[], keys: KnownKeys): ReadCheckpoints | string {
  const saved: SavedCheckpoint[] = [];
  const signed: SignedFile[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const note = readFile(file);
    if (note === null) return `“${file}”不是检查点文件，应为 huying checkpoint 给出的文字`;
    const { size, algorithm, root, at } = note;
    saved.push({ size, algorithm, root, at, file });
    const key = signerOf(note, keys);
    if (keys.length === 0) signed.push({ file, key: null, code: "signatureUnchecked" });
    else signed.push({ file, key: key && keyName(key) });
    if (keys.length > 0 && key === null) faults.push(unsigned({ size, at, file }, note, keys));
  }
  return { saved, signed, faults };
}

function readFile(file: string): Note | null {
  try {
    return noteOf(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
