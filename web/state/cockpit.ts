/** The leader's cockpit: asked for at times and whenever a case moves. */
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import { ask } from "../api.ts";
import { hear } from "./live.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";

export const cockpit = createResource<CockpitAnswer>(() => ask("/api/cockpit"));

/** Several moves at once are one question. */
const GATHER = 1500;

export async function loadCockpit(): Promise<void> {
  await loadTimed(cockpit);
}

/** @param refresh seconds. @returns a function that stops it. */
export function followCockpit(refresh: number): () => void {
  void loadCockpit();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const timer = setInterval(() => void loadCockpit(), refresh * 1000);
  const stop = hear(() => {
    clearTimeout(gathering);
    gathering = setTimeout(() => void loadCockpit(), GATHER);
  });
  return () => {
    clearInterval(timer);
    clearTimeout(gathering);
    stop();
  };
}
