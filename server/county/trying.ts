/** What a trial is asked with. */
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { Reference } from "../domain/reference.ts";

/** Who asks, the house with the rules as they are, and the rules as they would be. */
export interface Trying {
  readonly actor: Actor;
  readonly deps: Deps;
  readonly after: Reference;
}

/** Rows of an answer: more are counted and not shown. */
export const MOST_ROWS = 200;

/** Clocks that are looked at: the oldest cases first. */
export const MOST_CLOCKS = 20_000;

/** Days of the past that a rule is tried on. */
export const TRIAL_DAYS = 30;
