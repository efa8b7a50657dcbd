/** Figures, held time, the cases behind a figure, and objections, as asked for by the address. */
import { signal } from "@preact/signals";
import type {
  EvaluationAnswer,
  EvaluationRow,
  EvaluationRowsAnswer,
  HeldAnswer,
  ObjectionsAnswer,
} from "../../server/domain/evaluate/answers.ts";
import type { ObjectionAct } from "../../server/domain/evaluate/objection.ts";
import { ask, type Problem, post, queryOf } from "../api.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { type Asked, type CasesAsked, casesQuery, figuresQuery } from "./evaluationAddress.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { say } from "./toast.ts";

const asked = signal<Asked | null>(null);

export const figures = createResource<EvaluationAnswer>(() => {
  const wanted = asked.peek();
  return ask(`/api/evaluation${wanted ? figuresQuery(wanted) : ""}`);
});
export const held = createResource<HeldAnswer>(() => {
  const { from, to } = asked.peek() ?? {};
  return ask(`/api/evaluation/held${queryOf({ from, to })}`);
});
export const objections = createResource<ObjectionsAnswer>(() => ask("/api/evaluation/objections"));

/** A county has thousands of cells: they are asked for one township at a time. */
export function needsTownship({ by, township }: Asked, seesAll: boolean): boolean {
  return by === "cell" && seesAll && township === undefined;
}

export async function show(wanted: Asked, seesAll: boolean): Promise<void> {
  const before = asked.peek();
  asked.value = wanted;
  if (wanted.view === "held") return await held.load();
  if (wanted.view === "objections") return await objections.load();
  if (needsTownship(wanted, seesAll)) return;
  if (before && figuresQuery(before) !== figuresQuery(wanted)) figures.put(null);
  await loadTimed(figures);
}

const casesAsked = signal<CasesAsked | null>(null);
export const cases = createResource<EvaluationRowsAnswer>(() => {
  const wanted = casesAsked.peek();
  return ask(`/api/evaluation/cases${wanted ? casesQuery(wanted) : ""}`);
});
/** Rows of further pages. */
export const furtherRows = signal<readonly EvaluationRow[]>([]);
const cursor = signal<string | null | undefined>(undefined);

export async function showCases(wanted: CasesAsked): Promise<void> {
  const before = casesAsked.peek();
  if (before && casesQuery(before) !== casesQuery(wanted)) cases.put(null);
  casesAsked.value = wanted;
  furtherRows.value = [];
  cursor.value = undefined;
  await cases.load();
}

/** Cursor of the next page; null on the last. */
export function nextCases(): string | null {
  return cursor.value === undefined ? (cases.value.value?.next ?? null) : cursor.value;
}

export async function loadMoreCases(): Promise<void> {
  const [wanted, after] = [casesAsked.peek(), nextCases()];
  if (wanted === null || after === null) return;
  const answer = await ask<EvaluationRowsAnswer>(`/api/evaluation/cases${casesQuery(wanted, after)}`);
  if (answer.kind === "problem") return say(answer.detail);
  furtherRows.value = [...furtherRows.peek(), ...answer.value.rows];
  cursor.value = answer.value.next;
}

/** @returns the server's refusal; null when the objection stands. */
export async function objectTo(
  { indicator, from, to, by }: CasesAsked,
  reason: string,
  caseIds: readonly string[],
): Promise<Problem | null> {
  const body = { indicator, from, to, by, reason, cases: caseIds };
  const answer = await post("/api/evaluation/objections", body);
  if (answer.kind === "problem") return answer;
  say(evaluationWords.objection.sent);
  return null;
}

export async function actOn(id: string, act: ObjectionAct["act"], said: string): Promise<Problem | null> {
  const body = act === "withdraw" ? { act } : { act, words: said };
  const answer = await post(`/api/evaluation/objections/${id}/acts`, body);
  if (answer.kind === "problem") return answer;
  say(evaluationWords.objection.done);
  await objections.load();
  return null;
}
