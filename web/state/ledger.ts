/** 案卷台账: pages of its rows under the filters of the address. */
import { signal } from "@preact/signals";
import type { LedgerAnswer } from "../../server/domain/listAnswers.ts";
import { ask, type Problem, queryOf } from "../api.ts";
import { type Filters, sortOf, valuesOf } from "./filters.ts";

/** What goes to the server, for the page and for its files alike. */
export function ledgerQuery(filters: Filters, after: string | null = null): string {
  return queryOf({ ...valuesOf(filters), sort: sortOf(filters), after });
}

export function createLedger() {
  const found = signal<LedgerAnswer | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  let turn = 0;

  async function load(filters: Filters, after: string | null): Promise<void> {
    const mine = ++turn;
    busy.value = true;
    const answer = await ask<LedgerAnswer>(`/api/ledger${ledgerQuery(filters, after)}`);
    if (mine !== turn) return;
    busy.value = false;
    problem.value = answer.kind === "problem" ? answer : null;
    if (answer.kind === "problem") return;
    const before = after === null ? [] : (found.peek()?.rows ?? []);
    found.value = { ...answer.value, rows: [...before, ...answer.value.rows] };
  }

  return {
    found,
    problem,
    busy,
    show: (filters: Filters) => load(filters, null),
    more: (filters: Filters) => load(filters, found.peek()?.next ?? null),
  };
}
