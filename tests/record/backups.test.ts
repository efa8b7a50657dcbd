import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../db/store.ts";
import { loadBackupRule } from "../../fixtures/backup.ts";
import { presetConfig } from "../../server/config.ts";
import { spentBackups } from "../../server/domain/backups.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { photoFolderIn } from "../../server/photoFiles/photoFiles.ts";
import { backupsIn, pruneBackups, takeBackup, tryBackup } from "../../server/record/backups.ts";
import { onTrial } from "../../server/record/trial.ts";
import { at } from "../support/calendar.ts";
import { openOffice } from "../support/terminal.ts";

const now = at("2026-11-20 09:30");

describe("which backups are kept", () => {
  const hourly = Array.from({ length: 24 * 400 }, (_, index) => now - index * HOUR);

  it("are the newest of each of so many hours, days, weeks and months", () => {
    const rule = { hourly: 24, daily: 14, weekly: 8, monthly: 12 };
    const spent = new Set(spentBackups(hourly, rule));
    const kept = hourly.filter((one) => !spent.has(one));
    expect(kept.slice(0, 24)).toEqual(hourly.slice(0, 24));
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8 + 12);
    expect(Math.min(...kept)).toBeLessThan(now - 320 * DAY);
  });

  it("always hold the newest one, whatever the rule", () => {
    expect(spentBackups([1, 2, 3], { hourly: 0, daily: 0, weekly: 0, monthly: 0 })).toEqual([1, 2]);
  });

  it("are told by fixtures/backup.json", () => {
    expect(loadBackupRule().hourly).toBeGreaterThan(0);
  });
});

describe("a backup by the clock", () => {
  async function office() {
    const found = openOffice();
    writeFileSync(join(found.folder, "messages.csv"), "内容\n路灯不亮\n");
    await found.run("import", join(found.folder, "messages.csv"));
    const config = { ...presetConfig(), dataDir: found.folder };
    const trying = {
      keyFile: join(found.folder, "huying.keys"),
      photos: photoFolderIn(join(found.folder, "backups")),
      verify: async (store: Store) => await store.verify(),
    };
    const verify = async (file: string) => (await onTrial(file, trying)).faults.length;
    return { ...found, config, trial: { verify, now: () => now + 1 } };
  }

  it("is restored on trial, and what was found stands beside it", async () => {
    const { config, trial, folder, run } = await office();
    const taken = await takeBackup(config, now);
    expect(taken).toMatchObject({ at: now, verifiedAt: null });
    await tryBackup(config, taken, trial);
    expect(await backupsIn(config)).toMatchObject([{ at: now, verifiedAt: now + 1, faults: 0 }]);
    expect(readdirSync(join(folder, "backups")).filter((name) => name.startsWith("trial-"))).toEqual([]);
    expect(await run("restore", join(folder, "backups", taken.file))).toMatchObject({ code: 0 });
  });

  it("goes when it is spent, but never the last one that was verified", async () => {
    const { config, trial } = await office();
    await tryBackup(config, await takeBackup(config, now - 3 * HOUR), trial);
    await takeBackup(config, now - 2 * HOUR);
    await takeBackup(config, now);
    await pruneBackups(config, { hourly: 1, daily: 0, weekly: 0, monthly: 0 });
    expect((await backupsIn(config)).map((backup) => backup.at)).toEqual([now, now - 3 * HOUR]);
  });

  it("is not taken of nothing", async () => {
    const { config, folder } = await office();
    rmSync(join(folder, "huying.db"));
    await expect(takeBackup(config, now)).rejects.toThrow();
    expect(await backupsIn(config)).toEqual([]);
  });
});
