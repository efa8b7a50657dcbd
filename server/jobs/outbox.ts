/**
 * Messages leave the house. A notice to a unit or an account was delivered when it was committed (domain/notices.ts); one to the
 * reporter goes through a channel (短信 …), whose log twin only writes down that it would have been sent.
 */
import type { OutboxNotice } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { leavesTheHouse } from "../domain/notices.ts";
import { MINUTE } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { type Job, startLoop } from "./loop.ts";

/** A way to a reporter. Throws when the message could not be handed over; it may be handed over twice, by one id. */
export type ReporterChannel = (notice: OutboxNotice) => Promise<void>;

const BATCH = 100;
const LEASE = 60_000;
const REST = 1_000;

export function startOutbox(deps: Deps, channel: ReporterChannel = logChannel(deps)): Job {
  return startLoop(async () => {
    try {
      const delivered = await deliver(deps, channel);
      return delivered === BATCH ? 0 : REST;
    } catch (error) {
      deps.log("outbox.failed", factsOfError(error));
      return REST;
    }
  });
}

/** One round. @returns how many notices were tried. */
export async function deliver(deps: Deps, channel: ReporterChannel): Promise<number> {
  const { store, clock, log } = deps;
  const notices = await store.outbox.claimUnsent(clock.now(), BATCH, LEASE);
  for (const notice of notices) {
    try {
      // Houses of before had all their notices marked here
      if (leavesTheHouse(notice)) await channel(notice);
      await store.outbox.markSent(notice.id, clock.now());
    } catch (error) {
      log("notice.failed", { noticeId: notice.id, tries: notice.tries + 1, ...factsOfError(error) });
      await store.outbox.markFailed(notice.id, clock.now() + gapAfter(notice.tries));
    }
  }
  return notices.length;
}

/** 1, 2, 4 … minutes, at most about 17 hours. */
function gapAfter(tries: number): number {
  return MINUTE * 2 ** Math.min(tries, 10);
}

function logChannel({ log }: Deps): ReporterChannel {
  return async (notice) =>
    log("notice.toReporter", { noticeId: notice.id, caseId: notice.caseId, kind: notice.kind });
}
