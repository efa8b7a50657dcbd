/** The tree as the database keeps it: leaves are the entries, and roots of pages of 256 leaves and more are kept beside them. */
import { and, asc, eq, gte, max } from "drizzle-orm";
import { type Base, chunked } from "../db.ts";
import type { PlacedEntry } from "../store/record.ts";
import { leafOf } from "./entry.ts";
import { nodeHash, type RangeRoot, rootOf, splitOf } from "./merkle.ts";
import { type TreeHash, type TreeHashName, treeHashOf } from "./treeHash.ts";

const PAGE_LEVEL = 8;
export const PAGE = 2 ** PAGE_LEVEL;

interface Node {
  readonly level: number;
  readonly place: number;
  readonly hash: string;
}

export async function readEntries(
  { db, tables: { recordEntries } }: Base,
  from: number,
  limit: number,
): Promise<readonly PlacedEntry[]> {
  return await db
    .select()
    .from(recordEntries)
    .where(gte(recordEntries.position, from))
    .orderBy(asc(recordEntries.position))
    .limit(limit);
}

/** Roots of ranges: from kept nodes where there are any, else from the leaves. */
export function createRangeRoot(base: Base, algorithm: TreeHashName): RangeRoot {
  const hash = treeHashOf(algorithm);
  return async function rangeRoot(from, to): Promise<Uint8Array> {
    const kept = await keptRoot(base, algorithm, { from, to });
    if (kept !== null) return kept;
    if (to - from <= PAGE) return rootOf(await leavesOf(base, { from, to }, hash), hash);
    const middle = from + splitOf(to - from);
    return nodeHash(await rangeRoot(from, middle), await rangeRoot(middle, to), hash);
  };
}

/** Keeps the roots of all pages that are full and not kept yet, and of what they complete above them. */
export async function keepNodes(base: Base, algorithm: TreeHashName): Promise<void> {
  const hash = treeHashOf(algorithm);
  const first = await nextPage(base, algorithm);
  const fresh: Node[] = [];
  for (let page = first; ; page += 1) {
    const leaves = await leavesOf(base, { from: page * PAGE, to: (page + 1) * PAGE }, hash, "partly");
    if (leaves.length < PAGE) break;
    fresh.push(...(await completedBy(base, { algorithm, page, root: rootOf(leaves, hash) }, fresh)));
    if (fresh.length >= 2 * PAGE) await put(base, algorithm, fresh.splice(0));
  }
  await put(base, algorithm, fresh);
}

interface FullPage {
  readonly algorithm: TreeHashName;
  readonly page: number;
  readonly root: Uint8Array;
}

/** A page and every parent whose right child it completes. */
async function completedBy(
  base: Base,
  { algorithm, page, root }: FullPage,
  fresh: readonly Node[],
): Promise<readonly Node[]> {
  const hash = treeHashOf(algorithm);
  const nodes: Node[] = [{ level: PAGE_LEVEL, place: page, hash: hex(root) }];
  let [level, place, own] = [PAGE_LEVEL, page, root];
  while (place % 2 === 1) {
    const left = await nodeAt(base, algorithm, { level, place: place - 1 }, fresh);
    own = nodeHash(left, own, hash);
    [level, place] = [level + 1, (place - 1) / 2];
    nodes.push({ level, place, hash: hex(own) });
  }
  return nodes;
}

/** @throws when it is not there: pages are kept in order, so a left sibling always is. */
async function nodeAt(
  { db, tables: { recordNodes } }: Base,
  algorithm: TreeHashName,
  { level, place }: Omit<Node, "hash">,
  fresh: readonly Node[] = [],
): Promise<Uint8Array> {
  const known = fresh.find((node) => node.level === level && node.place === place);
  if (known) return Buffer.from(known.hash, "hex");
  const [row] = await db
    .select({ hash: recordNodes.hash })
    .from(recordNodes)
    .where(
      and(eq(recordNodes.algorithm, algorithm), eq(recordNodes.level, level), eq(recordNodes.place, place)),
    );
  if (!row) throw new Error(`Node ${place} of level ${level} is not kept.`);
  return Buffer.from(row.hash, "hex");
}

interface Range {
  readonly from: number;
  readonly to: number;
}

async function keptRoot(
  base: Base,
  algorithm: TreeHashName,
  { from, to }: Range,
): Promise<Uint8Array | null> {
  const size = to - from;
  const level = Math.log2(size);
  if (!Number.isInteger(level) || level < PAGE_LEVEL || from % size !== 0) return null;
  const { db, tables } = base;
  const [row] = await db
    .select({ hash: tables.recordNodes.hash })
    .from(tables.recordNodes)
    .where(
      and(
        eq(tables.recordNodes.algorithm, algorithm),
        eq(tables.recordNodes.level, level),
        eq(tables.recordNodes.place, from / size),
      ),
    );
  return row ? Buffer.from(row.hash, "hex") : null;
}

/** @throws RangeError when there are fewer entries than asked for. */
async function leavesOf(
  base: Base,
  { from, to }: Range,
  hash: TreeHash,
  whole: "whole" | "partly" = "whole",
): Promise<readonly Uint8Array[]> {
  const entries = await readEntries(base, from, to - from);
  const given = entries.filter((entry, index) => entry.position === from + index);
  if (whole === "whole" && given.length < to - from)
    throw new RangeError(`Entries ${from} to ${to - 1} are asked for, there are ${given.length} of them.`);
  return given.map((entry) => leafOf(entry, hash));
}

async function nextPage({ db, tables: { recordNodes } }: Base, algorithm: TreeHashName): Promise<number> {
  const [row] = await db
    .select({ place: max(recordNodes.place) })
    .from(recordNodes)
    .where(and(eq(recordNodes.algorithm, algorithm), eq(recordNodes.level, PAGE_LEVEL)));
  return (row?.place ?? -1) + 1;
}

async function put(
  { db, tables: { recordNodes } }: Base,
  algorithm: TreeHashName,
  nodes: readonly Node[],
): Promise<void> {
  for (const rows of chunked(nodes))
    await db
      .insert(recordNodes)
      .values(rows.map((node) => ({ algorithm, ...node })))
      .onConflictDoNothing()
      .returning({ level: recordNodes.level });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
