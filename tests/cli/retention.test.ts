import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOffice } from "../support/terminal.ts";

async function office() {
  const found = openOffice();
  writeFileSync(join(found.folder, "messages.csv"), "内容\n路灯不亮\n");
  await found.run("import", join(found.folder, "messages.csv"));
  return found;
}

describe("huying retention", () => {
  it("reports by rule with its ground, and says that nothing of a case goes unconfirmed", async () => {
    const { run } = await office();
    const { code, out } = await run("retention", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("尚未由县里核定");
    expect(out).toContain("网络安全法第二十一条");
    const told = JSON.parse((await run("retention", "--dry-run", "--json")).out) as {
      confirmed: boolean;
      rules: { code: string; due: number | null }[];
    };
    expect(told.confirmed).toBe(false);
    expect(told.rules.find(({ code }) => code === "reporter")?.due).toBe(0);
  });

  it("puts a case on hold with a reason and lets it go again", async () => {
    const { run } = await office();
    const number = "20261120-00001";
    expect(await run("retention", "--hold", number)).toMatchObject({
      code: 2,
      err: expect.stringContaining("事由"),
    });
    expect((await run("retention", "--hold", number, "--reason", "行政复议")).code).toBe(0);
    expect((await run("retention", "--dry-run")).out).toContain(`暂缓：${number}，行政复议`);
    expect((await run("security-log", "--kind", "held")).out).toContain("暂缓清除");
    expect((await run("retention", "--release", number)).code).toBe(0);
    expect((await run("retention", "--release", number)).code).toBe(3);
    expect((await run("retention", "--hold", "20200101-00001", "--reason", "行政复议")).code).toBe(3);
  });
});
