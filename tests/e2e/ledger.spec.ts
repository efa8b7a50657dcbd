import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

describe("the ledger of a township", () => {
  it.each(["desktop", "phone"] as const)("shows its cases with every step on a %s", async (at) => {
    const page = await house.as("xiangzhen1", at);
    await page.goto("/ledger");
    const table = page.getByRole("region", { name: /台账/u });
    await table.getByRole("columnheader", { name: "案卷号" }).waitFor();
    for (const theme of ["day", "care", "wall"]) {
      await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
      await picture(page, `ledger-${at}-${theme}`, false);
      expect(await violations(page), theme).toEqual([]);
      const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width).toBeLessThanOrEqual(room ?? 0);
    }
    expect(await table.innerText()).not.toMatch(/\b1[3-9]\d{9}\b/u);
  });

  it("is narrowed like the worklist, and its file holds the same cases", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/ledger");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByRole("link", { name: /^待签收/u }).click();
    await page.waitForURL(/\/ledger\?.*state=dispatched/u);
    await page.waitForFunction((before) => document.querySelectorAll("tbody tr").length < before, all);
    const numbers = await rows.locator("th a").allInnerTexts();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "导出 CSV" }).click(),
    ]);
    const csv = readFileSync(await file.path(), "utf8");
    for (const number of numbers) expect(csv).toContain(number);
    expect(csv).toContain(`共 ${numbers.length} 件`);
    await rows.first().locator("a").click();
    await page.waitForURL(/\/cases\//u);
    house.expectNoFault();
  });
});
