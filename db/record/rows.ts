/**
 * Rows that stand for themselves (photos, looks at reporters, emergencies, objections): each writing of one is recorded,
 * so that the last entry of a row says how it must stand. Rows of cases and calls need none: their events tell them.
 */
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Base } from "../db.ts";
import { hashOfCells } from "../gridHash.ts";
import type { Fault } from "../store.ts";
import type { Writer } from "../writer.ts";
import type { Step } from "../writes.ts";
import { type RowKind, rowHash } from "./entry.ts";
import { factSubject, instantOfFact, letGoUntil } from "./securityRows.ts";

interface Stored {
  readonly subject: string;
  readonly row: object;
}

type Reader = (base: Base) => Promise<readonly Stored[]>;

const readers: Readonly<Record<RowKind, Reader>> = {
  photo: async ({ db, tables }) =>
    (await db.select().from(tables.photos)).map((row) => ({ subject: row.id, row })),
  reveal: async ({ db, tables }) =>
    (await db.select().from(tables.reveals)).map((row) => ({ subject: row.id, row })),
  erasure: async ({ db, tables }) =>
    (await db.select().from(tables.erasures)).map((row) => ({ subject: row.id, row })),
  emergency: async ({ db, tables }) =>
    (await db.select().from(tables.emergencies)).map((row) => ({ subject: row.id, row })),
  emergencyLog: async ({ db, tables }) =>
    (await db.select().from(tables.emergencyLog)).map((row) => ({ subject: logSubject(row), row })),
  objection: async ({ db, tables }) => {
    const asked = await db
      .select()
      .from(tables.objectionCases)
      .orderBy(
        asc(tables.objectionCases.caseId),
        asc(tables.objectionCases.subject),
        asc(tables.objectionCases.unit),
      );
    const rows = await db.select().from(tables.objections);
    return rows.map((row) => ({
      subject: row.id,
      row: objectionRow(
        row,
        asked.filter(({ objectionId }) => objectionId === row.id),
      ),
    }));
  },
  account: async ({ db, tables }) =>
    (await db.select().from(tables.accounts)).map((row) => ({ subject: row.username, row })),
  catalogue: async ({ db, tables: { catalogues } }) =>
    (await db.select().from(catalogues).where(isNotNull(catalogues.publishedAt))).map((row) => ({
      subject: String(row.version),
      row,
    })),
  county: async ({ db, tables: { countyVersions } }) =>
    (await db.select().from(countyVersions).where(isNotNull(countyVersions.publishedAt))).map((row) => ({
      subject: `${row.subject} ${row.version}`,
      row,
    })),
  gridVersion: async ({ db, tables }) => {
    const versions = await db.select().from(tables.gridVersions);
    const cells = await db.select().from(tables.gridCells);
    return versions.map((row) => {
      const counted = cells.filter(
        ({ layer, version, endedBy }) =>
          layer === row.layer && version <= row.version && (endedBy === null || endedBy > row.version),
      );
      return {
        subject: String(row.version),
        row: gridRow(row, hashOfCells(counted.map(({ validTo: _until, ...cell }) => cell))),
      };
    });
  },
  securityFact: async ({ db, tables }) =>
    (await db.select().from(tables.securityLog)).map((row) => ({ subject: factSubject(row), row })),
  // That old facts went stands in the record alone
  securityForgotten: async () => [],
};

const kinds = Object.keys(readers) as RowKind[];

/** What `settings` says of a database whose rows were written before rows were recorded. */
const ADOPT = "record.adopt";
/** Kinds that have been recorded ever since, once there were more than the first. */
const KINDS = "record.kinds";
const firstKinds: readonly RowKind[] = [
  "photo",
  "reveal",
  "emergency",
  "emergencyLog",
  "objection",
  "erasure",
];

/** A version of the grid is recorded with the hash that its cells really have. */
export function gridRow(row: object, cellsHash: string): object {
  return { ...row, cellsHash };
}

/** The step that records how a row stands from now on. */
export function rowEntry(kind: RowKind, subject: string, row: object): Step {
  return { write: "addRowEntry", row: { kind, subject, hash: rowHash(row) } };
}

export function logSubject(row: {
  readonly emergencyId: string;
  readonly kind: string;
  readonly at: number;
}): string {
  return `${row.emergencyId} ${row.kind} ${row.at}`;
}

/** An objection is recorded with the rows it asks about. */
export function objectionRow(
  row: object,
  cases: readonly { readonly caseId: string; readonly subject: string; readonly unit: string }[],
): object {
  const asked = cases.map(({ caseId, subject, unit }) => `${caseId} ${subject} ${unit}`).sort();
  return { ...row, cases: asked };
}

/** Records rows that were written before their kind was recorded, once after the upgrade. */
export async function adoptRows(base: Base, writer: Writer): Promise<void> {
  const pending = await pendingKinds(base);
  if (pending.size === 0) return;
  for (const kind of pending) {
    const known = await lastEntries(base, kind);
    const rows = (await readers[kind](base)).filter(({ subject }) => !known.has(subject));
    for (const { subject, row } of rows) await writer.run([rowEntry(kind, subject, row)]);
  }
  const { db, tables } = base;
  const { settings } = tables;
  await db.delete(settings).where(eq(settings.key, ADOPT)).returning({ key: settings.key });
  const value = JSON.stringify(kinds);
  await db
    .insert(settings)
    .values({ key: KINDS, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
    .returning({ key: settings.key });
}

/** Rows that are not as they were last recorded. */
export async function faultsOfRows(base: Base): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const pending = await pendingKinds(base);
  const forgotten = await letGoUntil(base);
  const excused = await photosErased(base);
  for (const kind of kinds) {
    const recorded = await lastEntries(base, kind);
    for (const { subject, row } of await readers[kind](base)) {
      const entry = recorded.get(subject);
      recorded.delete(subject);
      if (entry === undefined && !pending.has(kind)) faults.push(faultOf(kind, subject, "unrecorded"));
      if (entry !== undefined && entry.hash !== rowHash(row))
        faults.push({ ...faultOf(kind, subject, "rewritten"), position: entry.position });
    }
    for (const [subject, { position, hash }] of recorded)
      if (kind === "photo" && hash === "" && !excused.has(subject))
        faults.push({ ...faultOf(kind, subject, "gone"), position });
      else if (hash !== "" && !isForgotten(kind, subject, forgotten))
        faults.push({ ...faultOf(kind, subject, "gone"), position });
  }
  return faults;
}

/** Photos of cases whose photos went by right, each with its row of erasure that is recorded too. */
async function photosErased({ db, tables: { casePhotos, erasures } }: Base): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: casePhotos.photoId })
    .from(casePhotos)
    .innerJoin(erasures, and(eq(erasures.caseId, casePhotos.caseId), eq(erasures.what, "photos")));
  return new Set(rows.map(({ id }) => id));
}

function isForgotten(kind: RowKind, subject: string, until: number | null): boolean {
  if (kind !== "securityFact" || until === null) return false;
  return (instantOfFact(subject) ?? until) < until;
}

function faultOf(of: RowKind, caseId: string, kind: Fault["kind"]): Fault {
  return { of, caseId, number: "", seq: null, kind };
}

interface LastEntry {
  readonly hash: string;
  readonly position: number;
}

async function lastEntries(
  { db, tables: { recordEntries } }: Base,
  kind: RowKind,
): Promise<Map<string, LastEntry>> {
  const rows = await db
    .select()
    .from(recordEntries)
    .where(eq(recordEntries.kind, kind))
    .orderBy(asc(recordEntries.position));
  return new Map(rows.map(({ subject, hash, position }) => [subject, { hash, position }]));
}

/** Kinds whose rows may still be there from before they were recorded. */
async function pendingKinds({ db, tables: { settings } }: Base): Promise<ReadonlySet<RowKind>> {
  const rows = await db
    .select()
    .from(settings)
    .where(inArray(settings.key, [ADOPT, KINDS]));
  const known = new Map(rows.map(({ key, value }) => [key, value]));
  const adopted = JSON.parse(known.get(KINDS) ?? JSON.stringify(firstKinds)) as readonly RowKind[];
  const all = known.get(ADOPT) === "pending";
  return new Set(kinds.filter((kind) => (all && firstKinds.includes(kind)) || !adopted.includes(kind)));
}
