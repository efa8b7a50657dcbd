/** The sweep of calls: limits that have run out are written at their instants, and an unanswered call climbs by itself. */
import { callWorldFor } from "../calls.ts";
import type { Deps } from "../deps.ts";
import type { CallWorld } from "../domain/call/callWorld.ts";
import { ringCall } from "../domain/call/decideCall.ts";
import type { Job } from "./loop.ts";
import { claimAndRing, startRounds } from "./sweep.ts";

export function startCallSweep(deps: Deps): Job {
  return startRounds(deps, () => sweepCalls(deps), deps.store.calls);
}

/** One round. @returns how many calls were looked at. */
export async function sweepCalls(deps: Deps): Promise<number> {
  return await claimAndRing(deps, deps.store.calls, async () => {
    const world = await callWorldFor(deps);
    return async (id) => await ring(id, world, deps);
  });
}

/** Somebody who acts on the call in the same moment rings its limits himself; then there is nothing left to do. */
async function ring(id: string, world: CallWorld, { store, live }: Deps): Promise<void> {
  const found = await store.calls.byId(id);
  const decision = found && ringCall(found, world);
  if (!decision) return;
  const commitment = await store.calls.commit(decision);
  if (commitment.kind === "committed") live.announceCall(commitment.call, found);
}
