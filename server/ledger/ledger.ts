/** The ledger (案卷台账): the worklist's own cases under its own filters, with the steps and counts of each. */
import type { CaseFilter } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import type { Instant } from "../domain/time.ts";
import { assistantsEvents, onlyAssists } from "../view/assignments.ts";
import { reporterAnswer } from "../view/privacy.ts";
import { type Cell, ledgerColumns } from "./columns.ts";

export interface LedgerRow {
  readonly id: string;
  /** In the order of `ledgerColumns`. */
  readonly cells: readonly Cell[];
}

export interface LedgerPage {
  readonly rows: readonly LedgerRow[];
  readonly next: string | null;
}

export interface LedgerQuestion {
  readonly actor: Actor;
  readonly filter: CaseFilter;
  readonly sort: "newest" | "due";
  readonly now: Instant;
}

export async function ledgerPage(
  { actor, filter, sort, now }: LedgerQuestion,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  deps: Deps,
): Promise<LedgerPage> {
  const found = await deps.store.cases.list(scopeOf(actor), filter, { sort, after, limit }, now);
  const rows = await Promise.all(found.rows.map(({ id }) => rowOf(id, actor, deps)));
  return { rows: rows.flatMap((row) => row ?? []), next: found.next };
}

const PAGE = 100;

/** All of it. @returns null when there are more than `most`: a part of a ledger looks like the whole. */
export async function wholeLedger(
  question: LedgerQuestion,
  most: number,
  deps: Deps,
): Promise<readonly LedgerRow[] | null> {
  const rows: LedgerRow[] = [];
  for (let after: string | null = null; ;) {
    const page: LedgerPage = await ledgerPage(question, { after, limit: PAGE }, deps);
    rows.push(...page.rows);
    if (rows.length > most) return null;
    if (page.next === null) return rows;
    after = page.next;
  }
}

async function rowOf(id: string, actor: Actor, { store, names }: Deps): Promise<LedgerRow | null> {
  const [found, history, reporter] = await Promise.all([
    store.cases.byId(id),
    store.cases.history(id),
    store.cases.reporter(id),
  ]);
  if (found === null) return null;
  const isNarrow = onlyAssists(actor, found);
  const material = {
    case: found,
    events: isNarrow ? assistantsEvents(history, actor.unit) : history,
    reporter: reporterAnswer(found, reporter, actor),
    isNarrow,
    names,
  };
  return { id, cells: ledgerColumns.map(({ cell }) => cell(material)) };
}
