/** Looks every few seconds whether the house can write and has room, so that an alarm comes before the first lost minute. */
import { storageFaultOf } from "../../db/storageFault.ts";
import type { Deps } from "../deps.ts";
import { MINUTE } from "../domain/time.ts";
import { freeShare, LATEST_SWEEP } from "../health.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { factsOfError } from "../log.ts";
import { alarmOf } from "../watch.ts";
import { type Job, startLoop } from "./loop.ts";

/** A small row may find room where a report finds none: well again is what nobody has complained of for so long. */
const QUIET = MINUTE;

/** A lost disk shows within this time. */
const REST = 5_000;

export function startWatch(deps: Deps): Job {
  let isFirst = true;
  return startLoop(async () => {
    try {
      if (isFirst) await lookForPhotos(deps);
      isFirst = false;
      await lookAround(deps);
    } catch (error) {
      deps.log("watch.failed", factsOfError(error));
    }
    return REST;
  });
}

/** One look: raises what is wrong, clears what is well again. */
export async function lookAround(deps: Deps): Promise<void> {
  const { watch, config, clock } = deps;
  const fault = await writing(deps);
  for (const [name, kind] of Object.entries(alarmOf)) if (name !== fault) watch.clear(kind, QUIET);
  if (fault !== null) watch.raise(alarmOf[fault]);
  watch.clear("shedding", QUIET);
  // A bucket costs by the question: it is asked only while somebody has found it away
  if (watch.current().some(({ kind }) => kind === "photosAway")) await lookForPhotos(deps);
  const free = await freeShare(config.dataDir);
  if (free !== null && free < config.diskFree) watch.raise("diskLow");
  else watch.clear("diskLow");
  const { sweepLag } = await deps.store.gauges.house(clock.now());
  if (sweepLag > LATEST_SWEEP) watch.raise("sweepLate");
  else if (sweepLag < MINUTE) watch.clear("sweepLate");
  clock.look?.();
}

async function lookForPhotos({ watch, photoFiles }: Deps): Promise<void> {
  try {
    await photoFiles.probe();
    watch.clear("photosAway");
  } catch (error) {
    if (!(error instanceof BucketFault)) throw error;
    watch.raise("photosAway");
  }
}

async function writing({ store, clock }: Deps): Promise<keyof typeof alarmOf | null> {
  try {
    await store.gauges.probe(clock.now());
    return null;
  } catch (error) {
    return storageFaultOf(error) ?? "broken";
  }
}
