/** A sync to disk that failed: nothing more is acknowledged, the process leaves at once, and the next one finds the truth. */
import Database from "better-sqlite3";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ringFor } from "../../db/secrets/keep.ts";
import { connect } from "../../db/connect.ts";
import { storeOn } from "../../db/sqlite.ts";
import { watchSyncs } from "../../db/syncWatch.ts";
import { aDecision } from "../../fixtures/build.ts";
import { buildProgram } from "../crash/program.ts";
import { temporaryFolder } from "../support/store.ts";

function folder(): string {
  const path = temporaryFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A connection that can be told to fail at a COMMIT, and counts how often it was asked to. */
function failing(path: string) {
  const sqlite = connect(join(path, "huying.db"));
  const prepare = sqlite.prepare.bind(sqlite);
  const disk = { code: "", commits: 0 };
  sqlite.prepare = ((text: string) => {
    const statement = prepare(text);
    if (text !== "COMMIT") return statement;
    const run = statement.run.bind(statement);
    statement.run = () => {
      disk.commits += 1;
      if (disk.code === "") return run();
      throw new Database.SqliteError("disk I/O error", disk.code);
    };
    return statement;
  }) as typeof sqlite.prepare;
  const store = storeOn(sqlite, (samples) => ringFor(join(path, "huying.keys"), samples), {
    release: () => undefined,
  });
  onTestFinished(async () => await store.close());
  return { store, disk };
}

const nothing = Symbol("nothing");

const built = "dist/failed-sync";

async function toldBy(unsure: Promise<Error>): Promise<unknown> {
  return await Promise.race([unsure, Promise.resolve(nothing)]);
}

describe("a store whose disk did not sync", () => {
  it("tries nothing a second time, writes nothing more, says so, and goes on reading", async () => {
    const { store, disk } = failing(folder());
    const first = aDecision();
    await store.commit(first);
    Object.assign(disk, { code: "SQLITE_IOERR_FSYNC", commits: 0 });
    await expect(store.commit(aDecision())).rejects.toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
    expect(disk.commits).toBe(1);
    expect(await store.unsure).toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
    disk.code = "";
    await expect(store.commit(aDecision())).rejects.toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
    await expect(store.settings.put("a", "b")).rejects.toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
    expect(disk.commits).toBe(1);
    expect(await store.cases.byId(first.case.id)).not.toBeNull();
  });

  it.each(["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY"])(
    "is sure of itself after %s, and goes on",
    async (code) => {
      const { store, disk } = failing(folder());
      disk.code = code;
      await expect(store.commit(aDecision())).rejects.toMatchObject({ code });
      expect(await toldBy(store.unsure)).toBe(nothing);
      disk.code = "";
      expect((await store.commit(aDecision())).kind).toBe("committed");
    },
  );
});

describe("a transaction in which a sync failed before its end", () => {
  it("is not committed any more, and can be rolled back", () => {
    const bare = new Database(":memory:");
    bare.exec("create table t (n)");
    const prepare = bare.prepare.bind(bare);
    bare.prepare = ((text: string) => {
      const statement = prepare(text);
      if (text.includes("2"))
        statement.run = () => {
          throw new Database.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
        };
      return statement;
    }) as typeof bare.prepare;
    const { sqlite } = watchSyncs(bare);
    const commit = sqlite.prepare("COMMIT");
    sqlite.prepare("BEGIN IMMEDIATE").run();
    sqlite.prepare("insert into t values (1)").run();
    expect(() => sqlite.prepare("insert into t values (2)").run()).toThrow("disk I/O error");
    expect(() => commit.run()).toThrow("disk I/O error");
    sqlite.prepare("ROLLBACK").run();
    expect(sqlite.prepare("select count(*) n from t").get()).toEqual({ n: 0 });
  });
});

describe("the process whose disk did not sync", { timeout: 90_000 }, () => {
  // Built, it writes in a thread of its own
  beforeAll(async () => await buildProgram(built));

  it.each([
    ["from its sources", ["--import", "tsx"], "server/main.ts"],
    ["built", [], `${built}/main.js`],
  ])(
    "%s leaves at once with code 4; started again, it has what it acknowledged",
    async (_how, first, path) => {
      const dataDir = folder();
      const mark = join(dataDir, "fail-sync");
      const start = () =>
        startWith([...first, "--import", "./tests/support/failingSync.mjs", path], dataDir, mark);
      const house = start();
      const address = await house.address;
      expect((await send(address, "report-1"))?.status).toBe(201);
      writeFileSync(mark, "");
      expect(await send(address, "report-2")).not.toMatchObject({ ok: true });
      expect(await exitOf(house.child)).toBe(4);
      expect(house.said()).toContain("磁盘同步失败（SQLITE_IOERR_FSYNC）");
      rmSync(mark);
      const again = start();
      // Acknowledged before: known. Not acknowledged: taken in now, once.
      expect((await send(await again.address, "report-1"))?.status).toBe(200);
      expect((await send(await again.address, "report-2"))?.status).toBe(201);
      again.child.kill("SIGTERM");
      expect(await exitOf(again.child)).toBe(0);
    },
  );
});

function startWith(given: readonly string[], dataDir: string, mark: string) {
  const env = { ...process.env, PORT: "0", DEMO: "off", DATA_DIR: dataDir, FAIL_SYNC: mark };
  const child = spawn(process.execPath, [...given, "serve"], { env });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (more: Buffer) => (text += more.toString()));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, said: () => text, address: addressIn(child, () => text) };
}

async function addressIn(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const address = /呼应已启动：(http:\/\/[\d.]+:\d+)/.exec(said())?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(said());
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
}

/** @returns null when no answer came. */
async function send(address: string, id: string): Promise<Response | null> {
  const body = JSON.stringify({
    id,
    text: "路灯不亮",
    channel: "public",
    point: { lng: 118.83, lat: 35.58 },
  });
  const headers = { "Content-Type": "application/json" };
  return await fetch(`${address}/api/reports`, { method: "POST", headers, body }).catch(() => null);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}
