/** 网格 from the file that is wrong to the version that is published, in every theme and at three widths. */
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { themes } from "../../web/state/theme.ts";
import { violations } from "./support/axe.ts";
import { takePen } from "./support/gridPen.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const widths = [
  [360, 780],
  [1366, 768],
  [1920, 1080],
] as const;

/** Three squares: two lie on one another, the third lies beside with half a code. */
const wrong = Buffer.from(
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      ["371122001001001", 118.83],
      ["371122001001002", 118.835],
      ["3711220010010", 118.85],
    ].map(([code, west]) => ({
      type: "Feature",
      properties: { code, name: code },
      geometry: { type: "Polygon", coordinates: [ringFrom(Number(west))] },
    })),
  }),
);

function ringFrom(west: number) {
  return [
    [west, 35.58],
    [west + 0.01, 35.58],
    [west + 0.01, 35.59],
    [west, 35.59],
    [west, 35.58],
  ];
}

/** What is wrong with the page as it stands, at each width; with a picture of each. */
async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    const sideways = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(0, scrollWidth - clientWidth);
    });
    if (sideways > 0) faults.push(`${width}: ${sideways} px too wide`);
    faults.push(...(await violations(page)).map((found) => `${width}: ${found}`));
    await picture(page, `grid-${name}-${width}`, width === 360);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  return faults;
}

it.each(themes)("reads well and fits from the phone to the wall: %s", async (theme) => {
  const { page, context } = await house.visitAs("admin", "desktop");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript((name) => localStorage.setItem("huying.theme", name), theme);
  await page.goto("/grid");
  await page.getByText("第 1 版").waitFor();
  expect(await faultsOf(page, `versions-${theme}`)).toEqual([]);

  await page
    .getByLabel("文件", { exact: true })
    .setInputFiles({ name: "wrong.geojson", mimeType: "", buffer: wrong });
  await page.getByRole("button", { name: "上传并检查" }).click();
  await page
    .getByText(/网格相互重叠/)
    .first()
    .waitFor();
  expect(await faultsOf(page, `faults-${theme}`)).toEqual([]);
  await page.getByRole("button", { name: "放弃草稿" }).click();

  const pen = await takePen(page, "371122001001001");
  // Cut in two from corner to corner
  for (const key of ["2", "n", "s", ...Array.from({ length: 9 }, () => "n"), "s"])
    await page.keyboard.press(key);
  await page.getByText(/已切出/).waitFor();
  await pen.getByText("已保存到草稿").waitFor();
  expect(await faultsOf(page, `pen-${theme}`)).toEqual([]);
  await pen.getByRole("button", { name: "退出改划" }).click();

  await page.getByLabel("重划原因").fill("一个网格分成两个");
  await page.getByRole("button", { name: "试算" }).click();
  await page.getByText(/件在办案卷/).waitFor();
  expect(await faultsOf(page, `trial-${theme}`)).toEqual([]);
  await page.getByRole("button", { name: "放弃草稿" }).click();
  await page.getByRole("button", { name: "改划现行网格" }).waitFor();
  await context.close();
});
