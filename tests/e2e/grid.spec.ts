import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { takePen } from "./support/gridPen.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

async function openGrid(at: "desktop" | "phone") {
  const { page, context, faults } = await house.stranger(at);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/signin");
  await page
    .locator("main")
    .getByRole("button", { name: /管理员/ })
    .first()
    .click();
  await page.waitForURL(/people/);
  await page.goto("/grid");
  await page.getByText("第 1 版").waitFor();
  return { page, context, faults };
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it("tells broken files apart, splits and merges cells, undoes, tries out and publishes", async () => {
  const { page, context, faults } = await openGrid("desktop");
  await page.getByRole("region", { name: "网格图" }).waitFor();
  await picture(page, "grid-versions-1366", false);
  const file = page.getByLabel("文件", { exact: true });
  await file.setInputFiles({ name: "坏.geojson", mimeType: "", buffer: Buffer.from('{"type":"Feat') });
  await page.getByRole("button", { name: "上传并检查" }).click();
  await page.getByText(/没有传完/).waitFor();
  expect(await violations(page)).toEqual([]);

  const pen = await takePen(page, "371122001001001");
  await picture(page, "grid-pen-1366", false);

  // Cut from one corner of the chosen cell to another, by keys alone
  await page.keyboard.press("2");
  await page.keyboard.press("n");
  await page.keyboard.press("s");
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("n");
  await page.keyboard.press("s");
  await page.getByText(/已切出/).waitFor();
  await pen.getByText("已保存到草稿").waitFor();
  await picture(page, "grid-cut-1366", false);
  await pen.getByRole("button", { name: "撤销" }).click();
  await pen.getByRole("button", { name: "重做" }).click();

  // The new piece and its neighbour become one again
  await page.keyboard.press("4");
  await pen.getByRole("searchbox").fill("东关社区第1网格");
  await pen.getByRole("button", { name: "东关社区第1网格", exact: true }).click();
  await pen.getByRole("button", { name: "东关社区第1网格（新）" }).click();
  await picture(page, "grid-merge-1366", false);
  await pen.getByRole("button", { name: "合并所选" }).click();
  await page.getByText("已合并").waitFor();
  await pen.getByRole("button", { name: "撤销" }).click();
  await pen.getByText("已保存到草稿").waitFor();
  expect(await violations(page)).toEqual([]);
  await pen.getByRole("button", { name: "退出改划" }).click();

  await page.getByLabel("重划原因").fill("一个网格分成两个");
  await page.getByRole("button", { name: "试算" }).click();
  await page.getByText(/件在办案卷/).waitFor();
  await picture(page, "grid-trial-1366", false);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByText("第 2 版").waitFor();
  await page.getByText(/新 2 · 停 1/).waitFor();
  await picture(page, "grid-published-1366", false);
  expect(await sideways(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  await context.close();
});

it("is read on a phone, where redrawing asks for a larger screen", async () => {
  const { page, context } = await openGrid("phone");
  await page.getByRole("heading", { name: "版本" }).waitFor();
  await picture(page, "grid-versions-360", false);
  await page.getByRole("button", { name: "改划现行网格" }).click();
  await page.getByText(/请在电脑上打开/).waitFor();
  expect(await page.getByRole("button", { name: "在图上改" }).isVisible()).toBe(false);
  await picture(page, "grid-draft-360", false);
  expect(await sideways(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await context.close();
});
