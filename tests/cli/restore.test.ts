/** What `huying restore` refuses, each with its reason in words; what is there stays as it is. */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openOffice } from "../support/terminal.ts";

async function office() {
  const found = openOffice();
  writeFileSync(join(found.folder, "messages.csv"), "内容\n路灯不亮\n");
  await found.run("import", join(found.folder, "messages.csv"));
  const file = join(found.folder, "copy.db");
  await found.run("backup", file);
  const live = join(found.folder, "huying.db");
  return { ...found, file, live: () => readFileSync(live).toString("base64") };
}

function withDatabase(file: string, ...statements: readonly string[]): void {
  const database = new Database(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

describe("huying restore refuses", () => {
  it.each<readonly [name: string, bend: (file: string) => void, reason: RegExp]>([
    ["a file that was cut short", (file) => truncateSync(file, 40_000), /不是完好的数据库/],
    ["a file without a byte", (file) => truncateSync(file, 0), /不是呼应的/],
    ["words in place of a database", (file) => writeFileSync(file, "这不是数据库"), /不是完好的数据库/],
    [
      "a database of another program",
      (file) => {
        truncateSync(file, 0);
        withDatabase(file, "create table invoices (id integer)", "insert into invoices values (1)");
      },
      /不是呼应的/,
    ],
    [
      "what a newer program has written",
      (file) => withDatabase(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 1)"),
      /更新的版本/,
    ],
  ])("%s", async (_name, bend, reason) => {
    const { run, file, live } = await office();
    const before = live();
    bend(file);
    const { code, err } = await run("restore", file);
    expect(code).toBe(3);
    expect(err).toMatch(reason);
    expect(await run("verify", "--backup", file)).toMatchObject({
      code: 3,
      err: expect.stringMatching(reason),
    });
    expect(live()).toBe(before);
  });

  it("a file that is not there, by its name", async () => {
    const { run, folder } = await office();
    const { code, err } = await run("restore", join(folder, "gone.db"));
    expect(code).toBe(3);
    expect(err).toMatch(/没有“.*gone\.db”这个文件/);
  });

  it("a backup of another county, whose keys are not here", async () => {
    const [ours, theirs] = [await office(), await office()];
    copyFileSync(theirs.file, join(ours.folder, "theirs.db"));
    const before = ours.live();
    expect(await ours.run("restore", join(ours.folder, "theirs.db"))).toMatchObject({
      code: 3,
      err: expect.stringContaining("密钥"),
    });
    expect(ours.live()).toBe(before);
  });
});
