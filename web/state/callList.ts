/** The list of calls under one tab, page by page, kept live. */
import { signal } from "@preact/signals";
import type { CallListAnswer, CallRowAnswer } from "../../server/domain/call/callAnswers.ts";
import type { Role } from "../../server/domain/case.ts";
import { type Answer, ask, type Problem, post, queryOf } from "../api.ts";
import { callText } from "../callText.ts";
import { hearCalls } from "./live.ts";
import { learnTime } from "./serverTime.ts";
import { say } from "./toast.ts";

export type CallTab = "todo" | "attention" | "open" | "over";

const PAGE = 50;

export const callTab = signal<CallTab>("todo");
export const callRows = signal<readonly CallRowAnswer[]>([]);
export const callCounts = signal<CallListAnswer["counts"] | null>(null);
export const callDesk = signal<CallListAnswer["desk"]>(null);
export const callProblem = signal<Problem | null>(null);
export const callsReady = signal(false);
export const nextCalls = signal<string | null>(null);

let turn = 0;

/** The tabs of a role, its day's first one first. */
export function callTabs(role: Role): readonly CallTab[] {
  const sees = role === "centre" || role === "leader";
  return sees ? ["attention", "open", "over"] : ["todo", "open", "over"];
}

export async function showCalls(tab: CallTab): Promise<void> {
  if (tab !== callTab.peek()) callsReady.value = false;
  callTab.value = tab;
  const mine = ++turn;
  take(mine, await page(null), "replace");
}

export async function moreCalls(): Promise<void> {
  const mine = ++turn;
  take(mine, await page(nextCalls.peek()), "append");
}

export function followCalls(): () => void {
  return hearCalls(() => void showCalls(callTab.peek()));
}

export async function setApproval(needed: boolean): Promise<void> {
  const answer = await post("/api/calls/approval", { needed });
  say(answer.kind === "problem" ? answer.detail : callText.approval.saved(needed));
  await showCalls(callTab.peek());
}

function page(after: string | null): Promise<Answer<CallListAnswer>> {
  return ask(`/api/calls${queryOf({ tab: callTab.peek(), limit: PAGE, after })}`);
}

function take(mine: number, answer: Answer<CallListAnswer>, how: "replace" | "append"): void {
  if (mine !== turn) return;
  callProblem.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  const { rows, next, counts, desk, now } = answer.value;
  learnTime(now);
  callRows.value = how === "append" ? [...callRows.peek(), ...rows] : rows;
  nextCalls.value = next;
  callCounts.value = counts;
  callDesk.value = desk;
  callsReady.value = true;
}
