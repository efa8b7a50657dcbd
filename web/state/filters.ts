/** Filters of the worklist as they stand in the address: a copied link shows a colleague the same view. Pure. */
import type { CaseState } from "../../server/domain/case.ts";
import { queryOf } from "../api.ts";

export const tabs = ["todo", "open", "done", "all"] as const;
export type Tab = (typeof tabs)[number];

export const dueDays = ["overdue", "today", "tomorrow", "week"] as const;

/** Single-valued filters that travel to the server as they are. */
export const filterNames = [
  "state",
  "lamp",
  "due",
  "reported",
  "township",
  "cell",
  "unit",
  "holder",
  "item",
  "channel",
  "desk",
  "mark",
  "own",
  "mine",
  "q",
  "sort",
] as const;
export type FilterName = (typeof filterNames)[number];

export interface Filters extends Readonly<Partial<Record<FilterName, string>>> {
  readonly tab: Tab;
}

/** Only names we know are read; everything else in the address is left alone. */
export function readFilters(query: Readonly<Record<string, string>>): Filters {
  const tab = tabs.find((name) => name === query["tab"]) ?? (hasOther(query) ? "all" : "todo");
  const found: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = query[name];
    if (value) found[name] = value;
  }
  return { tab, ...found };
}

/** Pages that show cases under these filters. */
export type ListPage = "/cases" | "/ledger";

/** The address of the list under these filters, in one fixed order. */
export function listAddress(filters: Filters, page: ListPage = "/cases"): string {
  return `${page}${queryOf(valuesOf(filters))}`;
}

/** The same filters with one changed; the same value again, or null, takes it away. */
export function changed(filters: Filters, name: FilterName, value: string | null): Filters {
  const { [name]: old, ...rest } = filters;
  return value === null || value === "" || value === old ? rest : { ...rest, [name]: value };
}

export function inTab(filters: Filters, tab: Tab): Filters {
  const { state: _, ...rest } = filters;
  return { ...rest, tab };
}

/** States that a tab holds; every state where the tab is not about states. */
export function statesIn(tab: Tab): readonly CaseState[] {
  if (tab === "done") return doneStates;
  return tab === "all" ? [...openStates, ...doneStates] : openStates;
}

export const openStates: readonly CaseState[] = [
  "reported",
  "verifying",
  "filed",
  "dispatched",
  "accepted",
  "waiting",
  "suspended",
  "handled",
  "checked",
];
export const doneStates: readonly CaseState[] = ["closed", "unsolved", "followedUp", "declined", "withdrawn"];

/** Something besides tab and order narrows the list. */
export function isNarrowed(filters: Filters): boolean {
  return filterNames.some((name) => name !== "sort" && filters[name] !== undefined);
}

/** Most urgent first where somebody must act, newest first where all is done. */
export function sortOf(filters: Filters): string {
  return filters.sort ?? (filters.tab === "todo" || filters.tab === "open" ? "due" : "newest");
}

export function valuesOf(filters: Filters): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([["tab", filters.tab], ...filterNames.map((name) => [name, filters[name]])]);
}

/** A link like `?lamp=red` without a tab means all that is red, not only what is in my hands. */
function hasOther(query: Readonly<Record<string, string>>): boolean {
  return filterNames.some((name) => name !== "sort" && query[name]);
}
