/**
 * 研判 runs once a day before office hours, and on the first start; findings wait for people, not people for findings.
 * 系统偏移 is looked for beside it, so that case files have a corrected pin to offer.
 */
import { gatherWhenOld } from "../shifts/gather.ts";
import { lastRun, runAnalysis } from "../analysis/run.ts";
import type { Deps } from "../deps.ts";
import { dayNumber, HOUR, MINUTE, startOfDay } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

const HOUR_OF_RUN = 5;

/** @returns whether it ran. */
export async function analyseWhenDue(deps: Deps): Promise<boolean> {
  const now = deps.clock.now();
  const due = startOfDay(dayNumber(now)) + HOUR_OF_RUN * HOUR;
  const ran = await lastRun(deps);
  const isDue = ran === null || (ran < due && now >= due);
  if (isDue) {
    const found = await runAnalysis(deps);
    deps.log("analysis.ran", { found, ms: deps.clock.now() - now });
  }
  return isDue;
}

const REST = 5 * MINUTE;

export function startAnalysis(deps: Deps): Job {
  return startLoop(async () => {
    try {
      await deps.store.others.alone("analysis", async () => await analyseWhenDue(deps));
      if (await gatherWhenOld(deps)) deps.log("shifts.gathered", {});
    } catch (error) {
      deps.log("analysis.failed", factsOfError(error));
    }
    return REST;
  });
}
