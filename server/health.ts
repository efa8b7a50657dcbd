/** Is the house in order, and what does it say of itself? Asked by whoever runs it and by what starts it again. */
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "./deps.ts";
import { backupFolder } from "./record/backups.ts";
import { MINUTE } from "./domain/time.ts";
import { factsOfError } from "./log.ts";
import type { Gauge } from "./metrics.ts";

/** A sweep that is later than this does not run. */
export const LATEST_SWEEP = 5 * MINUTE;

export type Trouble = "notWritable" | "diskNearlyFull" | "sweepLate" | "stopping";

/** What keeps the house from being ready; empty when it is. */
export async function troubles({ store, clock, config, live, log }: Deps): Promise<readonly Trouble[]> {
  const found: Trouble[] = live.isClosed() ? ["stopping"] : [];
  try {
    await store.gauges.probe(clock.now());
    if ((await store.gauges.house(clock.now())).sweepLag > LATEST_SWEEP) found.push("sweepLate");
  } catch (error) {
    log("health.notWritable", factsOfError(error));
    found.push("notWritable");
  }
  const free = await freeShare(config.dataDir);
  return free !== null && free < config.diskFree ? [...found, "diskNearlyFull"] : found;
}

export async function gaugesOf({ store, clock, config, watch }: Deps): Promise<readonly Gauge[]> {
  const { databaseBytes, unsentNotices, dueClocks, sweepLag } = await store.gauges.house(clock.now());
  const free = await freeShare(config.dataDir);
  const backup = await lastBackup(backupFolder(config));
  return [
    { name: "huying_database_bytes", help: "Size of the database.", value: databaseBytes },
    { name: "huying_outbox_unsent", help: "Messages that wait to be sent.", value: unsentNotices },
    {
      name: "huying_clocks_due",
      help: "Cases and calls whose clock should have been looked at.",
      value: dueClocks,
    },
    {
      name: "huying_sweep_lag_seconds",
      help: "How long the earliest of them has waited.",
      value: sweepLag / 1000,
    },
    { name: "huying_alarms", help: "What is wrong with the house.", value: watch.current().length },
    ...(free === null
      ? []
      : [{ name: "huying_disk_free_ratio", help: "Free share of the data disk.", value: free }]),
    ...(backup === null
      ? []
      : [
          {
            name: "huying_last_backup_timestamp_seconds",
            help: "When the newest backup was written.",
            value: backup / 1000,
          },
        ]),
  ];
}

/** null where the folder cannot be asked. */
export async function freeShare(dataDir: string): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(dataDir);
    return blocks === 0 ? null : bavail / blocks;
  } catch {
    return null;
  }
}

/** null when there is none. */
async function lastBackup(folder: string): Promise<number | null> {
  try {
    const files = (await readdir(folder)).filter((name) => name.endsWith(".db"));
    const times = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mtimeMs));
    return times.length === 0 ? null : Math.max(...times);
  } catch {
    return null;
  }
}
