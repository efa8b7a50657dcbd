/** The marks page, and for who keeps the machine: lessons, training, versions, automatic dispatch. */
import { signal } from "@preact/signals";
import type { EffectAnswer, LearningAnswer, MarksAnswer } from "../../server/domain/learning/answers.ts";
import { type Answer, ask, type Problem, post, queryOf } from "../api.ts";
import { marksWords as words } from "../marksWords.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

export const marks = createResource<MarksAnswer>(() => ask("/api/marks"));
export const learning = createResource<LearningAnswer>(() => ask("/api/learning"));
export const effect = signal<EffectAnswer | null>(null);
export const refused = signal<Problem | null>(null);

export interface Wanted {
  readonly precision: number;
  readonly suggestPrecision: number;
}

export const undoLesson = (id: string): Promise<void> =>
  change(`lessons/${encodeURIComponent(id)}/undo`, {}, words.done.undone);

export const startTraining = (): Promise<void> => change("train", {}, words.done.training);

export const useModel = (version: number): Promise<void> => change("use", { version }, words.done.used);

export const setAutomation = (on: boolean, wanted: Wanted): Promise<void> =>
  change("automation", { on, ...wanted }, words.done.set);

export async function showEffect({ precision, suggestPrecision }: Wanted): Promise<void> {
  const query = queryOf({ precision: precision.toFixed(3), suggestPrecision: suggestPrecision.toFixed(3) });
  const answer: Answer<EffectAnswer> = await ask(`/api/learning/automation${query}`);
  refused.value = answer.kind === "problem" ? answer : null;
  effect.value = answer.kind === "answer" ? answer.value : null;
}

async function change(path: string, body: unknown, done: string): Promise<void> {
  const answer: Answer<LearningAnswer> = await post(`/api/learning/${path}`, body);
  refused.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  learning.put(answer.value);
  say(done);
}
