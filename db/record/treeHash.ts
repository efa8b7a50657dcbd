/** The two hashes a tree may be made with: SHA-256, and SM3 for counties under 密评 (GB/T 39786). */
import { hash } from "node:crypto";

export const treeHashNames = ["sha256", "sm3"] as const;

export type TreeHashName = (typeof treeHashNames)[number];

/** @returns 32 bytes. */
export type TreeHash = (bytes: Uint8Array) => Uint8Array;

export function treeHashOf(name: TreeHashName): TreeHash {
  return (bytes) => hash(name, bytes, "buffer");
}

export function isTreeHashName(text: string): text is TreeHashName {
  return treeHashNames.some((name) => name === text);
}
