/** Situation briefs while an emergency lasts; also how one process learns what another has switched. */
import type { Deps } from "../deps.ts";
import { writeBriefs } from "../emergencies.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

const REST = 15_000;

export function startBriefs(deps: Deps): Job {
  return startLoop(async () => {
    try {
      await writeBriefs(deps);
    } catch (error) {
      deps.log("briefs.failed", factsOfError(error));
    }
    return REST;
  });
}
