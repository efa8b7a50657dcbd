/** The centre's wall beside the overview: asked together with it. */
import type { HeldAnswer } from "../../server/domain/evaluate/answers.ts";
import type { WallAnswer } from "../../server/domain/wallAnswers.ts";
import { dayNumber, dayOf } from "../../server/domain/time.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";
import { now } from "./serverTime.ts";

const DAYS = 29;

export const wallBoard = createResource<WallAnswer>(() => ask("/api/overview/wall"));

export const heldLately = createResource<HeldAnswer>(() => {
  const today = dayNumber(now.peek());
  return ask(`/api/evaluation/held?from=${dayOf(today - DAYS)}&to=${dayOf(today)}`);
});

export async function loadWallBoard(): Promise<void> {
  await Promise.all([wallBoard.load(), heldLately.load()]);
}
