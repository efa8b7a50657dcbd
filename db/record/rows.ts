/**
 * Rows that stand for themselves (photos, looks at reporters, emergencies, objections): each writing of one is recorded,
 * so that the last entry of a row says how it must stand. Rows of cases and calls need none: their events tell them.
 */
import { and, asc, eq } from "drizzle-orm";
import type { Base } from "../db.ts";
import type { Fault } from "../store.ts";
import type { Writer } from "../writer.ts";
import type { Step } from "../writes.ts";
import { type RowKind, rowHash } from "./entry.ts";

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
};

const kinds = Object.keys(readers) as RowKind[];

/** What `settings` says of a database whose rows were written before rows were recorded. */
const ADOPT = "record.adopt";

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

/** Records rows that were written before rows were recorded, once after the upgrade. */
export async function adoptRows(base: Base, writer: Writer): Promise<void> {
  if (!(await isPending(base))) return;
  for (const kind of kinds) {
    const known = await lastEntries(base, kind);
    const rows = (await readers[kind](base)).filter(({ subject }) => !known.has(subject));
    for (const { subject, row } of rows) await writer.run([rowEntry(kind, subject, row)]);
  }
  const { settings } = base.tables;
  await base.db.delete(settings).where(eq(settings.key, ADOPT)).returning({ key: settings.key });
}

/** Rows that are not as they were last recorded. */
export async function faultsOfRows(base: Base): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const pending = await isPending(base);
  for (const kind of kinds) {
    const recorded = await lastEntries(base, kind);
    for (const { subject, row } of await readers[kind](base)) {
      const entry = recorded.get(subject);
      recorded.delete(subject);
      if (entry === undefined && !pending) faults.push(faultOf(kind, subject, "unrecorded"));
      if (entry !== undefined && entry.hash !== rowHash(row))
        faults.push({ ...faultOf(kind, subject, "rewritten"), position: entry.position });
    }
    for (const [subject, { position, hash }] of recorded)
      if (hash !== "") faults.push({ ...faultOf(kind, subject, "gone"), position });
  }
  return faults;
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

async function isPending({ db, tables: { settings } }: Base): Promise<boolean> {
  const rows = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.key, ADOPT), eq(settings.value, "pending")));
  return rows.length > 0;
}
