/** Checkpoints (存证检查点): the head of the tree over all records, signed, to be kept where this house cannot reach it. */
import type { KeyObject } from "node:crypto";
import { signNote } from "../../db/openRecord.ts";
import type { Checkpoint, Store } from "../../db/store.ts";
import type { Config } from "../config.ts";
import type { Instant } from "../domain/time.ts";

interface Signing {
  readonly store: Pick<Store, "record">;
  readonly config: Pick<Config, "recordHash">;
  readonly key: KeyObject;
  readonly now: Instant;
}

/** The record does not go on from the last checkpoint: it was cut short or rewritten, and nothing is signed. */
export interface NotExtending {
  readonly kind: "notExtending";
  readonly last: Checkpoint;
}

/** @returns the last one when nothing was recorded since; null when nothing was recorded at all. */
export async function makeCheckpoint(signing: Signing): Promise<Checkpoint | NotExtending | null> {
  const { store, config, key, now } = signing;
  const algorithm = config.recordHash;
  const [size, last] = [await store.record.size(), await store.record.latestCheckpoint()];
  if (size === 0 && last === null) return null;
  await store.record.keepNodes(algorithm);
  if (last !== null && !(await extendsIt(size, last, store))) return { kind: "notExtending", last };
  if (last !== null && last.size === size && last.algorithm === algorithm) return last;
  const root = Buffer.from(await store.record.root(size, algorithm)).toString("hex");
  const head = { size, root, algorithm, at: now };
  return { ...head, note: signNote(head, new Date(now).toISOString(), key) };
}

export function isNotExtending(made: Checkpoint | NotExtending | null): made is NotExtending {
  return made !== null && "kind" in made;
}

async function extendsIt(size: number, last: Checkpoint, { record }: Signing["store"]): Promise<boolean> {
  if (last.size > size) return false;
  const root = await record.root(last.size, last.algorithm);
  return Buffer.from(root).toString("hex") === last.root;
}
