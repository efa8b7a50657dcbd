/** 记录与备份: how the record and its copies stand. */
import type { RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { createResource } from "./resource.ts";

export const record = createResource<RecordAnswer>(() => ask("/api/record"));

export async function makeNow(what: "checkpoint" | "backup"): Promise<Problem | null> {
  const answer = await post<RecordAnswer>(`/api/record/${what}`, {});
  if (answer.kind === "problem") return answer;
  record.put(answer.value);
  return null;
}
