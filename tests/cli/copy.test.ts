/** `huying copy` as a person runs it: on a real PostgreSQL where one answers, and its sentences without one. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../db/open.ts";
import { databaseName } from "../../db/openCopy.ts";
import { answeringPostgres, ownDatabase, unless } from "../support/postgres.ts";
import { openOffice } from "../support/terminal.ts";

const server = await answeringPostgres();

async function office() {
  const found = openOffice();
  writeFileSync(
    join(found.folder, "messages.csv"),
    "内容,电话\n路灯不亮,13800005678\n井盖丢了,13800005679\n",
  );
  await found.run("import", join(found.folder, "messages.csv"));
  return { ...found, file: join(found.folder, databaseName) };
}

async function database(options = "") {
  if (server === null) throw new Error("No PostgreSQL answers.");
  const own = await ownDatabase(server, options);
  onTestFinished(own.drop);
  return own;
}

describe("huying copy says why it cannot", () => {
  it.each<readonly [name: string, args: readonly string[], code: number, said: RegExp]>([
    ["no address", [], 2, /--to/],
    ["an address of something else", ["--to", "mysql://x"], 2, /“mysql:\/\/x”不是 PostgreSQL 的地址/],
    ["an argument too many", ["--to", "postgres://x/y", "a.db"], 2, /“a\.db”/],
    [
      "a file that is not there",
      ["--from", "none.db", "--to", "postgres://x/y"],
      3,
      /没有“.*none\.db”这个文件/,
    ],
    [
      "a port where nobody listens",
      ["--to", "postgres://a@127.0.0.1:1/b"],
      3,
      /127\.0\.0\.1:1 没有 PostgreSQL/,
    ],
    ["a socket that is not there", ["--to", "postgres:///b?host=/nowhere"], 3, /\/nowhere 没有 PostgreSQL/],
    ["an address that cannot be read", ["--to", "postgres://a@[x/b"], 3, /数据库地址写得不对/],
  ])("%s", async (_name, args, code, said) => {
    const { run } = await office();
    const answer = await run("copy", ...args);
    expect(answer.err).toMatch(said);
    expect(answer.code).toBe(code);
  });

  it("a file that a newer program has written", async () => {
    const { run, file } = await office();
    const sqlite = new Database(file);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)");
    sqlite.close();
    const { code, err } = await run("copy", "--to", "postgres://a@127.0.0.1:1/b");
    expect(code).toBe(3);
    expect(err).toMatch(/更新的版本/);
  });
});

describe.skipIf(server === null)(`huying copy to a real PostgreSQL${unless(server)}`, () => {
  it("moves a county that can be served from there, and proves it", async () => {
    const { run, folder } = await office();
    const { url, ask } = await database();
    const moved = await run("copy", "--to", url, "--json");
    expect(moved.code, moved.err).toBe(0);
    expect(JSON.parse(moved.out)).toMatchObject({ cases: 2, faults: [], differences: [] });
    expect(await run("copy", "--check", "--to", url)).toMatchObject({ code: 0 });
    const store = await openStore({ databaseUrl: url, dataDir: folder });
    try {
      expect((await store.verify()).faults).toEqual([]);
    } finally {
      await store.close();
    }
    await ask("update cases set text = '井盖还在' where text = '井盖丢了'");
    const bent = await run("copy", "--check", "--to", url);
    expect(bent.code).toBe(1);
    expect(bent.out).toMatch(/表 cases：行数一样，内容不一样/);
    expect(bent.out).toMatch(/两边不一致。/);
  });

  it("goes to no house that has something in it", async () => {
    const { run } = await office();
    const { url } = await database();
    await run("copy", "--to", url);
    const again = await run("copy", "--to", url);
    expect(again.code).toBe(3);
    expect(again.err).toMatch(/目标库里已经有内容.*createdb/);
  });

  it("leaves nothing when it is cut off, and is begun again", async () => {
    const { run } = await office();
    const { url, ask } = await database();
    await run("copy", "--check", "--to", url);
    // The last rows to come are refused once
    await ask(
      "create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$",
    );
    await ask("create trigger cut before insert on settings for each row execute function cut()");
    expect(await run("copy", "--to", url)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/中途断开了连接/),
    });
    expect(await ask("select 1 from cases")).toEqual([]);
    await ask("drop trigger cut on settings");
    await ask("drop function cut");
    expect(await run("copy", "--to", url)).toMatchObject({ code: 0 });
  });

  it("refuses a database in another encoding, one of a newer program, and one that is not there", async () => {
    const { run } = await office();
    const latin = await database("encoding 'LATIN1' locale 'C' template template0");
    expect(await run("copy", "--to", latin.url)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/LATIN1.*UTF8/),
    });
    const newer = await database();
    await run("copy", "--check", "--to", newer.url);
    await newer.ask("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 1)");
    expect(await run("copy", "--to", newer.url)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/更新的版本用过/),
    });
    const gone = newer.url.replace(/\/huying_\w+$/u, "/huying_none");
    expect(await run("copy", "--to", gone)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/没有 huying_none 这个库/),
    });
  });
});
