/**
 * The sweep (巡检): looks at every clock whose instant has come, and has the core decide what follows. However late it
 * comes, warnings and misses count from their computed instants.
 */
import type { Deps } from "../deps.ts";
import { ringCase } from "../domain/ring.ts";
import { HOUR } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { type Receivers, receiversOf } from "../receivers.ts";
import { worldFor } from "../world.ts";
import { type Job, startLoop } from "./loop.ts";

const BATCH = 200;
const LEASE = 60_000;
/** Never asleep for longer: another process may have started a clock meanwhile. */
const LONGEST_REST = 1_000;
/** A case that cannot be computed is not tried again at once for ever. */
const PUT_OFF = HOUR;

export function startSweep(deps: Deps): Job {
  return startLoop(async () => {
    try {
      const swept = await sweep(deps);
      return swept === BATCH ? 0 : await restUntilNext(deps);
    } catch (error) {
      deps.log("sweep.failed", factsOfError(error));
      return LONGEST_REST;
    }
  });
}

/** One round. @returns how many cases were looked at. */
export async function sweep(deps: Deps): Promise<number> {
  const ids = await deps.store.clocks.claimDue(deps.clock.now(), BATCH, LEASE);
  if (ids.length === 0) return 0;
  const receivers = await receiversOf(deps);
  await Promise.all(ids.map((id) => ringOrPutOff(id, deps, receivers)));
  return ids.length;
}

async function ringOrPutOff(id: string, deps: Deps, receivers: Receivers): Promise<void> {
  try {
    await ring(id, deps, receivers);
  } catch (error) {
    deps.log("sweep.putOff", { caseId: id, ...factsOfError(error) });
    await deps.store.clocks.putOff(id, deps.clock.now() + PUT_OFF);
  }
}

/** Somebody who moves the case in the same moment rings its clocks himself; then there is nothing left to do. */
async function ring(id: string, deps: Deps, receivers: Receivers): Promise<void> {
  const found = await deps.store.cases.file(id);
  const decision = found && ringCase(found, worldFor(deps, receivers));
  if (!decision) return;
  const commitment = await deps.store.commit(decision);
  if (commitment.kind === "committed") deps.live.announce(decision.case, found.case);
}

async function restUntilNext({ store, clock }: Deps): Promise<number> {
  const next = await store.clocks.nextLook();
  if (next === null) return LONGEST_REST;
  return Math.min(LONGEST_REST, Math.max(10, next - clock.now()));
}
