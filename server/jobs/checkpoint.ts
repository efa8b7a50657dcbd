/** A checkpoint every minute in which something was recorded. A record that does not go on from the last one is told, never signed. */
import type { KeyObject } from "node:crypto";
import type { Checkpoint } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { MINUTE } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { isNotExtending, makeCheckpoint } from "../record/checkpoint.ts";
import { type Job, startLoop } from "./loop.ts";

export function startCheckpoints(deps: Deps, key: KeyObject): Job {
  return startLoop(async () => {
    try {
      await deps.store.others.alone("checkpoint", async () => await checkpoint(deps, key));
    } catch (error) {
      deps.log("checkpoint.failed", factsOfError(error));
    }
    return MINUTE;
  });
}

/** One round. @returns the checkpoint that stands now; null when there is nothing to sign or the record was bent. */
export async function checkpoint(deps: Deps, key: KeyObject): Promise<Checkpoint | null> {
  const { store, config, clock, log } = deps;
  const made = await makeCheckpoint({ store, config, key, now: clock.now() });
  if (isNotExtending(made)) {
    deps.watch.raise("recordBroken");
    log("checkpoint.refused", { size: await store.record.size(), lastSize: made.last.size });
    return null;
  }
  if (made !== null) await store.record.addCheckpoint(made);
  return made;
}
