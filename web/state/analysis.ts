/** 研判 on the screen: findings, the cases behind one, and the three decisions about it. */
import type { FindingCasesAnswer, FindingsAnswer } from "../../server/domain/analysis/answers.ts";
import { type Answer, ask, post, type Problem } from "../api.ts";
import { createResource } from "./resource.ts";

export const findings = createResource<FindingsAnswer>(() => ask("/api/findings"));

export function createFindingCases(id: string) {
  return createResource<FindingCasesAnswer>(() => ask(`${pathOf(id)}/cases`));
}

/** @returns the problem; null when it is done. */
export async function decideFinding(
  id: string,
  act: "task" | "dismiss" | "reopen",
  body: object = {},
): Promise<Problem | null> {
  const answer: Answer<FindingsAnswer> = await post(`${pathOf(id)}/${act}`, body);
  if (answer.kind === "answer") {
    findings.put(answer.value);
    return null;
  }
  if (answer.status === 409) await findings.load();
  return answer;
}

function pathOf(id: string): string {
  return `/api/findings/${encodeURIComponent(id)}`;
}
