/** 批量办理: the chosen rows of the worklist, and one act done on each of them through the same door as a single one. */
import { computed, signal } from "@preact/signals";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import type { BatchAction } from "./batchPlan.ts";
import { noteSeen } from "./fresh.ts";
import { randomUUID } from "./ids.ts";

/** How the act went on one case; `waiting`: its turn has not come. */
export interface Outcome {
  readonly row: CaseRow;
  readonly is: "waiting" | "done" | "refused";
  /** Why it was refused. */
  readonly problem: Problem | null;
}

export const choosing = signal(false);
export const chosen = signal<ReadonlyMap<string, CaseRow>>(new Map());
export const running = signal(false);
export const outcomes = signal<readonly Outcome[]>([]);
/** What another try would be made on. */
export const undone = computed(() => outcomes.value.filter((outcome) => outcome.is !== "done"));

/** Why a row cannot be chosen; null where it can. Told by the bar of acts, which knows the table of moves. */
export const whyNot = signal<(row: CaseRow) => string | null>(() => null);

/** Kept until the server has answered, so that a try after a cut line acts once. */
const commandIds = new Map<string, string>();

export function startChoosing(): void {
  choosing.value = true;
  chosen.value = new Map();
  outcomes.value = [];
}

export function stopChoosing(): void {
  choosing.value = false;
  chosen.value = new Map();
}

export function toggle(row: CaseRow): void {
  const next = new Map(chosen.peek());
  if (!next.delete(row.id)) next.set(row.id, row);
  chosen.value = next;
}

export function chooseAll(rows: readonly CaseRow[]): void {
  chosen.value = new Map(rows.map((row) => [row.id, row]));
}

/** News may have changed the chosen rows, or taken them from the list. */
export function keepUp(rows: readonly CaseRow[]): void {
  if (running.peek() || chosen.peek().size === 0) return;
  chosen.value = new Map(rows.filter(({ id }) => chosen.peek().has(id)).map((row) => [row.id, row]));
}

/** One after the other: what was refused is told with its reason and stays chosen, what is done is done. */
export async function doOnEach(action: BatchAction, rows: readonly CaseRow[], note: string): Promise<void> {
  outcomes.value = rows.map((row) => ({ row, is: "waiting", problem: null }));
  await goOn(action, note);
}

/** Once more on what was not done: as it stands now where the server refused it, as it was sent where the line was cut. */
export async function tryAgain(action: BatchAction, note: string): Promise<void> {
  running.value = true;
  for (const { row, problem } of undone.peek()) {
    const newest = problem && problem.status !== 0 ? await newestOf(row) : row;
    settle(row.id, { row: newest, is: "waiting", problem: null });
  }
  await goOn(action, note);
}

async function goOn(action: BatchAction, note: string): Promise<void> {
  running.value = true;
  for (const { row } of undone.peek()) {
    const problem = await actOn(action, row, note);
    settle(row.id, { row, is: problem === null ? "done" : "refused", problem });
    if (problem === null) unchoose(row.id);
    // Without a line, the rest would only wait for it one by one
    if (problem?.status === 0) break;
  }
  running.value = false;
}

function settle(id: string, outcome: Outcome): void {
  outcomes.value = outcomes.peek().map((other) => (other.row.id === id ? outcome : other));
}

async function newestOf(row: CaseRow): Promise<CaseRow> {
  const answer = await ask<CaseRow>(`/api/cases/${encodeURIComponent(row.id)}`);
  return answer.kind === "answer" ? answer.value : row;
}

async function actOn(action: BatchAction, row: CaseRow, note: string): Promise<Problem | null> {
  const key = `${action} ${row.id} ${row.version}`;
  const commandId = commandIds.get(key) ?? randomUUID();
  commandIds.set(key, commandId);
  const answer = await post<CaseRow>(`/api/cases/${encodeURIComponent(row.id)}/moves`, {
    action,
    version: row.version,
    commandId,
    ...(note === "" ? {} : { note }),
  });
  if (answer.kind === "answer" || answer.status !== 0) commandIds.delete(key);
  if (answer.kind === "answer") noteSeen(row.id, answer.value.version);
  return answer.kind === "problem" ? answer : null;
}

function unchoose(id: string): void {
  chosen.value = new Map([...chosen.peek()].filter(([other]) => other !== id));
}
