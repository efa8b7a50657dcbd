/** 定时备份: by an injected clock, in this process and in one of its own; missed, failed, too large, and let go. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../db/store.ts";
import type { Config } from "../../server/config.ts";
import { presetConfig } from "../../server/config.ts";
import { isBackupDue, isBackupLate } from "../../server/domain/backups.ts";
import { DAY, HOUR, MINUTE } from "../../server/domain/time.ts";
import { createBackupRound, type Ways } from "../../server/jobs/backup.ts";
import { photoFolderIn } from "../../server/photoFiles/photoFiles.ts";
import { apart } from "../../server/record/apart.ts";
import { backupsIn, copyHere, pruneBackups } from "../../server/record/backups.ts";
import { onTrial } from "../../server/record/trial.ts";
import { createWatch } from "../../server/watch.ts";
import { at } from "../support/calendar.ts";
import { aPhoto } from "../support/photoFile.ts";
import { openOffice } from "../support/terminal.ts";

const begun = at("2026-11-20 09:00");

describe("when a backup is due", () => {
  const times = { begun, last: begun, failed: null, everyHours: 6 };

  it("is after so many hours, at once when the time was missed, and ten minutes after a first start", () => {
    expect(isBackupDue(times, begun + 6 * HOUR - 1)).toBe(false);
    expect(isBackupDue(times, begun + 6 * HOUR)).toBe(true);
    // Closed over the weekend: the first look after the start
    expect(isBackupDue({ ...times, begun: begun + 3 * DAY }, begun + 3 * DAY)).toBe(true);
    expect(isBackupDue({ ...times, last: null }, begun + 9 * MINUTE)).toBe(false);
    expect(isBackupDue({ ...times, last: null }, begun + 10 * MINUTE)).toBe(true);
  });

  it("is not put off by a clock that was set back, nor pressed on when one has just failed", () => {
    expect(isBackupDue({ ...times, last: begun + 30 * DAY }, begun)).toBe(true);
    const failed = begun + 6 * HOUR;
    expect(isBackupDue({ ...times, failed }, failed + 14 * MINUTE)).toBe(false);
    expect(isBackupDue({ ...times, failed }, failed + 15 * MINUTE)).toBe(true);
    // A failure that lies ahead of the clock holds nothing up
    expect(isBackupDue({ ...times, failed }, failed - HOUR)).toBe(false);
    expect(isBackupDue({ ...times, last: begun - DAY, failed }, failed - HOUR)).toBe(true);
  });

  it("is late after two rounds and an hour without a good one", () => {
    expect(isBackupLate(times, begun + 13 * HOUR - 1)).toBe(false);
    expect(isBackupLate(times, begun + 13 * HOUR)).toBe(true);
  });
});

async function house(ways: (office: { folder: string; config: Config }) => Partial<Ways> = () => ({})) {
  const { folder, run } = openOffice();
  writeFileSync(join(folder, "messages.csv"), "内容\n路灯不亮\n");
  await run("import", join(folder, "messages.csv"));
  let now = begun;
  const config = { ...presetConfig(), dataDir: folder, backupHours: 6 };
  const logged: (readonly [string, object | undefined])[] = [];
  const log = (event: string, facts?: object) => void logged.push([event, facts]);
  const watch = createWatch(() => now, log);
  const keyFile = join(folder, "huying.keys");
  const here: Ways = {
    copy: copyHere,
    verify: async (file) => {
      const verify = async (store: Store) => await store.verify();
      return (await onTrial(file, { keyFile, photos: photoFolderIn(dirname(file)), verify })).faults.length;
    },
  };
  const deps = { config, clock: { now: () => now }, log, watch };
  const round = createBackupRound(deps, { ...here, ...ways({ folder, config }) });
  const after = async (ms: number) => {
    now += ms;
    await round();
  };
  return { folder, config, run, after, logged, alarms: () => watch.current().map(({ kind }) => kind) };
}

describe("a round", () => {
  it("takes each backup in its time, tries it, and tells of it once", async () => {
    const { after, config, logged } = await house();
    await after(9 * MINUTE);
    expect(await backupsIn(config)).toEqual([]);
    await after(MINUTE);
    await after(MINUTE);
    await after(6 * HOUR);
    const found = await backupsIn(config);
    expect(found.map((one) => one.at)).toEqual([begun + 6 * HOUR + 11 * MINUTE, begun + 10 * MINUTE]);
    expect(found.every(({ verifiedAt, faults }) => verifiedAt !== null && faults === 0)).toBe(true);
    expect(logged.map(([event]) => event)).toEqual(["backup.verified", "backup.verified"]);
  });

  it("that fails leaves nothing behind, waits, and goes on by itself when there is room", async () => {
    let isFull = true;
    const { after, config, folder, logged, alarms } = await house(() => ({
      async copy(dataDir, path) {
        if (isFull) {
          writeFileSync(`${path}.part`, "half");
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
        }
        await copyHere(dataDir, path);
      },
    }));
    for (let minute = 0; minute < 40; minute += 1) await after(MINUTE);
    expect(logged.map(([event]) => event)).toEqual(["backup.failed", "backup.failed", "backup.failed"]);
    await after(13 * HOUR);
    expect(alarms()).toEqual(["backupLate"]);
    isFull = false;
    await after(15 * MINUTE);
    expect(await backupsIn(config)).toMatchObject([{ faults: 0 }]);
    expect(alarms()).toEqual([]);
    expect(readdirSync(join(folder, "backups")).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("whose copy is bent is no backup that counts, and an alarm after a while", async () => {
    const { after, config, logged, alarms } = await house(() => ({ verify: async () => 3 }));
    await after(10 * MINUTE);
    await after(13 * HOUR);
    expect((await backupsIn(config)).map(({ faults }) => faults)).toEqual([3, 3]);
    expect(logged).toContainEqual(["backup.bent", expect.objectContaining({ faults: 3 })]);
    expect(alarms()).toEqual(["backupLate"]);
  });

  it("does not fill the disk that the house lives on", async () => {
    const { folder } = await house();
    const path = join(folder, "backups", "a.db");
    // A sparse file that looks larger than any disk has room for
    truncateSync(join(folder, "huying.db"), 2 ** 43);
    await expect(copyHere(folder, path)).rejects.toThrow(/MB short/);
    expect(existsSync(path)).toBe(false);
  });

  it("sweeps up what a killed process had begun", async () => {
    const { after, folder } = await house();
    mkdirSync(join(folder, "backups", "trial-x"), { recursive: true });
    writeFileSync(join(folder, "backups", "old.db.part"), "half");
    await after(10 * MINUTE);
    expect(readdirSync(join(folder, "backups")).filter((name) => /trial-|part$/.test(name))).toEqual([]);
  });
});

describe("a backup in processes of their own", () => {
  // Starts the program from its sources several times
  it(
    "is written and tried out, and the reason of a failure comes back in words",
    { timeout: 180_000 },
    async () => {
      const program = ["--import", "tsx", "server/main.ts"];
      const { after, config, folder, logged } = await house((found) => apart(found.config, { program }));
      await after(10 * MINUTE);
      expect(logged).toEqual([["backup.verified", expect.objectContaining({ faults: 0 })]]);
      expect(await backupsIn(config)).toHaveLength(1);
      rmSync(join(folder, "huying.db"));
      await after(6 * HOUR);
      expect(logged.at(-1)).toEqual([
        "backup.failed",
        expect.objectContaining({ error: expect.stringContaining("没有数据库") as string }),
      ]);
    },
  );

  it("is given up when the house closes", async () => {
    const ending = new AbortController();
    const program = ["--import", "tsx", "server/main.ts"];
    const { after, logged, config } = await house((found) =>
      apart(found.config, { program, signal: ending.signal }),
    );
    const under = after(10 * MINUTE);
    ending.abort();
    await under;
    expect(logged.map(([event]) => event)).toEqual(["backup.failed"]);
    expect(await backupsIn(config)).toEqual([]);
  });
});

describe("photos of a backup", () => {
  it("stand beside it once, are missed when they are gone, and go when no backup shows them", async () => {
    const { after, folder, config, logged } = await house();
    const id = await aPhoto(folder);
    await after(10 * MINUTE);
    const copy = join(folder, "backups", "photos", `${id}.jpg`);
    expect(statSync(copy).size).toBe(statSync(join(folder, "photos", `${id}.jpg`)).size);
    rmSync(copy);
    rmSync(join(folder, "photos", `${id}.jpg`));
    await after(6 * HOUR);
    expect(logged.at(-1)).toEqual(["backup.bent", expect.objectContaining({ faults: 1 })]);
    // A copy that no database here speaks of
    const foreign = join(folder, "backups", "photos", `${"0".repeat(64)}.jpg`);
    mkdirSync(join(folder, "backups", "photos"), { recursive: true });
    writeFileSync(foreign, "x");
    await pruneBackups(config, { hourly: 9, daily: 0, weekly: 0, monthly: 0 });
    expect(existsSync(foreign)).toBe(false);
  });
});
