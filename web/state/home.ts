/** The grid worker's first page: what is in my hands, and what became of what I reported. */
import type { CaseListAnswer, CountsAnswer } from "../../server/domain/listAnswers.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";

export const tasks = createResource<CaseListAnswer>(() => ask("/api/cases?tab=todo&sort=due&limit=20"));
export const mine = createResource<CaseListAnswer>(() => ask("/api/cases?tab=all&mine=1&limit=5"));
export const counts = createResource<CountsAnswer>(() => ask("/api/cases/counts?tab=todo"));

export async function loadHome(): Promise<void> {
  await Promise.all([loadTimed(tasks), mine.load(), counts.load()]);
}
