/** The worklist: rows under the filters of the address, page by page, kept while one looks into a case. */
import { computed, signal } from "@preact/signals";
import type {
  CaseListAnswer,
  CaseRow,
  CountsAnswer,
  DueCountsAnswer,
} from "../../server/domain/listAnswers.ts";
import { type Answer, ask, type Problem, queryOf } from "../api.ts";
import { type Filters, listAddress, sortOf, type Tab, valuesOf } from "./filters.ts";
import { noteChanged } from "./fresh.ts";
import { hear } from "./live.ts";
import { createResource } from "./resource.ts";
import { worklistWords } from "../worklistWords.ts";
import { learnTime } from "./serverTime.ts";

const PAGE = 50;
/** News come in bursts; one question answers them together. */
const GATHER = 400;

const shownAddress = signal("");
const filters = signal<Filters>({ tab: "todo" });
export const rows = signal<readonly CaseRow[]>([]);
const next = signal<string | null>(null);
export const problem = signal<Problem | null>(null);
export const busy = signal(false);
/** True once the rows of the present address have come. */
export const ready = signal(false);
export const mayLoadMore = computed(() => next.value !== null);
/** The list as it was last looked at, for the way back from a case. */
export const lastList = computed(() => shownAddress.value || "/cases");
/** The case one came back from: its row is framed. */
export const lastOpened = signal<string | null>(null);

const todoCounts = createResource(() => countsOf("todo"));
const openCounts = createResource(() => countsOf("open"));
const doneCounts = createResource(() => countsOf("done"));
const allCounts = createResource(() => countsOf("all"));
/** Cases of the list by the day on which they are due. */
export const dueCounts = createResource<DueCountsAnswer>(() => {
  const { state: _, sort: __, due: ___, ...others } = filters.peek();
  return ask(`/api/cases/days${queryOf(valuesOf(others))}`);
});
const countsByTab = { todo: todoCounts, open: openCounts, done: doneCounts, all: allCounts } as const;

let turn = 0;

/** Shows the list under these filters; the same address again keeps its rows and asks quietly. */
export async function show(wanted: Filters): Promise<void> {
  const address = listAddress(wanted);
  const isSame = address === shownAddress.peek();
  if (!isSame) ready.value = false;
  shownAddress.value = address;
  filters.value = wanted;
  await Promise.all([loadRows(Math.max(PAGE, ready.peek() ? rows.peek().length : 0)), loadCounts(isSame)]);
}

/** The counts of the tabs alone, for a page that shows the same cases in its own way. */
export async function countUnder(wanted: Filters): Promise<void> {
  shownAddress.value = "";
  ready.value = false;
  filters.value = wanted;
  await loadCounts(false);
}

export async function loadMore(): Promise<void> {
  if (next.value === null || busy.value) return;
  const mine = ++turn;
  busy.value = true;
  const answer = await askRows(PAGE, next.value);
  if (mine === turn) take(answer, "append");
}

/** Number of cases in a tab, with a plus where there are more; null until known. */
export function countOf(tab: Tab): string | null {
  const counts = countsByTab[tab].value.value;
  return counts && (counts.more ? worklistWords.atLeast(counts.total) : String(counts.total));
}

/** Cases by state in a tab; null until known, and where there are too many to be counted. */
export function countsIn(tab: Tab): CountsAnswer | null {
  const counts = countsByTab[tab].value.value;
  return counts?.more ? null : counts;
}

/** Keeps the list live while it is on the screen. @returns a function that ends it. */
export function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = hear((news) => {
    noteChanged(news);
    clearTimeout(timer);
    timer = setTimeout(() => void show(filters.peek()), GATHER);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function loadRows(limit: number): Promise<void> {
  const mine = ++turn;
  busy.value = true;
  const answer = await askRows(Math.min(limit, 2 * PAGE), null);
  if (mine === turn) take(answer, "replace");
}

function askRows(limit: number, after: string | null): Promise<Answer<CaseListAnswer>> {
  return ask(
    `/api/cases${queryOf({ ...valuesOf(filters.peek()), sort: sortOf(filters.peek()), limit, after })}`,
  );
}

function take(answer: Answer<CaseListAnswer>, how: "replace" | "append"): void {
  busy.value = false;
  problem.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  learnTime(answer.value.now);
  rows.value = how === "append" ? [...rows.peek(), ...answer.value.rows] : answer.value.rows;
  next.value = answer.value.next;
  ready.value = true;
}

/** What is over changes little while one looks: it is counted when the list is opened, not with every piece of news. */
async function loadCounts(isSame: boolean): Promise<void> {
  const archive = isSame ? [] : [doneCounts.load(), allCounts.load()];
  const days = filters.peek().tab === "done" ? [] : [dueCounts.load()];
  await Promise.all([todoCounts.load(), openCounts.load(), ...days, ...archive]);
}

function countsOf(tab: Tab): Promise<Answer<CountsAnswer>> {
  const { state: _, sort: __, ...others } = filters.peek();
  return ask(`/api/cases/counts${queryOf(valuesOf({ ...others, tab }))}`);
}
