/** Backups by the clock: taken and tried out in processes of their own while the house goes on, kept by the rule. */
import { loadBackupRule } from "../../fixtures/backup.ts";
import type { Deps } from "../deps.ts";
import { isBackupDue, isBackupLate } from "../domain/backups.ts";
import { type Instant, MINUTE } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { apart } from "../record/apart.ts";
import {
  backupsIn,
  type Copying,
  pruneBackups,
  takeBackup,
  type Trial,
  tryBackup,
} from "../record/backups.ts";
import { type Job, startLoop } from "./loop.ts";

/** How a backup is written and tried out: in another process, or in this one where a test looks on. */
export interface Ways {
  readonly copy: Copying;
  readonly verify: Trial;
}

type BackingUp = Pick<Deps, "config" | "clock" | "log" | "watch">;

export function startBackups(deps: Deps): Job {
  const ending = new AbortController();
  const round = createBackupRound(deps, apart(deps.config, { signal: ending.signal }));
  const job = startLoop(async () => {
    await round();
    return MINUTE;
  });
  return {
    // One under way is given up: the next start makes up for it
    stop() {
      ending.abort();
      return job.stop();
    },
  };
}

/** One look at the clock, to be taken every minute: backs up when it is time, and never throws. */
export function createBackupRound(deps: BackingUp, ways: Ways): () => Promise<void> {
  const { config, clock, log, watch } = deps;
  const begun = clock.now();
  let failed: Instant | null = null;
  return async function round() {
    try {
      const last = (await backupsIn(config))[0]?.at ?? null;
      if (isBackupDue({ begun, last, failed, everyHours: config.backupHours }, clock.now())) {
        failed = clock.now();
        await backUp(deps, ways);
        failed = null;
      }
    } catch (error) {
      log("backup.failed", factsOfError(error));
    }
    await lookBack().catch((error: unknown) => log("backup.failed", factsOfError(error)));
  };

  async function lookBack(): Promise<void> {
    const proven = (await backupsIn(config)).find(
      ({ verifiedAt, faults }) => verifiedAt !== null && faults === 0,
    );
    const late = isBackupLate(
      { begun, last: proven?.at ?? null, everyHours: config.backupHours },
      clock.now(),
    );
    if (late) watch.raise("backupLate");
    else watch.clear("backupLate");
  }
}

/** One backup now, in processes of their own. */
export async function backUpNow(deps: BackingUp): Promise<void> {
  await backUp(deps, apart(deps.config));
}

/** One backup: taken, tried out, and those that are spent let go. */
async function backUp({ config, clock, log }: BackingUp, { copy, verify }: Ways): Promise<void> {
  const taken = await takeBackup(config, clock.now(), copy);
  const { file, bytes, faults } = await tryBackup(config, taken, { verify, now: clock.now });
  log(faults === 0 ? "backup.verified" : "backup.bent", { file, bytes, faults });
  const gone = await pruneBackups(config, loadBackupRule());
  if (gone.length > 0) log("backup.pruned", { files: gone.length });
}
