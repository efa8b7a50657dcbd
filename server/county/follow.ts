/** The house takes over what the county published, while it runs: rules, calendars, names, catalogue and reader. */
import type { Deps } from "../deps.ts";

/** @returns true when another version of something counts from now on. */
export async function followCounty(deps: Deps): Promise<boolean> {
  if (!(await deps.county.refresh())) return false;
  deps.learner.readBy(deps.reference.taxonomy);
  await deps.learner.refresh();
  await deps.catalogue.refresh();
  deps.log("county.taken", { version: deps.reference.version });
  return true;
}
