/**
 * Counting (计入): cases that changed are told anew from their events, a bounded piece at a time, so that no question
 * about figures ever reads a history. Rows made here may be thrown away; the events make them again.
 */
import { sql } from "drizzle-orm";
import type { CaseEvent } from "../server/domain/case.ts";
import { profileOf } from "../server/domain/evaluate/facts.ts";
import { type Tally, TALLY_VERSION, tallyOf } from "../server/domain/evaluate/tally.ts";
import { ledgerOf } from "../server/domain/ledger.ts";
import { dayNumber, dayOf, type Instant } from "../server/domain/time.ts";
import {
  type Changed,
  type Counted,
  createChangedCases,
  createCountedOf,
  createEventsOf,
} from "./counted.ts";
import { type Base, chunked } from "./db.ts";
import { createSettings } from "./settings.ts";
import { createAccount, sumsOf, sumSteps } from "./sums.ts";
import type { EvaluationQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

/** Which counting the rows come from. */
const SETTING = "tally.version";

export function createTally(base: Base, writer: Writer): EvaluationQueries["catchUp"] {
  const changedCases = createChangedCases(base);
  const eventsOf = createEventsOf(base);
  const countedOf = createCountedOf(base);
  let begun = false;
  return async (limit) => {
    if (!begun) await countAnew(base);
    begun = true;
    const changed = await changedCases(limit);
    for (const chunk of chunked(changed)) {
      const ids = chunk.map(({ id }) => id);
      const [events, standing] = await Promise.all([eventsOf(ids), countedOf(ids)]);
      const recounts = chunk.map((changed): Recount => ({
        changed,
        told: countCase(changed.id, events.get(changed.id)?.slice(0, changed.version) ?? []),
        standing: standing.get(changed.id) ?? nothing,
      }));
      await writeAll(writer, recounts);
    }
    return changed.length;
  };
}

/**
 * In one plan a sum that many cases share is told once. When one of them went on meanwhile, each is written for itself, one after
 * the other: side by side PostgreSQL would find them waiting for each other's sums crosswise.
 */
async function writeAll(writer: Writer, recounts: readonly Recount[]): Promise<void> {
  if ((await writer.runTogether(tallyPlan(recounts))) === "done") return;
  for (const one of recounts) await writer.run(tallyPlan([one]));
}

/** Another way of counting than the rows come from: every case is counted again, piece by piece. */
async function countAnew(base: Base): Promise<void> {
  const settings = createSettings(base);
  if (await isCountedAsNow(base)) return;
  const { db, tables } = base;
  await db
    .update(tables.cases)
    .set({ tallied: false })
    .where(sql`${tables.cases.tallied} = true`);
  await settings.put(SETTING, String(TALLY_VERSION));
}

/** Rows of another way of counting say nothing about the record. */
export async function isCountedAsNow(base: Base): Promise<boolean> {
  return (await createSettings(base).get(SETTING)) === String(TALLY_VERSION);
}

interface Recount {
  readonly changed: Changed;
  readonly told: Counted;
  /** What the case counted for before. */
  readonly standing: Counted;
}

/** The rows of each case anew, and the difference that all of them make to the sums. */
function tallyPlan(recounts: readonly Recount[]): readonly Step[] {
  const account = createAccount();
  for (const { told, standing } of recounts) {
    account.add(sumsOf(told), 1);
    account.add(sumsOf(standing), -1);
  }
  return [...recounts.flatMap(rowSteps), ...sumSteps(account.sums())];
}

function rowSteps({ changed: { id, version }, told, standing }: Recount): readonly Step[] {
  return [
    { write: "markTallied", row: { id, expects: version }, orElse: "stale" },
    ...(standing.tallies.length > 0 ? [{ write: "forgetTallies", row: { caseId: id } } as const] : []),
    ...(standing.held.length > 0 ? [{ write: "forgetHeld", row: { caseId: id } } as const] : []),
    ...told.tallies.map((row): Step => ({ write: "addTally", row })),
    ...told.held.map((row): Step => ({ write: "addHeld", row })),
  ];
}

const nothing: Counted = { tallies: [], held: [] };

/** The rows that the events of one case make. */
export function countCase(caseId: string, events: readonly CaseEvent[]): Counted {
  const tally = tallyOf(events);
  const tallies = tally.accounts.map(({ subject, unit, openedAt, facts }) => ({
    caseId,
    subject,
    unit,
    openedAt,
    month: dayOf(dayNumber(openedAt)).slice(0, 7),
    township: tally.townshipCode ?? "",
    cell: tally.cellCode ?? "",
    item: tally.itemCode ?? "",
    profile: profileOf(facts),
  }));
  return { tallies, held: heldRows(caseId, tally, events) };
}

/** 9 digits of a cell's code name its township: what a grid worker holds is the township's, no person is timed. */
const TOWNSHIP_DIGITS = 9;

function heldRows(caseId: string, tally: Tally, events: readonly CaseEvent[]): Counted["held"] {
  const lead = tally.accounts[0]?.unit ?? "";
  return ledgerOf(events, Number.POSITIVE_INFINITY).map(({ holder, state, from, to }, at) => ({
    caseId,
    at,
    unit: /^\d{10,}$/u.test(holder) ? holder.slice(0, TOWNSHIP_DIGITS) : holder,
    state,
    township: tally.townshipCode ?? "",
    lead,
    from,
    until: endOf(to),
  }));
}

function endOf(to: Instant): Instant | null {
  return to === Number.POSITIVE_INFINITY ? null : to;
}
