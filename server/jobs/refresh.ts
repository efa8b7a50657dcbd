/** What other processes published, taught or trained is noticed here soon; a catalogue comes into force at midnight. */
import type { Deps } from "../deps.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

const REST = 5_000;

export function startRefresh(deps: Deps): Job {
  return startLoop(async () => {
    try {
      await deps.catalogue.refresh();
      await deps.learner.refresh();
    } catch (error) {
      deps.log("refresh.failed", factsOfError(error));
    }
    return REST;
  });
}
