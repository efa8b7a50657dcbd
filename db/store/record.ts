/** 存证: the tree over everything that was recorded. */
import type { Instant } from "../../server/domain/time.ts";
import type { Entry } from "../record/entry.ts";
import type { TreeHashName } from "../record/treeHash.ts";

/** An entry and where it stands, from 0. */
export interface PlacedEntry extends Entry {
  readonly position: number;
}

/** A signed head of the tree. */
export interface Checkpoint {
  /** How many entries it speaks for. */
  readonly size: number;
  readonly algorithm: TreeHashName;
  /** Hex. */
  readonly root: string;
  readonly at: Instant;
  /** The signed note, as it is handed outside. */
  readonly note: string;
}

export interface RecordQueries {
  /** How many entries there are. */
  size(): Promise<number>;
  /** When the youngest event of a case was written, or the youngest checkpoint signed; null in an empty house. */
  lastAt(): Promise<Instant | null>;
  /** Cases of which something was recorded at a position or after it, in that order; a case may come several times. */
  casesFrom(
    position: number,
    limit: number,
  ): Promise<readonly { readonly position: number; readonly caseId: string }[]>;
  /** In order, from a position. */
  entries(from: number, limit: number): Promise<readonly PlacedEntry[]>;
  /** The entries of one case, call or row, in order. */
  entriesOf(kind: Entry["kind"], subject: string): Promise<readonly PlacedEntry[]>;
  /** Hash of the first event of a case: what the receipt of its report carries. */
  firstHash(caseId: string): Promise<string>;
  /** Records rows from before rows were recorded; does nothing when that was done. */
  adoptRows(): Promise<void>;
  /** Keeps the roots of pages that became full, so that later questions are short. */
  keepNodes(algorithm: TreeHashName): Promise<void>;
  /** Root of the first entries, as 32 bytes. */
  root(size: number, algorithm: TreeHashName): Promise<Uint8Array>;
  /** Siblings from a leaf up to the root of a tree of that size. */
  inclusion(position: number, size: number, algorithm: TreeHashName): Promise<readonly Uint8Array[]>;
  /** Shows that the older tree is the beginning of the newer one. */
  consistency(older: number, newer: number, algorithm: TreeHashName): Promise<readonly Uint8Array[]>;
  /** Does nothing when one of this size is there already. */
  addCheckpoint(checkpoint: Checkpoint): Promise<void>;
  latestCheckpoint(): Promise<Checkpoint | null>;
  /** Newest first. */
  checkpoints(limit: number): Promise<readonly Checkpoint[]>;
  /** Oldest first, those of trees larger than `size`. Of one size there may be several, one for each algorithm. */
  checkpointsOver(size: number, limit: number): Promise<readonly Checkpoint[]>;
  /** The smallest one that speaks for a position; null when none does yet. */
  checkpointOver(position: number): Promise<Checkpoint | null>;
}
