/** What other processes published, taught or trained is noticed here soon; catalogues, grids and rules come into force at midnight. */
import { followCounty } from "../county/follow.ts";
import type { Deps } from "../deps.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

const REST = 5_000;

export function startRefresh(deps: Deps): Job {
  return startLoop(async () => {
    try {
      await followCounty(deps);
      await deps.catalogue.refresh();
      await deps.learner.refresh();
      await deps.places.refresh();
      await deps.heldCases.refresh();
      await deps.heldPlaces.current();
      if (await deps.grid.refresh()) deps.log("grid.taken", { version: deps.gridVersion });
    } catch (error) {
      deps.log("refresh.failed", factsOfError(error));
    }
    return REST;
  });
}
