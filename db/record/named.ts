/** Faults as a person can look them up: with the number of their case or call, in the order of the record. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { Base } from "../db.ts";
import type { Fault } from "../store.ts";

/** Beyond these many, numbers and places are not looked up one by one any more. Rows beside the record come after it: one cause bends many. */
const MOST = 2000;

/** The first one is the first bent record. */
export async function named(base: Base, faults: readonly Fault[]): Promise<readonly Fault[]> {
  const told: Fault[] = [];
  const looked = new Set(faults.toSorted((a, b) => Number(isOfRow(a)) - Number(isOfRow(b))).slice(0, MOST));
  // One after the other: all of it is read at one moment, on one connection
  for (const fault of faults)
    told.push(looked.has(fault) ? await placed(base, await numbered(base, fault)) : fault);
  const exact = told.flatMap(({ position, until }) =>
    position !== undefined && until === undefined ? [position] : [],
  );
  return told.toSorted((a, b) => placeOf(a, exact) - placeOf(b, exact));
}

function isOfRow({ kind }: Fault): boolean {
  return kind === "row";
}

/** A stretch that holds a bent record comes after it: the record itself says more. */
function placeOf({ position, until }: Fault, exact: readonly number[]): number {
  if (position === undefined) return Number.MAX_SAFE_INTEGER;
  if (until === undefined) return position;
  return exact.some((place) => place >= position && place <= until) ? until + 0.5 : position;
}

async function numbered(base: Base, fault: Fault): Promise<Fault> {
  if (fault.number !== "") return fault;
  if (fault.of === undefined || fault.of === "call")
    return { ...fault, number: await numberOf(base, fault.of ?? "case", fault.caseId) };
  if (fault.of !== "record" || fault.position === undefined) return fault;
  // What stands at the first place that may be bent
  const { db, tables } = base;
  const [entry] = await db
    .select()
    .from(tables.recordEntries)
    .where(lte(tables.recordEntries.position, fault.position))
    .orderBy(desc(tables.recordEntries.position))
    .limit(1);
  if (!entry) return fault;
  const { kind, subject, seq } = entry;
  const number = kind === "case" || kind === "call" ? await numberOf(base, kind, subject) : "";
  return { ...fault, caseId: subject, number, seq };
}

async function numberOf({ db, tables }: Base, kind: "case" | "call", id: string): Promise<string> {
  const { cases, calls } = tables;
  const [row] =
    kind === "case"
      ? await db.select({ number: cases.number }).from(cases).where(eq(cases.id, id))
      : await db.select({ number: calls.number }).from(calls).where(eq(calls.id, id));
  return row?.number ?? "";
}

/** Of a row without a place of its own: where the last event of its case was recorded, of an event the last one up to it. */
async function placed({ db, tables: { recordEntries: entries } }: Base, fault: Fault): Promise<Fault> {
  if (fault.kind === "unrecorded" || fault.position !== undefined) return fault;
  if (fault.of !== undefined && fault.of !== "call") return fault;
  const [row] = await db
    .select({ position: entries.position })
    .from(entries)
    .where(
      and(
        eq(entries.subject, fault.caseId),
        eq(entries.kind, fault.of ?? "case"),
        fault.seq === null ? undefined : lte(entries.seq, fault.seq),
      ),
    )
    .orderBy(desc(entries.seq))
    .limit(1);
  return row ? { ...fault, position: row.position } : fault;
}
