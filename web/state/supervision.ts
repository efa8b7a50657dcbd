/** 督办台: the ladder, the review desk and the signs, each asked for when its page is opened. */
import type {
  ReviewsAnswer,
  SignsAnswer,
  SupervisionAnswer,
} from "../../server/domain/supervisionAnswers.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";

export const ladder = createResource<SupervisionAnswer>(() => ask("/api/supervision"));
export const reviews = createResource<ReviewsAnswer>(() => ask("/api/supervision/reviews"));
export const signs = createResource<SignsAnswer>(() => ask("/api/supervision/signs"));
