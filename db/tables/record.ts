/** 存证: everything that was recorded, in the order it was committed in, the tree over it, and its signed heads. */
import type { EntryKind } from "../record/entry.ts";
import type { TreeHashName } from "../record/treeHash.ts";
import type { Kit } from "../kit.ts";

export function recordTables(k: Kit) {
  /** Append-only: triggers refuse update and delete. One row for each leaf of the tree (record/entry.ts). */
  const recordEntries = k.table(
    "record_entries",
    {
      /** From 0, without gaps: the place of the leaf. */
      position: k.long().primaryKey(),
      kind: k.key<EntryKind>().notNull(),
      /** Id of the case, the call or the row. */
      subject: k.key().notNull(),
      /** `seq` of an event; of a row how often it was recorded before, from 1. */
      seq: k.int().notNull(),
      /** Hash of the event, or of the row as it stood; empty when the row was taken away by right. */
      hash: k.key().notNull(),
    },
    (t) => [k.uniqueIndex("record_entries_subject").on(t.subject, t.kind, t.seq)],
  );

  /** Roots of full subtrees of 256 leaves and more, so that a proof reads a few rows. They may be thrown away. */
  const recordNodes = k.table(
    "record_nodes",
    {
      algorithm: k.key<TreeHashName>().notNull(),
      level: k.int().notNull(),
      place: k.long().notNull(),
      hash: k.key().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.algorithm, t.level, t.place] })],
  );

  /** Append-only: triggers refuse update and delete. */
  const checkpoints = k.table(
    "checkpoints",
    {
      size: k.long().notNull(),
      algorithm: k.key<TreeHashName>().notNull(),
      /** Hex. */
      root: k.key().notNull(),
      at: k.instant().notNull(),
      /** The signed note that was made of it (record/note.ts). */
      note: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.size, t.algorithm] })],
  );

  return { recordEntries, recordNodes, checkpoints };
}
