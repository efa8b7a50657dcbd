/** 导出: what was asked for, and taking it. */
import type { ExportAnswer, ExportsAnswer } from "../../server/domain/securityAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { saveFile } from "./saveFile.ts";

export const exports = createResource<ExportsAnswer>(() => ask("/api/exports"));

export async function loadExports(): Promise<void> {
  await loadTimed(exports);
}

interface Wanted {
  readonly filter: Readonly<Record<string, string>>;
  readonly personal: boolean;
  readonly reason: string;
}

export async function askExport(wanted: Wanted): Promise<Problem | null> {
  const answer = await post<ExportAnswer>("/api/exports", wanted);
  if (answer.kind === "problem") return answer;
  await loadExports();
  return null;
}

export async function decideExport(id: string, grant: boolean, words: string): Promise<Problem | null> {
  const answer = await post<ExportAnswer>(`/api/exports/${id}/decision`, { grant, words });
  if (answer.kind === "problem") return answer;
  await loadExports();
  return null;
}

/** The table is handed to the browser as a file. */
export async function takeExport(id: string): Promise<Problem | null> {
  const answer = await ask<string>(`/api/exports/${id}/take`, { method: "POST", body: {}, text: true });
  if (answer.kind === "problem") return answer;
  saveFile(`cases-${id}.csv`, new Blob(["\uFEFF", answer.value], { type: "text/csv" }));
  await loadExports();
  return null;
}
