/** Call rate and answer rate, and the list behind the figure that was pressed. */
import { signal } from "@preact/signals";
import type { CallFiguresAnswer, CallRowAnswer } from "../../server/domain/call/callAnswers.ts";
import type { Signed } from "../../server/domain/call/callFigures.ts";
import { type Answer, ask, queryOf } from "../api.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

export const periods = [7, 30, 90, 365] as const;

export const figureDays = signal<number>(30);

export const callFigures = createResource<CallFiguresAnswer>(() =>
  ask(`/api/calls/figures${queryOf({ days: figureDays.peek() })}`),
);

export interface Behind {
  readonly title: string;
  readonly rows: readonly CallRowAnswer[];
}

export const behind = signal<Behind | null>(null);

interface Figure {
  readonly township?: string;
  readonly unit?: string;
  readonly signed?: Signed;
}

/** @param title says whose figure it is. */
export async function lookBehind(figure: Figure, title: string): Promise<void> {
  const answer: Answer<{ readonly rows: readonly CallRowAnswer[] }> = await ask(
    `/api/calls/behind${queryOf({ days: figureDays.peek(), ...figure })}`,
  );
  if (answer.kind === "problem") say(answer.detail);
  else behind.value = { title, rows: answer.value.rows };
}

export async function showDays(days: number): Promise<void> {
  figureDays.value = days;
  behind.value = null;
  await callFigures.load();
}
