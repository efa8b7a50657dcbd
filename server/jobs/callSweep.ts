/** The sweep of calls: limits that have run out are written at their instants, and an unanswered call climbs by itself. */
import { callWorldFor } from "../calls.ts";
import type { Deps } from "../deps.ts";
import { ringCall } from "../domain/call/decideCall.ts";
import { fireDue } from "./fire.ts";
import type { Job } from "./loop.ts";
import { startRounds } from "./sweep.ts";

export function startCallSweep(deps: Deps): Job {
  return startRounds(deps, () => sweepCalls(deps), deps.store.calls);
}

/** One round. @returns how many calls were looked at. */
export async function sweepCalls(deps: Deps): Promise<number> {
  const { calls } = deps.store;
  return await fireDue(
    {
      queue: calls,
      many: async (ids) => await calls.byIds(ids),
      one: async (id) => await calls.byId(id),
      idOf: ({ id }) => id,
      async ringing() {
        const world = await callWorldFor(deps);
        return (found) => ringCall(found, world);
      },
      told: ({ call }, before) => deps.live.announceCall(call, before),
    },
    deps,
  );
}
