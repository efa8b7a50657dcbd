import type { Deps } from "./deps.ts";
import type { World } from "./domain/world.ts";

/** The world as it is at this instant: what a decision is made with. */
export function worldFor(deps: Deps, receivers?: World["receivers"]): World {
  return {
    now: deps.clock.now(),
    reference: deps.reference,
    calendar: deps.calendar,
    catalogue: deps.catalogue.current(),
    calendars: deps.calendars,
    locate: deps.locate,
    newId: deps.ids.row,
    emergencies: deps.emergencies.current(),
    onDuty: (unit) => deps.emergencies.onDuty(unit, deps.clock.now()),
    neighbours: deps.neighbours,
    ...(receivers === undefined ? {} : { receivers }),
  };
}
