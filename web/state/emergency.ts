/** 应急状态: what is switched, and the two acts. */
import { computed } from "@preact/signals";
import type { EmergenciesAnswer } from "../../server/domain/emergency/answers.ts";
import { type Answer, ask, type Problem, post } from "../api.ts";
import { emergencyWords } from "../emergencyWords.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { say } from "./toast.ts";

export const emergencies = createResource<EmergenciesAnswer>(() => ask("/api/emergencies"));

export const inForce = computed(
  () => emergencies.value.value?.rows.filter(({ endedAt }) => endedAt === null) ?? [],
);

export async function loadEmergencies(): Promise<void> {
  await loadTimed(emergencies);
}

/** @param area no township means the whole county. @returns the problem, for the form to show. */
export async function begin(area: readonly string[], reason: string): Promise<Problem | null> {
  return taken(await post("/api/emergencies", { area, reason }), emergencyWords.begun);
}

export async function end(id: string, reason: string): Promise<Problem | null> {
  return taken(await post(`/api/emergencies/${id}/end`, { reason }), emergencyWords.ended);
}

function taken(answer: Answer<EmergenciesAnswer>, words: string): Problem | null {
  if (answer.kind === "problem") return answer;
  emergencies.put(answer.value);
  say(words);
  return null;
}
