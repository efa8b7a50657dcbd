import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse({ MAP_APPROVAL: "鲁SG(2026)001号" });

/** Pictures and sheets are put beside the pictures of the screens, to be looked at. */
function keep(name: string, bytes: Buffer): void {
  const folder = process.env["E2E_PICTURES"] ?? join(tmpdir(), "huying-e2e-pictures");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

it.each(["desktop", "phone"] as const)("the map is saved as a picture on a %s", async (at) => {
  const page = await house.as("xiaoneng1", at);
  await page.goto("/map?tab=open");
  await page.getByText("审图号：鲁SG(2026)001号").waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出图片" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^网格地图 · 在办案卷 \d{12}\.png$/u);
  const bytes = readFileSync(await file.path());
  keep(`map-out-${at}.png`, bytes);
  const { width, height, channels } = await sharp(bytes).metadata();
  const box = await page.getByRole("region", { name: "网格地图" }).boundingBox();
  expect(width).toBeGreaterThan(2 * (box?.width ?? 0));
  expect(height).toBeGreaterThan(2 * (box?.height ?? 0));
  expect(channels).toBe(4);
  await page.getByText("图片已生成").waitFor();
  await picture(page, `map-out-page-${at}`, false);
  expect(await violations(page)).toEqual([]);
  house.expectNoFault();
});

it("the map is printed alone on one sheet of A4, by day colours", async () => {
  const page = await house.as("xiaoneng1");
  await page.addInitScript(() => {
    localStorage.setItem("huying.theme", "wall");
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.goto("/map?tab=open&show=heat");
  await page.getByText("审图号：鲁SG(2026)001号").waitFor();
  await page.getByRole("button", { name: "打印" }).click();
  await page.locator("body[data-printed]").waitFor({ state: "attached" });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  keep("map-out.pdf", bytes);
  const text = bytes.toString("latin1");
  expect(text.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("wall");
  // That was a printing, so the page is itself again; a second sheet is looked at
  await page.getByRole("button", { name: "打印" }).click();
  await page.locator("body > div > canvas").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  await picture(page, "map-out-paper", false);
  await page.emulateMedia({ media: "screen" });
  house.expectNoFault();
});
