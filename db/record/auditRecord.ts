/**
 * Holds the record (存证) against everything: its own order, the tree that was kept, the checkpoints that were signed,
 * and the events and rows it was made of. One pass over the entries in their order, so that the first bent one is named.
 */
import { and, asc, eq, gt, isNull, min } from "drizzle-orm";
import type { Base } from "../db.ts";
import type { Checkpoint, Fault } from "../store.ts";
import { type EntryKind, leafOf } from "./entry.ts";
import { createFrontier } from "./merkle.ts";
import { faultsOfRows } from "./rows.ts";
import { type TreeHashName, treeHashOf } from "./treeHash.ts";

/** What the record is held against beside its own checkpoints: saved outside the house. */
export type SavedCheckpoint = Pick<Checkpoint, "size" | "algorithm" | "root" | "at"> & {
  /** Absent for those of the database. */
  readonly file?: string;
};

export interface RecordAudit {
  readonly entries: number;
  readonly faults: readonly Fault[];
}

const PAGE = 1000;
const MOST_UNRECORDED = 20;

export async function auditRecord(base: Base, saved: readonly SavedCheckpoint[]): Promise<RecordAudit> {
  const own = await ownCheckpoints(base);
  const trees = await openTrees(base, [...own, ...saved]);
  const faults: Fault[] = [];
  const lastSeq = new Map<string, number>();
  let expected = 0;
  for (;;) {
    const page = await readPage(base, expected);
    for (const row of page) {
      if (row.position !== expected) faults.push(recordFault("missing", expected));
      for (const tree of trees) tree.add(row);
      faults.push(...faultsOfEntry(row, lastSeq));
      expected = row.position + 1;
    }
    if (page.length < PAGE) break;
  }
  return {
    entries: expected,
    faults: [
      ...faults,
      ...(await beforeFirst(base)),
      ...trees.flatMap((tree) => tree.end()),
      ...(await unrecorded(base)),
      ...(await faultsOfRows(base)),
    ],
  };
}

interface FoundEntry {
  readonly position: number;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly seq: number;
  readonly hash: string;
  /** Of the event it was made of; null when that is gone, or for rows. */
  readonly caseHash: string | null;
  readonly callHash: string | null;
}

async function readPage({ db, tables }: Base, from: number): Promise<readonly FoundEntry[]> {
  const { recordEntries: entries, events, callEvents } = tables;
  return await db
    .select({
      position: entries.position,
      kind: entries.kind,
      subject: entries.subject,
      seq: entries.seq,
      hash: entries.hash,
      caseHash: events.hash,
      callHash: callEvents.hash,
    })
    .from(entries)
    .leftJoin(
      events,
      and(eq(entries.kind, "case"), eq(events.caseId, entries.subject), eq(events.seq, entries.seq)),
    )
    .leftJoin(
      callEvents,
      and(eq(entries.kind, "call"), eq(callEvents.callId, entries.subject), eq(callEvents.seq, entries.seq)),
    )
    .where(gt(entries.position, from - 1))
    .orderBy(asc(entries.position))
    .limit(PAGE);
}

/** Positions begin at 0: one below it was slipped in where nobody looks. */
async function beforeFirst({ db, tables: { recordEntries } }: Base): Promise<readonly Fault[]> {
  const [row] = await db.select({ first: min(recordEntries.position) }).from(recordEntries);
  return (row?.first ?? 0) < 0 ? [recordFault("order", row?.first ?? 0)] : [];
}

function faultsOfEntry(entry: FoundEntry, lastSeq: Map<string, number>): readonly Fault[] {
  const { kind, subject, seq, hash, position } = entry;
  const key = `${kind} ${subject}`;
  const last = lastSeq.get(key) ?? 0;
  lastSeq.set(key, seq);
  const faults: Fault[] = [];
  if (seq !== last + 1) faults.push(entryFault("order", entry));
  if (kind !== "case" && kind !== "call") return faults;
  const found = kind === "case" ? entry.caseHash : entry.callHash;
  if (found === null) faults.push(entryFault("gone", { kind, subject, seq, position }));
  else if (found !== hash) faults.push(entryFault("rewritten", { kind, subject, seq, position }));
  return faults;
}

function entryFault(
  kind: Fault["kind"],
  { kind: of, subject, seq, position }: Pick<FoundEntry, "kind" | "subject" | "seq" | "position">,
): Fault {
  return { ...(of === "case" ? {} : { of }), caseId: subject, number: "", seq, kind, position };
}

function recordFault(kind: Fault["kind"], position: number, more: Partial<Fault> = {}): Fault {
  return { of: "record", caseId: "", number: "", seq: null, kind, position, ...more };
}

interface Tree {
  readonly add: (entry: FoundEntry) => void;
  readonly end: () => readonly Fault[];
}

/** One tree for each hash that a checkpoint was made with. */
async function openTrees(base: Base, checkpoints: readonly SavedCheckpoint[]): Promise<readonly Tree[]> {
  const names = [...new Set(checkpoints.map(({ algorithm }) => algorithm))];
  const kept = await base.db
    .selectDistinct({ name: base.tables.recordNodes.algorithm })
    .from(base.tables.recordNodes);
  const all = [...new Set<TreeHashName>([...names, ...kept.map(({ name }) => name)])];
  const trees: Tree[] = [];
  // One after the other: all of it is read at one moment, on one connection
  for (const name of all) {
    const ofName = checkpoints.filter(({ algorithm }) => algorithm === name);
    trees.push(openTree(name, ofName, await keptNodes(base, name)));
  }
  return trees;
}

function openTree(
  name: TreeHashName,
  checkpoints: readonly SavedCheckpoint[],
  nodes: ReadonlyMap<string, string>,
): Tree {
  const hash = treeHashOf(name);
  const bySize = new Map<number, SavedCheckpoint[]>();
  for (const one of checkpoints) bySize.set(one.size, [...(bySize.get(one.size) ?? []), one]);
  const bad: SavedCheckpoint[] = [];
  let [size, good] = [0, 0];
  let badPage: readonly [number, number] | null = null;
  const frontier = createFrontier(hash, (level, place, root) => {
    const kept = nodes.get(`${level} ${place}`);
    if (kept !== undefined && kept !== hex(root)) badPage ??= [place * 2 ** level, (place + 1) * 2 ** level];
  });

  function compare(): void {
    const here = bySize.get(size);
    if (here === undefined) return;
    bySize.delete(size);
    const root = hex(frontier.root());
    const wrong = here.filter((checkpoint) => checkpoint.root !== root);
    if (wrong.length === 0 && bad.length === 0) good = size;
    bad.push(...wrong);
  }

  /** Between the last head that still fits and the first that does not; a kept page narrows it down. */
  function bounds(upTo: number): Pick<Fault, "position" | "until"> {
    const inside = badPage !== null && badPage[0] < upTo ? badPage : null;
    return { position: Math.max(good, inside?.[0] ?? 0), until: Math.min(upTo, inside?.[1] ?? upTo) - 1 };
  }

  compare();
  return {
    add(entry) {
      frontier.add(leafOf(entry, hash));
      size += 1;
      compare();
    },
    end() {
      const short = [...bySize.values()].flat();
      const pages =
        badPage === null || bad.length > 0
          ? []
          : [recordFault("page", badPage[0], { until: badPage[1] - 1 })];
      return [
        ...pages,
        ...bad.map((one) => recordFault("checkpoint", good, { ...bounds(one.size), ...nameOf(one) })),
        ...short.map((one) => recordFault("short", size, { until: one.size - 1, ...nameOf(one) })),
      ];
    },
  };
}

function nameOf({ file, at }: SavedCheckpoint): Pick<Fault, "file" | "at"> {
  return file === undefined ? { at } : { at, file };
}

async function ownCheckpoints({ db, tables: { checkpoints } }: Base): Promise<readonly SavedCheckpoint[]> {
  const { size, algorithm, root, at } = checkpoints;
  return await db.select({ size, algorithm, root, at }).from(checkpoints).orderBy(asc(size));
}

async function keptNodes(
  { db, tables: { recordNodes } }: Base,
  name: TreeHashName,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select().from(recordNodes).where(eq(recordNodes.algorithm, name));
  return new Map(rows.map(({ level, place, hash }) => [`${level} ${place}`, hash]));
}

/** Events that were never recorded: slipped in behind the back of the house. */
async function unrecorded({ db, tables }: Base): Promise<readonly Fault[]> {
  const { recordEntries: entries, events, callEvents } = tables;
  const ofCases = await db
    .select({ caseId: events.caseId, seq: events.seq })
    .from(events)
    .leftJoin(
      entries,
      and(eq(entries.subject, events.caseId), eq(entries.kind, "case"), eq(entries.seq, events.seq)),
    )
    .where(isNull(entries.position))
    .limit(MOST_UNRECORDED);
  const ofCalls = await db
    .select({ caseId: callEvents.callId, seq: callEvents.seq })
    .from(callEvents)
    .leftJoin(
      entries,
      and(eq(entries.subject, callEvents.callId), eq(entries.kind, "call"), eq(entries.seq, callEvents.seq)),
    )
    .where(isNull(entries.position))
    .limit(MOST_UNRECORDED);
  return [
    ...ofCases.map((row): Fault => ({ ...row, number: "", kind: "unrecorded" })),
    ...ofCalls.map((row): Fault => ({ ...row, of: "call", number: "", kind: "unrecorded" })),
  ];
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
