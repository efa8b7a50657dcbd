/** A disk that is full, read-only or broken: writing is refused in plain words, reading goes on, and nothing is half there. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ringFor } from "../../db/secrets/keep.ts";
import { connect } from "../../db/connect.ts";
import { openSqlite, storeOn } from "../../db/sqlite.ts";
import { storageFaultOf } from "../../db/storageFault.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import type { HouseAnswer } from "../../server/domain/houseAlarms.ts";
import { lookAround } from "../../server/jobs/watch.ts";
import { type House, lightReport, moved, openHouse, reported } from "../support/app.ts";
import { photoOf } from "../support/picture.ts";
import { temporaryFolder } from "../support/store.ts";

/** A house on a database that the test can take the room away from. */
async function houseOnDisk() {
  const folder = temporaryFolder();
  const sqlite = connect(join(folder, "huying.db"));
  const store = storeOn(sqlite, (samples) => ringFor(join(folder, "huying.keys"), samples), {
    release: () => undefined,
  });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const house = await openHouse({ store });
  return { house, sqlite };
}

type Disk = Awaited<ReturnType<typeof houseOnDisk>>["sqlite"];

function fill(sqlite: Disk): void {
  const pages = Number(sqlite.pragma("page_count", { simple: true }));
  sqlite.pragma(`max_page_count = ${pages}`);
}

function makeRoom(sqlite: Disk): void {
  sqlite.pragma("max_page_count = 1073741823");
}

/** Reports until one is refused: the pages there are have some room left. */
async function untilRefused(house: House): Promise<{ readonly answer: Response; readonly sent: unknown }> {
  const gridWorker = await house.as("gridWorker");
  for (let tries = 0; tries < 2000; tries++) {
    const sent = lightReport({ text: `振兴路路灯不亮${"，灯杆也歪了".repeat(60)}` });
    const answer = await gridWorker.post("/api/reports", sent);
    house.clock.advance(5_000);
    if (answer.status !== 201) return { answer, sent };
  }
  throw new Error("The disk never became full.");
}

async function alarms(house: House): Promise<readonly string[]> {
  house.clock.advance(2 * 60_000);
  await lookAround(house.deps);
  const answer = (await (await (await house.as("admin")).get("/api/house")).json()) as HouseAnswer;
  return answer.alarms.map(({ kind }) => kind).filter((kind) => kind !== "diskLow");
}

describe("a full disk", { timeout: 60_000 }, () => {
  it("refuses what is new with a code and advice, and takes the very same report once there is room", async () => {
    const { house, sqlite } = await houseOnDisk();
    const first = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    fill(sqlite);
    const { answer, sent } = await untilRefused(house);
    expect(answer.status).toBe(507);
    expect(answer.headers.get("Retry-After")).toBe("60");
    const told = (await answer.json()) as ProblemAnswer;
    expect(told).toMatchObject({ code: "storageFull", title: "空间不足" });
    expect(told.detail).toContain("没有保存");
    // Reading goes on, and what was refused has left nothing behind
    expect((await township.get(`/api/cases/${first.id}`)).status).toBe(200);
    expect((await township.get("/api/overview")).status).toBe(200);
    expect((await house.store.verify()).faults).toEqual([]);
    expect(house.logged.join()).toContain("storage.failed");
    makeRoom(sqlite);
    const gridWorker = await house.as("gridWorker");
    expect((await gridWorker.post("/api/reports", sent)).status).toBe(201);
    expect((await gridWorker.post("/api/reports", sent)).status).toBe(200);
    expect((await house.store.verify()).faults).toEqual([]);
    expect(await alarms(house)).toEqual([]);
  });

  it("keeps people signed in whose visit could not be noted", async () => {
    const { house, sqlite } = await houseOnDisk();
    const township = await house.as("township");
    house.clock.advance(5 * 60_000);
    sqlite.pragma("query_only = ON");
    expect((await township.get("/api/cases")).status).toBe(200);
    sqlite.pragma("query_only = OFF");
  });
});

describe("a disk that became read-only", () => {
  it("is told in its own words, raises an alarm, and is forgotten when it may be written to again", async () => {
    const { house, sqlite } = await houseOnDisk();
    const { id } = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    const admin = await house.as("admin");
    sqlite.pragma("query_only = ON");
    const answer = await township.post(`/api/cases/${id}/moves`, {
      action: "comment",
      note: "已联系",
      version: 1,
      commandId: "command-1",
    });
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as ProblemAnswer).code).toBe("storageReadOnly");
    await lookAround(house.deps);
    const seen = (await (await admin.get("/api/house")).json()) as HouseAnswer;
    expect(seen.alarms).toContainEqual(expect.objectContaining({ kind: "readOnly", confirms: false }));
    expect((await house.nobody.get("/readyz")).status).toBe(503);
    const metrics = await (await house.nobody.get("/metrics")).text();
    expect(Number(/^huying_alarms (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThan(0);
    sqlite.pragma("query_only = OFF");
    expect(await alarms(house)).toEqual([]);
    await moved(township, id, { action: "comment", note: "已联系", commandId: "command-1" });
    expect(house.logged.filter((line) => line.includes('"alarm.raised"'))).not.toEqual([]);
    expect(house.logged.join()).toContain('"alarm.cleared","kind":"readOnly"');
  });
});

describe("photos without room", () => {
  it("are refused before the last room is taken, while reports go on", async () => {
    // Nine tenths of a disk are never free at twice that
    const house = await openHouse({ diskFree: 2.1 });
    const gridWorker = await house.as("gridWorker");
    const answer = await gridWorker.request("/api/photos", {
      method: "POST",
      body: new Uint8Array([1]),
      headers: { "Content-Type": "image/jpeg" },
    });
    expect(answer.status).toBe(507);
    await reported(gridWorker);
    await lookAround(house.deps);
    expect(house.deps.watch.current().map(({ kind }) => kind)).toContain("diskLow");
  });
});

describe("what counts as a fault of the storage", () => {
  it.each([
    ["SQLITE_FULL", "full"],
    ["SQLITE_READONLY_DBMOVED", "readOnly"],
    ["SQLITE_IOERR_FSYNC", "broken"],
    ["ENOSPC", "full"],
    ["EROFS", "readOnly"],
    ["EIO", "broken"],
    ["53100", "full"],
    ["25006", "readOnly"],
    ["ECONNREFUSED", "broken"],
    ["SQLITE_CONSTRAINT", null],
    ["23505", null],
  ])("%s → %s, also when it is wrapped", (code, fault) => {
    const error = Object.assign(new Error("no"), { code });
    expect(storageFaultOf(error)).toBe(fault);
    expect(storageFaultOf(new Error("Failed query", { cause: error }))).toBe(fault);
  });
});

const isRoot = process.getuid?.() === 0 && process.platform === "linux";

/** A real file system of four megabytes; only root may mount one. */
describe.runIf(isRoot)("a real small disk", { timeout: 60_000 }, () => {
  it("fills up, refuses, and goes on when something was removed, without a restart", async ({ skip }) => {
    const disk = join(temporaryFolder(), "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      skip("mounting is not allowed here");
    }
    const store = openSqlite(disk);
    onTestFinished(async () => {
      await store.close();
      execFileSync("umount", [disk]);
    });
    const house = await openHouse({ store });
    Object.assign(house.deps.config, { dataDir: disk });
    writeFileSync(join(disk, "ballast"), new Uint8Array(4_000_000));
    await photoOf(await house.as("gridWorker"));
    const { answer, sent } = await untilRefused(house);
    expect(answer.status).toBe(507);
    await lookAround(house.deps);
    expect(house.deps.watch.current().map(({ kind }) => kind)).toContain("diskFull");
    expect((await store.verify()).faults).toEqual([]);
    rmSync(join(disk, "ballast"));
    expect((await (await house.as("gridWorker")).post("/api/reports", sent)).status).toBe(201);
    expect(await alarms(house)).toEqual([]);
    expect((await store.verify()).faults).toEqual([]);
  });
});
