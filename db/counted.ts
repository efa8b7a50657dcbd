/** What counting (tally.ts) reads: the cases that changed, their events, and the rows by which they count so far. */
import { asc, getTableColumns, sql } from "drizzle-orm";
import type { CaseEvent } from "../server/domain/case.ts";
import { type Base, isOneOf, prepared } from "./db.ts";
import type { RowOf } from "./writes.ts";

export type TallyRow = RowOf["addTally"];
export type HeldRow = RowOf["addHeld"];

/** The rows that one case counts by, or several. */
export interface Counted {
  readonly tallies: readonly TallyRow[];
  readonly held: readonly HeldRow[];
}

export interface Changed {
  readonly id: string;
  readonly version: number;
}

export function createChangedCases({ db, tables: { cases } }: Base) {
  const find = prepared<Changed>(
    "uncounted",
    db
      .select({ id: cases.id, version: cases.version })
      .from(cases)
      .where(sql`${cases.tallied} = false`)
      .orderBy(asc(cases.id))
      .limit(sql.placeholder("limit")),
  );
  return async (limit: number): Promise<readonly Changed[]> => await find({ limit });
}

export function createEventsOf(base: Base) {
  const { events } = base.tables;
  // Hashes and seals say nothing to a count, and to read them would take longer than all the rest
  const { hash: _1, previousHash: _2, seals: _3, ...told } = getTableColumns(events);
  const find = prepared<Omit<CaseEvent, "words">>(
    "events_to_count",
    base.db
      .select(told)
      .from(events)
      .where(isOneOf(base, events.caseId, "ids"))
      .orderBy(asc(events.caseId), asc(events.seq)),
  );
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly CaseEvent[]>> => {
    const byCase = new Map<string, CaseEvent[]>();
    for (const row of await find({ ids: JSON.stringify(ids) })) {
      const list = byCase.get(row.caseId) ?? [];
      byCase.set(row.caseId, list);
      list.push({ ...row, words: {} });
    }
    return byCase;
  };
}

/** @returns what reads the rows as they stand, by case. */
export function createCountedOf(
  base: Base,
): (ids: readonly string[]) => Promise<ReadonlyMap<string, Counted>> {
  const { tallies, heldTimes } = base.tables;
  const { db } = base;
  const told = prepared<TallyRow>(
    "counted",
    db
      .select()
      .from(tallies)
      .where(isOneOf(base, tallies.caseId, "ids")),
  );
  const held = prepared<HeldRow>(
    "counted_held",
    db
      .select()
      .from(heldTimes)
      .where(isOneOf(base, heldTimes.caseId, "ids")),
  );
  return async (ids) => {
    const given = { ids: JSON.stringify(ids) };
    const [accounts, times] = await Promise.all([told(given), held(given)]);
    const byCase = new Map(ids.map((id) => [id, { tallies: [] as TallyRow[], held: [] as HeldRow[] }]));
    for (const row of accounts) byCase.get(row.caseId)?.tallies.push(row);
    for (const row of times) byCase.get(row.caseId)?.held.push(row);
    return byCase;
  };
}
