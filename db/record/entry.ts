/**
 * What one leaf of the tree says. Anybody can write it from what a proof holds:
 *
 *   entry = UTF-8 of  kind + "\n" + subject + "\n" + seq + "\n" + hash + "\n"
 *
 * An event is recorded by its hash in the chain (chain.ts); a row by the hex SHA-256 of its canonical JSON; a row that
 * was taken away by right by an empty hash.
 */
import { hash } from "node:crypto";
import { canonical } from "../canonical.ts";
import { leafHash } from "./merkle.ts";
import type { TreeHash } from "./treeHash.ts";

/** Events of cases and of calls, and rows of other tables that stand for themselves. */
export type EntryKind = "case" | "call" | RowKind;

/** Tables whose rows are recorded one by one, each time they are written. */
export type RowKind =
  | "photo"
  | "reveal"
  | "emergency"
  | "emergencyLog"
  | "objection"
  | "erasure"
  // What decides who may do what, who is sent, and where things lie
  | "account"
  | "catalogue"
  | "county"
  | "gridVersion"
  // What happened to accounts, keys and personal data (securityRows.ts)
  | "securityFact"
  | "securityForgotten";

export interface Entry {
  readonly kind: EntryKind;
  readonly subject: string;
  readonly seq: number;
  readonly hash: string;
}

export function entryBytes({ kind, subject, seq, hash }: Entry): Uint8Array {
  return Buffer.from(`${kind}\n${subject}\n${seq}\n${hash}\n`);
}

export function leafOf(entry: Entry, hash: TreeHash): Uint8Array {
  return leafHash(entryBytes(entry), hash);
}

export function rowHash(row: object): string {
  return hash("sha256", canonical(row), "hex");
}
