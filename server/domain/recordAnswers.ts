/** What the screens and files of the record (存证) hold. */
import type { Instant } from "./time.ts";

/** The place of one entry in the tree, with the siblings on its way up to the root. */
export interface ProvedEntry {
  readonly position: number;
  readonly kind: string;
  readonly subject: string;
  readonly seq: number;
  readonly hash: string;
  /** Hex, from the leaf up. */
  readonly path: readonly string[];
}

/** 存证证明: checked by `docs/verify-proof.mjs` or anybody's own script, against the checkpoint that it holds or another. */
export interface CaseProof {
  readonly format: "huying-proof/1";
  readonly number: string;
  readonly algorithm: "sha256" | "sm3";
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly entries: readonly ProvedEntry[];
  /** Entries so young that no checkpoint speaks for them yet. */
  readonly pending: number;
  /** The signed note. */
  readonly checkpoint: string;
  /** `name+id+key`; null where the house does not know it. */
  readonly key: string | null;
}

/** Shows that the tree of one checkpoint goes on from the tree of an older one. */
export interface ConsistencyProof {
  readonly format: "huying-consistency/1";
  readonly algorithm: "sha256" | "sm3";
  readonly older: { readonly size: number; readonly root: string };
  readonly newer: { readonly size: number; readonly root: string };
  readonly path: readonly string[];
}

export interface CheckpointAnswer {
  readonly size: number;
  readonly at: Instant;
  readonly algorithm: "sha256" | "sm3";
  readonly root: string;
  /** To be read out over the telephone. */
  readonly short: string;
  readonly note: string;
}

export interface BackupAnswer {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
  /** Restored into a temporary folder and verified whole. */
  readonly verifiedAt: Instant | null;
  readonly faults: number;
}

/** 存证与备份: how the record and its copies stand. */
export interface RecordAnswer {
  readonly entries: number;
  /** The newest first. */
  readonly checkpoints: readonly CheckpointAnswer[];
  readonly key: string | null;
  readonly backups: readonly BackupAnswer[];
  /** Hours between two backups; 0 when they are made by other means. */
  readonly backupHours: number;
  /** One is being made at this moment. */
  readonly backingUp: boolean;
  /** How much of the copy is written, 0 … 1, while one is being written; it is tried out after that. */
  readonly written: number | null;
  /** Backups can be made from here: a database in a file of the house. */
  readonly mayBackUp: boolean;
  readonly now: Instant;
}

/** POST /api/record/backups/:file/ask: where it is fetched, and what it will be called. */
export interface BackupLink {
  readonly path: string;
  readonly name: string;
}
