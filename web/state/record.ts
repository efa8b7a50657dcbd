/** 记录与备份: how the record and its copies stand. */
import type { BackupLink, RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { createResource } from "./resource.ts";

export const record = createResource<RecordAnswer>(() => ask("/api/record"));

export async function makeNow(what: "checkpoint" | "backup"): Promise<Problem | null> {
  const answer = await post<RecordAnswer>(`/api/record/${what}`, {});
  if (answer.kind === "problem") return answer;
  record.put(answer.value);
  return null;
}

/** Asks whether it may be taken, and has the browser fetch it as a file of its own, with its own progress. */
export async function takeBackup(file: string, begun: (name: string) => void): Promise<Problem | null> {
  const answer = await post<BackupLink>(`/api/record/backups/${encodeURIComponent(file)}/ask`, {});
  if (answer.kind === "problem") return answer;
  const link = document.createElement("a");
  link.href = answer.value.path;
  link.download = answer.value.name;
  link.click();
  begun(answer.value.name);
  return null;
}
