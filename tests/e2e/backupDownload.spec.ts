import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

it("makes a backup and takes it home as a file that says which county and when", async () => {
  const page = await house.as("admin");
  await page.goto("/record");
  const card = page.getByRole("region", { name: "备份" });
  await card.waitFor();
  await card.getByRole("button", { name: "现在做一次" }).click();
  const take = card.getByRole("button", { name: /^下载/u }).first();
  await take.waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, "backup-desktop");
  const begun = page.waitForEvent("download");
  await take.press("Enter");
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^呼应备份-莒县-\d{4}-\d{2}-\d{2}-\d{6}北京时间\.db$/u);
  expect(statSync(await download.path()).size).toBeGreaterThan(100_000);
  house.expectNoFault();
});

it("is nobody else's to take", async () => {
  const page = await house.as("xiaoneng1", "phone");
  await page.goto("/record");
  const card = page.getByRole("region", { name: "备份" });
  await card.waitFor();
  expect(await card.getByRole("button", { name: /^下载/u }).count()).toBe(0);
  await picture(page, "backup-phone");
});
