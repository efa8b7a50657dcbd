/** Proofs for outsiders: that the entries of one case stand in a signed tree, and that one tree goes on from another. */
import type { Checkpoint, Store } from "../../db/store.ts";
import type { CaseProof, ConsistencyProof } from "../domain/recordAnswers.ts";
import type { KnownKeys } from "./keyHistory.ts";
import { signedWith } from "./signers.ts";

interface Proving {
  readonly store: Pick<Store, "record">;
  /** One of them signed the checkpoint, if the house still knows it. */
  readonly keys: KnownKeys;
}

/** @returns null when the checkpoint speaks for no entry of the case. */
export async function proofOf(
  found: { readonly id: string; readonly number: string },
  checkpoint: Checkpoint,
  { store, keys }: Proving,
): Promise<CaseProof | null> {
  const { size, algorithm, root, note } = checkpoint;
  const all = await store.record.entriesOf("case", found.id);
  const covered = all.filter(({ position }) => position < size);
  if (covered.length === 0) return null;
  const entries = await Promise.all(
    covered.map(async ({ position, kind, subject, seq, hash }) => {
      const path = await store.record.inclusion(position, size, algorithm);
      return { position, kind, subject, seq, hash, path: path.map(hex) };
    }),
  );
  return {
    format: "huying-proof/1",
    number: found.number,
    algorithm,
    size,
    root,
    entries,
    pending: all.length - covered.length,
    checkpoint: note,
    key: signedWith(note, keys),
  };
}

type Head = Pick<Checkpoint, "size" | "root" | "algorithm">;

/** @returns null when they were made with different hashes, or the newer one is smaller. */
export async function consistencyOf(
  older: Head,
  newer: Head,
  { record }: Pick<Store, "record">,
): Promise<ConsistencyProof | null> {
  if (older.algorithm !== newer.algorithm || older.size > newer.size) return null;
  const path = await record.consistency(older.size, newer.size, newer.algorithm);
  return {
    format: "huying-consistency/1",
    algorithm: newer.algorithm,
    older: { size: older.size, root: older.root },
    newer: { size: newer.size, root: newer.root },
    path: path.map(hex),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
