/** Counting for the figures in quiet moments, so that whoever asks for them finds little left to count. */
import type { Deps } from "../deps.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

/** Small pieces: people's own requests go between them. */
const PIECE = 50;
const BREATH = 20;
const REST = 5_000;

export function startTally(deps: Deps): Job {
  return startLoop(async () => {
    try {
      const counted = await deps.store.others.alone(
        "tally",
        async () => await deps.store.evaluation.catchUp(PIECE),
      );
      return counted === PIECE ? BREATH : REST;
    } catch (error) {
      deps.log("tally.failed", factsOfError(error));
      return REST;
    }
  });
}
