import { copyFileSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../db/sqlite.ts";
import { subcommands } from "../../server/commands/all.ts";
import { type Office, openOffice } from "../support/terminal.ts";

describe("huying", () => {
  it("lists its commands, and counts being called without one as a mistake", async () => {
    const { run } = openOffice();
    expect(await run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("import") });
    expect(await run()).toMatchObject({ code: 2 });
  });

  it("names the command that it does not know", async () => {
    expect(await openOffice().run("imprt")).toMatchObject({
      code: 2,
      err: expect.stringContaining("“imprt”"),
    });
  });

  it("names the option that it does not know, and those it knows", async () => {
    const { code, err } = await openOffice().run("due", "now", "3工作日", "--jsn");
    expect(code).toBe(2);
    expect(err).toMatch(/--jsn.*--json/);
  });

  it("tells all mistakes in the settings", async () => {
    const { code, err } = await openOffice({ PORT: "abc", DEMO: "yes" }).run("verify");
    expect(code).toBe(2);
    expect(err).toMatch(/PORT.*\n.*DEMO/);
  });
});

describe.each(subcommands)("huying $name --help", ({ name }) => {
  it("shows an example and what the exit codes mean", async () => {
    const { code, out } = await openOffice().run(name, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`例：\n  huying ${name}`);
    expect(out).toMatch(/退出码：0 /);
    expect(out).toContain("--json");
  });
});

describe("huying due", () => {
  it("answers 1 when the deadline is provisional", async () => {
    expect(await openOffice().run("due", "2026-12-30 16:00", "3工作日")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^！！.*2027/),
    });
  });

  it("says what a budget looks like", async () => {
    expect(await openOffice().run("due", "now", "3天")).toMatchObject({
      code: 2,
      err: expect.stringContaining("“3天”不合要求"),
    });
  });
});

describe("huying classify", () => {
  it("answers 0 when it is sure and 1 when a person must judge", async () => {
    const { run } = openOffice();
    const { code, out } = await run("classify", "路灯不亮三天了", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sure: true, candidates: [{ code: "020101" }, {}, {}] });
    expect(await run("classify", "你好")).toMatchObject({ code: 1 });
  });
});

describe("huying locate", () => {
  it("answers 0 inside a cell and 1 where nobody is responsible", async () => {
    const { run } = openOffice({ DEMO: "on" });
    expect(await run("locate", "118.83", "35.58")).toMatchObject({
      code: 0,
      out: expect.stringContaining("城阳街道"),
    });
    expect(await run("locate", "-118.83", "35.58")).toMatchObject({ code: 1 });
  });

  it("says so when latitude stands first, with the command that is meant", async () => {
    const { run } = openOffice({ DEMO: "on" });
    const { code, err } = await run("locate", "35.58", "118.83");
    expect(code).toBe(2);
    expect(err).toMatch(
      /经度和纬度像是写反了：经度 118.83、纬度 35.58 在.+。请写：huying locate 118.83 35.58/,
    );
    expect(await run("locate", "30", "35.58")).toMatchObject({ code: 1 });
    const told = await run("locate", "35.58", "118.83", "--json");
    expect(told.code).toBe(2);
    expect(JSON.parse(told.out)).toMatchObject({
      kind: "refusal",
      correction: {
        kind: "swapped",
        point: { lng: 118.83, lat: 35.58 },
        cell: { code: expect.stringMatching(/^371122/) as string },
      },
    });
  });

  it("names the value that cannot be a coordinate", async () => {
    expect(await openOffice().run("locate", "东", "35.58")).toMatchObject({
      code: 2,
      err: expect.stringContaining("NaN"),
    });
  });
});

describe("huying place", () => {
  it("lists every way to read degrees that puts them into a cell, and leaves the choice to a person", async () => {
    const { run } = openOffice({ DEMO: "on" });
    const told = await run("place", "35.58, 118.83", "--json");
    expect(told.code).toBe(1);
    const { readings } = JSON.parse(told.out) as { readings: unknown };
    expect(readings).toMatchObject([
      { point: { lng: 118.83, lat: 35.58 }, datum: "wgs84", swapped: true },
      { point: { lng: 118.83, lat: 35.58 }, datum: "gcj02", swapped: true },
    ]);
    expect((await run("place", "35.58, 118.83")).out).toContain("按 wgs84，原文经纬度写反，需要人选");
  });
});

describe("a database whose record was bent", () => {
  async function bentOffice(): Promise<Office> {
    const office = openOffice();
    const file = join(office.folder, "messages.csv");
    writeFileSync(file, "内容,编号\n路灯不亮,1\n井盖丢失,2\n");
    await office.run("import", file);
    bend(join(office.folder, "huying.db"));
    return office;
  }

  /** As somebody with the file and a tool would do it. */
  function bend(file: string): void {
    const sqlite = new Database(file);
    const triggers = sqlite.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
    for (const name of triggers) sqlite.exec(`drop trigger ${String(name)}`);
    sqlite.exec("update events set actor_id = 'somebody else' where rowid = (select min(rowid) from events)");
    sqlite.close();
  }

  it("is found by verify, with the case and the event", async () => {
    const { run } = await bentOffice();
    expect(await run("verify")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/案卷 20261120-00001 第 1 条（存证第 1 条）：.*被改过/),
    });
  });

  it("is not restored from", async () => {
    const { run, folder } = await bentOffice();
    const copy = join(folder, "bent-copy.db");
    expect(await run("backup", copy)).toMatchObject({ code: 0 });
    // Another machine opens it with the keys of the house, and with nothing else
    const other = openOffice();
    expect(await other.run("restore", copy)).toMatchObject({ code: 3, err: expect.stringContaining("密钥") });
    copyFileSync(join(folder, "huying.keys"), join(other.folder, "huying.keys"));
    expect(await other.run("restore", copy)).toMatchObject({
      code: 1,
      out: expect.stringContaining("没有恢复"),
    });
  });
});

describe("a backup", () => {
  async function filledOffice(): Promise<Office> {
    const office = openOffice();
    const file = join(office.folder, "messages.csv");
    writeFileSync(file, "内容\n路灯不亮\n");
    await office.run("import", file);
    return office;
  }

  it("brings back what was there, and keeps what it replaces", async () => {
    const { run, folder } = await filledOffice();
    const copy = join(folder, "copy.db");
    await run("backup", copy);
    const later = join(folder, "later.csv");
    writeFileSync(later, "内容\n井盖丢失\n");
    await run("import", later);
    expect(await run("restore", copy)).toMatchObject({ code: 0 });
    expect(JSON.parse((await run("verify", "--json")).out)).toMatchObject({ cases: 1, faults: [] });
    expect(readdirSync(folder).filter((name) => name.startsWith("huying-before-"))).toHaveLength(1);
  });

  it("is not in the way of asking where a place is while a server works on the folder", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const [alone, heard] = [await run("locate", "118.83", "35.58"), await run("place", "招贤镇")];
    expect([alone.code, heard.code]).toEqual([0, 0]);
    const server = openSqlite(folder);
    expect(await run("locate", "118.83", "35.58")).toEqual(alone);
    expect(await run("place", "招贤镇")).toEqual(heard);
    await server.close();
  });

  it("is taken and verified while a server works on the folder, but not restored", async () => {
    const { run, folder } = await filledOffice();
    const server = openSqlite(folder);
    const copy = join(folder, "copy.db");
    expect(await run("backup", copy)).toMatchObject({ code: 0 });
    expect(await run("verify")).toMatchObject({ code: 0 });
    expect(await run("restore", copy)).toMatchObject({ code: 3, err: expect.stringContaining("正由") });
    await server.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("restore-"))).toEqual([]);
  });

  it("never overwrites a file", async () => {
    const { run, folder } = await filledOffice();
    expect(await run("backup", join(folder, "messages.csv"))).toMatchObject({ code: 3 });
  });

  it("needs a database", async () => {
    const { run, folder } = openOffice();
    expect(await run("backup")).toMatchObject({ code: 3 });
    expect(await run("verify")).toMatchObject({ code: 3 });
    expect(existsSync(join(folder, "huying.db"))).toBe(false);
  });

  it("must be a sound database", async () => {
    const { run, folder } = openOffice();
    const file = join(folder, "no.db");
    writeFileSync(file, "not a database at all, only words");
    expect(await run("restore", file)).toMatchObject({
      code: 3,
      err: expect.stringContaining("不是完好的数据库"),
    });
  });
});
