/** Checkpoints that were saved outside the house, read from files and held against the key. */
import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { isSignedBy, type Note, readNote } from "../../db/openRecord.ts";
import type { Fault, SavedCheckpoint } from "../../db/store.ts";

export interface ReadCheckpoints {
  readonly saved: readonly SavedCheckpoint[];
  /** Those that the key did not sign. */
  readonly faults: readonly Fault[];
}

/** @param key null when there is none to hold them against. @returns a sentence when a file is no checkpoint. */
export function readCheckpoints(files: readonly string[], key: KeyObject | null): ReadCheckpoints | string {
  const saved: SavedCheckpoint[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const note = readFile(file);
    if (note === null) return `“${file}”不是检查点文件，应为 huying checkpoint 给出的文字`;
    const { size, algorithm, root, at } = note;
    saved.push({ size, algorithm, root, at, file });
    if (key !== null && !isSignedBy(note, key)) faults.push(unsigned({ size, at, file }));
  }
  return { saved, faults };
}

export function noteOf(text: string): Note | null {
  return readNote(text, (time) => Date.parse(time));
}

export function unsigned({ size, at, file }: { size: number; at: number; file?: string }): Fault {
  const place = { of: "record", caseId: "", number: "", seq: null, position: Math.max(0, size - 1) } as const;
  return { ...place, kind: "signature", at, ...(file === undefined ? {} : { file }) };
}

function readFile(file: string): Note | null {
  try {
    return noteOf(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
