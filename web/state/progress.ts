/** The resident's page: number and code open one case; rating and adding words go the same way. */
import { signal } from "@preact/signals";
import type { ProgressAnswer } from "../../server/domain/reportAnswers.ts";
import { ask, type Problem, post, queryOf } from "../api.ts";
import { createActing } from "./acting.ts";
import { learnTime } from "./serverTime.ts";

export type Progress = ReturnType<typeof createProgress>;

type ResidentAct = "rate" | "comment" | "reopen" | "withdraw";

export function createProgress() {
  const found = signal<ProgressAnswer | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  const acting = createActing();
  let turn = 0;
  let number = "";
  let code = "";

  async function open(wanted: { readonly number: string; readonly code: string }): Promise<void> {
    number = wanted.number.trim();
    code = wanted.code.trim();
    const mine = ++turn;
    busy.value = true;
    const answer = await ask<ProgressAnswer>(`${path()}${queryOf({ code })}`);
    if (mine !== turn) return;
    busy.value = false;
    problem.value = answer.kind === "problem" ? answer : null;
    found.value = answer.kind === "answer" ? answer.value : null;
    if (answer.kind === "answer") learnTime(answer.value.now);
  }

  /** Nothing of it stays on the screen; an answer under way comes too late. */
  function close(): void {
    turn++;
    busy.value = false;
    found.value = null;
    problem.value = null;
  }

  /** @returns the problem, for the form; null when it was taken. */
  function act(action: ResidentAct, values: object): Promise<Problem | null> {
    return acting(action, (commandId) => acted(action, values, commandId));
  }

  async function acted(action: ResidentAct, values: object, commandId: string): Promise<Problem | null> {
    busy.value = true;
    const answer = await post<ProgressAnswer>(`${path()}/moves`, {
      action,
      code,
      commandId,
      ...values,
    });
    busy.value = false;
    if (answer.kind === "problem") return answer;
    found.value = answer.value;
    return null;
  }

  function path(): string {
    return `/api/progress/${encodeURIComponent(number)}`;
  }

  /** Where the proof of the opened case is fetched from. */
  function proofAddress(): string {
    return `${path()}/proof${queryOf({ code })}`;
  }

  return { found, problem, busy, open, close, act, proofAddress };
}
