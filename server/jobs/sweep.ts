/**
 * The sweep (巡检): looks at every clock whose instant has come, and has the core decide what follows. However late it
 * comes, warnings and misses count from their computed instants.
 */
import type { ClockQueries } from "../../db/store.ts";
import { allDone } from "../allDone.ts";
import type { Deps } from "../deps.ts";
import { ringCase } from "../domain/ring.ts";
import { HOUR, type Instant } from "../domain/time.ts";
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
  return startRounds(deps, () => sweep(deps), deps.store.clocks);
}

/** Rounds one after the other, with a rest until something is due. @param round says how many things it looked at. */
export function startRounds(
  deps: Deps,
  round: () => Promise<number>,
  queue: Pick<ClockQueries, "nextLook">,
): Job {
  return startLoop(async () => {
    try {
      const swept = await round();
      return swept === BATCH ? 0 : restUntil(await queue.nextLook(), deps);
    } catch (error) {
      deps.log("sweep.failed", factsOfError(error));
      return LONGEST_REST;
    }
  });
}

/** One round. @returns how many cases were looked at. */
export async function sweep(deps: Deps): Promise<number> {
  return await claimAndRing(deps, deps.store.clocks, async () => {
    const receivers = await receiversOf(deps);
    return async (id) => await ring(id, deps, receivers);
  });
}

/** Claims what is due and rings each; what cannot be computed is put off. @param prepare is asked when there is something. */
export async function claimAndRing(
  { clock, log }: Deps,
  queue: Pick<ClockQueries, "claimDue" | "putOff">,
  prepare: () => Promise<(id: string) => Promise<void>>,
): Promise<number> {
  // After a jump of the clock that nobody has looked at, nothing rings by itself
  if (clock.mayRing?.() === false) return 0;
  const ids = await queue.claimDue(clock.now(), BATCH, LEASE);
  if (ids.length === 0) return 0;
  const ringOne = await prepare();
  await allDone(
    ids.map(async (id) => {
      try {
        await ringOne(id);
      } catch (error) {
        log("sweep.putOff", { id, ...factsOfError(error) });
        await queue.putOff(id, clock.now() + PUT_OFF);
      }
    }),
  );
  return ids.length;
}

/** Somebody who moves the case in the same moment rings its clocks himself; then there is nothing left to do. */
async function ring(id: string, deps: Deps, receivers: Receivers): Promise<void> {
  const found = await deps.store.cases.file(id);
  const decision = found && ringCase(found, worldFor(deps, receivers));
  if (!decision) return;
  const commitment = await deps.store.commit(decision);
  if (commitment.kind === "committed") deps.live.announce(decision.case, found.case);
}

function restUntil(next: Instant | null, { clock }: Deps): number {
  if (next === null) return LONGEST_REST;
  return Math.min(LONGEST_REST, Math.max(10, next - clock.now()));
}
