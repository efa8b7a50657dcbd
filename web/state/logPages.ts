/** A list that is asked for by days and filters, and turned page by page. */
import { signal } from "@preact/signals";
import { ask, type Problem, queryOf } from "../api.ts";
import { learnTime } from "./serverTime.ts";

interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly from: string;
  readonly to: string;
  readonly now: number;
  readonly more: string | null;
}

export type LogFilter = Readonly<Record<string, string>>;

export type LogPages<Row> = ReturnType<typeof createLogPages<Row>>;

/** @param path of the list; its table is at `path/table.csv`. */
export function createLogPages<Row>(path: string) {
  const filter = signal<LogFilter>({});
  const found = signal<Paged<Row> | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);

  async function fetchPage(after: string | null): Promise<void> {
    busy.value = true;
    const answer = await ask<Paged<Row>>(`${path}${queryOf({ ...filter.value, after })}`);
    busy.value = false;
    if (answer.kind === "problem") return void (problem.value = answer);
    problem.value = null;
    learnTime(answer.value.now);
    const earlier = after === null ? [] : (found.value?.rows ?? []);
    found.value = { ...answer.value, rows: [...earlier, ...answer.value.rows] };
  }

  return {
    filter,
    found,
    problem,
    busy,
    load: async () => await fetchPage(null),
    more: async () => await fetchPage(found.value?.more ?? null),
    tableAddress: () => `${path}/table.csv${queryOf(filter.value)}`,
  };
}
