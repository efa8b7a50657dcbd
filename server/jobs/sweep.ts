/**
 * The sweep (巡检): looks at every clock whose instant has come, and has the core decide what follows. However late it
 * comes, warnings and misses count from their computed instants.
 */
import type { ClockQueries } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { ringCase } from "../domain/ring.ts";
import type { Instant } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { receiversOf } from "../receivers.ts";
import { worldFor } from "../world.ts";
import { BATCH, fireDue } from "./fire.ts";
import { type Job, startLoop } from "./loop.ts";

/** Never asleep for longer: another process may have started a clock meanwhile. */
const LONGEST_REST = 1_000;

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
  const { cases, clocks } = deps.store;
  return await fireDue(
    {
      queue: clocks,
      many: async (ids) => await cases.files(ids),
      one: async (id) => await cases.file(id),
      idOf: (found) => found.case.id,
      async ringing() {
        const receivers = await receiversOf(deps);
        return (found) => ringCase(found, worldFor(deps, receivers));
      },
      told: (decision, before) => deps.live.announce(decision.case, before.case),
    },
    deps,
  );
}

function restUntil(next: Instant | null, { clock }: Deps): number {
  if (next === null) return LONGEST_REST;
  return Math.min(LONGEST_REST, Math.max(10, next - clock.now()));
}
