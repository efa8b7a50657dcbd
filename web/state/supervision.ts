/** 督办台: the ladder, the review desk and the signs, each asked for when its page is opened. */
import type {
  ReviewsAnswer,
  SignsAnswer,
  SupervisionAnswer,
} from "../../server/domain/supervisionAnswers.ts";
import { ask } from "../api.ts";
import { createResource, type Resource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";

export const ladder = createResource<SupervisionAnswer>(() => ask("/api/supervision"));
export const reviews = createResource<ReviewsAnswer>(() => ask("/api/supervision/reviews"));
export const signs = createResource<SignsAnswer>(() => ask("/api/supervision/signs"));

/** Whatever tells the server's time with its answer. */
export type Timed = Omit<Resource<{ readonly now: number }>, "put">;

export async function loadTimed(resource: Timed): Promise<void> {
  await resource.load();
  const time = resource.value.peek()?.now;
  if (time !== undefined) learnTime(time);
}
