/** The examination: each thing that may be wrong is found by name, told with what to do, and keeps the house from starting. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../db/sqlite.ts";
import { openKey } from "../../server/record/key.ts";
import { makeCheckpoint } from "../../server/record/checkpoint.ts";
import { openHouse, reported } from "../support/app.ts";
import { type Office, openOffice } from "../support/terminal.ts";

/** A folder in which a house has worked: some reports, one checkpoint, both keys. */
async function lived(): Promise<Office> {
  const office = openOffice();
  const store = openSqlite(office.folder);
  const key = openKey({ dataDir: office.folder, recordKey: "" });
  if ("fault" in key) throw new Error(key.fault);
  const house = await openHouse({ store });
  for (let each = 0; each < 3; each++) await reported(await house.as("gridWorker"));
  const made = await makeCheckpoint({ store, config: { recordHash: "sha256" }, key, now: house.clock.now() });
  if (made === null || "kind" in made) throw new Error("No checkpoint.");
  await store.record.addCheckpoint(made);
  await store.close();
  return office;
}

function bend(office: Office, text: string): void {
  const database = new Database(join(office.folder, "huying.db"));
  database.exec(text);
  database.close();
}

describe("huying doctor", { timeout: 60_000 }, () => {
  it("finds nothing in an empty folder that a start would not make, nor in a house in order", async () => {
    expect(await openOffice().run("doctor")).toMatchObject({ code: 0 });
    const { code, out } = await (await lived()).run("doctor");
    expect(out).not.toContain("✗");
    expect(out).toMatch(/✓ 存证：3 条记录，最近的检查点到第 3 条|✓ 存证：/);
    expect(code).toBe(0);
  });

  it("names a lost key, and says where to take it from", async () => {
    const office = await lived();
    renameSync(join(office.folder, "huying.keys"), join(office.folder, "away"));
    const { code, out } = await office.run("doctor");
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 加密密钥：找不到.*huying\.keys/);
    expect(out).toContain("不要新建");
  });

  it("names a lost or readable signing key", async () => {
    const office = await lived();
    chmodSync(join(office.folder, "record-key.pem"), 0o644);
    expect((await office.run("doctor")).out).toMatch(/✗ 签名密钥：.*644/);
    rmSync(join(office.folder, "record-key.pem"));
    expect((await office.run("doctor")).out).toMatch(/✗ 签名密钥：找不到/);
  });

  it("names a database that was cut short, and one whose end was taken away", async () => {
    const cut = await lived();
    bend(cut, "pragma journal_mode = delete");
    truncateSync(join(cut.folder, "huying.db"), 40_960);
    const told = await cut.run("doctor");
    expect(told.out).toMatch(/✗ 数据库：/);
    expect(told.out).toContain("huying restore");
    const old = await lived();
    bend(
      old,
      `${dropTriggers(old, "record_entries")}
       delete from record_entries where position = (select max(position) from record_entries)`,
    );
    expect((await old.run("doctor")).out).toMatch(/✗ 存证：检查点说有/);
  });

  it("names a case whose head was bent", async () => {
    const office = await lived();
    bend(office, "update cases set head_hash = 'x' where rowid = 1");
    expect((await office.run("doctor")).out).toMatch(/✗ 存证：案卷 \d{8}-\d{5} 的末条记录对不上/);
  });

  it("names a database of a newer program", async () => {
    const office = await lived();
    bend(office, "insert into __drizzle_migrations (hash, created_at) values ('later', 1)");
    expect((await office.run("doctor")).out).toMatch(/✗ 数据库版本：.*更新的版本/);
  });

  it("names a photo folder that cannot be written to", async () => {
    const office = await lived();
    rmSync(join(office.folder, "photos"), { recursive: true, force: true });
    writeFileSync(join(office.folder, "photos"), "a file in its place");
    expect((await office.run("doctor")).out).toMatch(/✗ 照片目录：/);
  });

  it("knows a backup that was made by hand, and how to try it", async () => {
    const office = await lived();
    expect((await office.run("doctor")).out).toContain("还没有备份");
    await office.run("backup");
    const { out } = await office.run("doctor");
    expect(out).toMatch(/备份：最近一份 huying-[\d-]+\.db，.*手工做的，还没有试恢复/);
    const [, file = ""] = /huying verify --backup (\S+)/.exec(out) ?? [];
    expect(await office.run("verify", "--backup", file)).toMatchObject({ code: 0 });
  });

  it("answers in JSON", async () => {
    const { out } = await (await lived()).run("doctor", "--json");
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ name: "数据库", state: "good" }));
  });

  it("changes nothing", async () => {
    const office = await lived();
    bend(office, "pragma wal_checkpoint(truncate)");
    const before = readFileSync(join(office.folder, "huying.db"));
    mkdirSync(join(office.folder, "photos"), { recursive: true });
    const files = readdirSync(office.folder).filter((name) => !/-(wal|shm)$/.test(name));
    await office.run("doctor");
    expect(readFileSync(join(office.folder, "huying.db")).equals(before)).toBe(true);
    expect(readdirSync(office.folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(files);
  });
});

function dropTriggers(office: Office, table: string): string {
  const database = new Database(join(office.folder, "huying.db"), { readonly: true });
  const names = database
    .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = ?")
    .pluck()
    .all(table) as string[];
  database.close();
  return names.map((name) => `drop trigger "${name}";`).join(" ");
}
