/** How often anybody may report: by address for strangers, by account for staff, and for the public channel in all. */
import type { Context } from "hono";
import { loadLimits } from "../fixtures/limits.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { MINUTE } from "./domain/time.ts";
import { addressOf } from "./origin.ts";
import { createRate } from "./rate.ts";

export interface ReportRates {
  /** @returns seconds to wait; null when it may be sent. */
  readonly wait: (c: Context, actor: Actor) => number | null;
}

export function createReportRates(deps: Deps): ReportRates {
  const { minutes, reportsByAddress, reportsByAccount, publicReports } = loadLimits();
  const rateOf = (most: number) => createRate(most, minutes * MINUTE, deps.clock.now);
  const [byAddress, byAccount, inAll] = [
    rateOf(reportsByAddress),
    rateOf(reportsByAccount),
    rateOf(publicReports),
  ];
  const seconds = minutes * 60;
  return {
    wait(c, actor) {
      if (actor.role !== "resident") return byAccount.allow(actor.id) ? null : seconds;
      return byAddress.allow(addressOf(c, deps)) && inAll.allow("public") ? null : seconds;
    },
  };
}
