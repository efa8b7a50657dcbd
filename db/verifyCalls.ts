/** `verify` for calls: their chains, their words and their rows against each other, page by page. */
import { and, asc, type Column, gt, lte, type SQL } from "drizzle-orm";
import { foldCall, type LivedCall } from "../server/domain/call/foldCall.ts";
import { chainFaults, sealFaults } from "./audit.ts";
import { type CallRow, rowToCall } from "./callRow.ts";
import { canonical } from "./canonical.ts";
import type { SealedWord } from "./chain.ts";
import type { Base } from "./db.ts";
import {
  bentAmong,
  callRowSeal,
  noticeSeals,
  sealedNotices,
  sealedRow,
  sealsAll,
  type ToldNotice,
} from "./rowSeals.ts";
import type { Fault, Verification } from "./store.ts";

const PAGE = 500;

type EventRow = Base["tables"]["callEvents"]["$inferSelect"];

interface FoundCall {
  readonly id: string;
  /** null when events are left of a call that is gone. */
  readonly row: CallRow | null;
  readonly events: EventRow[];
  readonly words: Map<number, Readonly<Record<string, SealedWord>>>;
  readonly notices: ToldNotice[];
}

export async function verifyCalls(base: Base): Promise<Omit<Verification, "cases" | "entries">> {
  const faults: Fault[] = [];
  let calls = 0;
  let events = 0;
  let after = "";
  for (;;) {
    const page = await readPage(base, after);
    for (const found of page.found) {
      faults.push(...faultsOfCall(found));
      calls += found.row === null ? 0 : 1;
      events += found.events.length;
    }
    if (page.last === null) return { calls, events, faults };
    after = page.last;
  }
}

async function readPage(
  { db, tables: { calls, callEvents, callWords, callNotices } }: Base,
  after: string,
): Promise<{ readonly found: readonly FoundCall[]; readonly last: string | null }> {
  const rows = await db.select().from(calls).where(gt(calls.id, after)).orderBy(asc(calls.id)).limit(PAGE);
  // The last page takes in whatever follows: events of calls that are gone.
  const last = rows.length < PAGE ? null : (rows.at(-1)?.id ?? null);
  const within = (column: Column): SQL | undefined =>
    and(gt(column, after), last === null ? undefined : lte(column, last));
  const history = await db
    .select()
    .from(callEvents)
    .where(within(callEvents.callId))
    .orderBy(asc(callEvents.callId), asc(callEvents.seq));
  const words = await db.select().from(callWords).where(within(callWords.callId));
  const told = await db.select().from(callNotices).where(within(callNotices.callId));
  const byId = new Map<string, FoundCall>(rows.map((row) => [row.id, blank(row.id, row)]));
  const of = (id: string) => {
    const found = byId.get(id) ?? blank(id, null);
    byId.set(id, found);
    return found;
  };
  for (const event of history) of(event.callId).events.push(event);
  for (const row of words) of(row.callId).words.set(row.seq, row.words);
  for (const row of told) byId.get(row.callId)?.notices.push(row);
  return { found: [...byId.values()], last };
}

function blank(id: string, row: CallRow | null): FoundCall {
  return { id, row, events: [], words: new Map(), notices: [] };
}

function faultsOfCall({ id, row, events, words, notices }: FoundCall): readonly Fault[] {
  const number = row?.number ?? "";
  const fault = (kind: Fault["kind"], seq: number | null): Fault => ({
    of: "call",
    caseId: id,
    number,
    seq,
    kind,
  });
  const chained = events.map(({ callId, ...event }) => ({ ...event, caseId: callId }));
  const broken = chainFaults({ events: chained });
  const heads = headFaults(row, events);
  const told = broken.length > 0 ? [] : rowFaults(row, events);
  const isNamed = broken.length > 0 || heads.length > 0 || told.length > 0;
  const beside = isNamed ? [] : besideFaults(row, events, notices);
  return [
    ...broken.map(([kind, seq]) => fault(kind, seq)),
    ...sealFaults({ head: row, events: chained, wordsBySeq: words }).map((seq) => fault("seal", seq)),
    ...heads.map((kind) => fault(kind, null)),
    ...[...told, ...beside].map((field) => ({ ...fault("row", null), field })),
  ];
}

function headFaults(row: CallRow | null, events: readonly EventRow[]): readonly Fault["kind"][] {
  const last = events.at(-1);
  if (!row || !last) return ["head"];
  const faults: Fault["kind"][] = [];
  if (row.version !== last.seq || row.headHash !== last.hash) faults.push("head");
  if (row.state !== last.to) faults.push("state");
  return faults;
}

/** The row as a whole, and what was told to whom. */
function besideFaults(
  row: CallRow | null,
  events: readonly EventRow[],
  notices: readonly ToldNotice[],
): readonly string[] {
  const seal = sealedRow(events);
  const isBent = row !== null && seal !== null && callRowSeal(row)["row"] !== seal;
  const told = bentAmong(sealedNotices(events), noticeSeals(notices), sealsAll(events));
  return [...(isBent ? ["calls"] : []), ...told.map((id) => `call_notices.${id}`)];
}

/** What the events alone decide must stand on the row. State and version have kinds of their own. */
function rowFaults(row: CallRow | null, events: readonly EventRow[]): readonly string[] {
  const told = foldCall(events);
  if (!row || !told) return [];
  const call = rowToCall(row);
  const named = Object.keys(told) as (keyof LivedCall)[];
  return named.filter(
    (field) => field !== "state" && field !== "version" && canonical(call[field]) !== canonical(told[field]),
  );
}
