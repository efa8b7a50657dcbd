/** 机构接续 on the screen: what closed units left open, moving it, and giving it back. */
import type { SuccessionDone, SuccessionsAnswer } from "../../server/domain/succession/answers.ts";
import { type Answer, ask, post } from "../api.ts";
import { createResource } from "./resource.ts";

export const successions = createResource<SuccessionsAnswer>(() => ask("/api/successions"));

interface SuccessionStep {
  readonly unit: string;
  /** Where it is given back: the unit that has it now. */
  readonly heir?: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

export type TakeStep = (step: SuccessionStep) => Promise<Answer<SuccessionDone>>;

export async function takeStep(step: SuccessionStep): Promise<Answer<SuccessionDone>> {
  const path = step.heir === undefined ? "/api/successions" : "/api/successions/undo";
  const answer = await post<SuccessionDone>(path, step);
  const isOld = answer.kind === "problem" && answer.status === 409;
  if (isOld || (answer.kind === "answer" && !step.dryRun)) await successions.load();
  return answer;
}
