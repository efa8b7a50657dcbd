/** `verify`: recomputes every chain of events and compares it with the cases, page by page. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, type Column, eq, gt, lte, type SQL } from "drizzle-orm";
import { faultsOfCase, type Found } from "./audit.ts";
import type { RowsOfCase } from "./auditRows.ts";
import type { Assignment } from "../server/domain/assignment.ts";
import type { CaseRow } from "./caseRow.ts";
import type { ToldNotice } from "./rowSeals.ts";
import type { HeldRow, TallyRow } from "./counted.ts";
import { isCountedAsNow } from "./tally.ts";
import { type Base, countOf } from "./db.ts";
import { auditRecord } from "./record/auditRecord.ts";
import { named } from "./record/named.ts";
import { bentSums } from "./recountSums.ts";
import { createAccount, sumsOf } from "./sums.ts";
import { verifyCalls } from "./verifyCalls.ts";
import type { Fault, Store } from "./store.ts";

const PAGE = 500;

export function createVerify(base: Base): Store["verify"] {
  return async (onProgress, saved = []) => {
    const total = await countCases(base);
    const isCounted = await isCountedAsNow(base);
    const faults: Fault[] = [];
    const counted = createAccount();
    let cases = 0;
    let events = 0;
    let after = "";
    let more = true;
    while (more) {
      const page = await readPage(base, after);
      for (const found of page.found) {
        faults.push(...faultsOfCase(isCounted ? found : { ...found, counted: undefined }));
        if (found.counted) counted.add(sumsOf(found.counted), 1);
      }
      cases += page.cases;
      events += page.events;
      more = page.last !== null;
      after = page.last ?? after;
      onProgress?.(cases, total);
      // The server goes on answering while a long archive is verified.
      await nextTurn();
    }
    const ofSums = await bentSums(base, counted.sums());
    const ofCalls = await verifyCalls(base);
    const record = await auditRecord(base, saved);
    return {
      cases,
      calls: ofCalls.calls,
      events: events + ofCalls.events,
      entries: record.entries,
      faults: await named(base, [...faults, ...ofSums, ...ofCalls.faults, ...record.faults]),
    };
  };
}

async function countCases({ db, tables: { cases } }: Base): Promise<number> {
  const [row] = await db.select({ n: countOf() }).from(cases);
  return row?.n ?? 0;
}

interface VerifyPage {
  readonly found: readonly Found[];
  readonly cases: number;
  readonly events: number;
  /** Id of the last case; null on the last page, which takes in whatever follows. */
  readonly last: string | null;
}

async function readPage({ db, tables }: Base, after: string): Promise<VerifyPage> {
  const { cases, events, sealedWords, clocks, reporters, casePhotos, assignments, outbox } = tables;
  const { caseParties, tallies, heldTimes, erasures } = tables;
  const heads = await db.select().from(cases).where(gt(cases.id, after)).orderBy(asc(cases.id)).limit(PAGE);
  const last = heads.length < PAGE ? null : (heads.at(-1)?.id ?? null);
  const within = (column: Column): SQL | undefined =>
    and(gt(column, after), last === null ? undefined : lte(column, last));
  const history = await db
    .select()
    .from(events)
    .where(within(events.caseId))
    .orderBy(asc(events.caseId), asc(events.seq));
  const words = await db.select().from(sealedWords).where(within(sealedWords.caseId));
  const timed = await db.select().from(clocks).where(within(clocks.caseId));
  const asked = await db.select().from(reporters).where(within(reporters.caseId));
  const shown = await db.select().from(casePhotos).where(within(casePhotos.caseId));
  const shared = await db.select().from(assignments).where(within(assignments.caseId));
  const parties = await db.select().from(caseParties).where(within(caseParties.caseId));
  const told = await db.select().from(outbox).where(within(outbox.caseId));
  const counted = await db.select().from(tallies).where(within(tallies.caseId));
  const held = await db.select().from(heldTimes).where(within(heldTimes.caseId));
  const erased = await db
    .select({ caseId: erasures.caseId })
    .from(erasures)
    .where(and(within(erasures.caseId), eq(erasures.what, "reporter")));
  const foundById = new Map<string, Mutable>(
    heads.map((head) => [head.id, { ...emptyOf(head.id), head, row: head, photos: head.photos ?? [] }]),
  );
  const of = (caseId: string) => {
    const found = foundById.get(caseId) ?? emptyOf(caseId);
    foundById.set(caseId, found);
    return found;
  };
  for (const event of history) of(event.caseId).events.push(event);
  for (const row of words) of(row.caseId).wordsBySeq.set(row.seq, row.words);
  // Rows of cases that are gone are named by their events
  for (const row of timed) foundById.get(row.caseId)?.clocks.push(row);
  for (const row of shown) foundById.get(row.caseId)?.casePhotos.push(row.photoId);
  for (const row of shared) foundById.get(row.caseId)?.assignments.push(row);
  for (const row of parties) foundById.get(row.caseId)?.parties.push(row.unit);
  for (const row of told) foundById.get(row.caseId)?.notices.push(row);
  for (const row of counted) foundById.get(row.caseId)?.counted.tallies.push(row);
  for (const row of held) foundById.get(row.caseId)?.counted.held.push(row);
  for (const row of erased) {
    const found = foundById.get(row.caseId);
    if (found) found.isReporterErased = true;
  }
  for (const row of asked) {
    const found = foundById.get(row.caseId);
    if (found) found.reporter = row;
  }
  return { found: [...foundById.values()].map(toFound), cases: heads.length, events: history.length, last };
}

interface Mutable {
  readonly caseId: string;
  readonly head: Found["head"];
  readonly events: Found["events"][number][];
  readonly wordsBySeq: Map<number, NonNullable<ReturnType<Found["wordsBySeq"]["get"]>>>;
  readonly clocks: RowsOfCase["clocks"][number][];
  readonly photos: RowsOfCase["photos"];
  readonly casePhotos: string[];
  readonly row: CaseRow | null;
  readonly assignments: Assignment[];
  readonly parties: string[];
  readonly notices: ToldNotice[];
  readonly counted: { readonly tallies: TallyRow[]; readonly held: HeldRow[] };
  reporter: RowsOfCase["reporter"];
  isReporterErased: boolean;
}

function emptyOf(caseId: string): Mutable {
  const rows = {
    clocks: [],
    photos: [],
    casePhotos: [],
    reporter: null,
    assignments: [],
    parties: [],
    notices: [],
    isReporterErased: false,
  };
  const counted = { tallies: [], held: [] };
  return { caseId, head: null, row: null, events: [], wordsBySeq: new Map(), counted, ...rows };
}

function toFound({
  clocks,
  photos,
  casePhotos,
  reporter,
  row,
  assignments,
  parties,
  notices,
  isReporterErased,
  ...found
}: Mutable): Found {
  return {
    ...found,
    rows: { clocks, photos, casePhotos, reporter, row, assignments, parties, notices, isReporterErased },
  };
}
