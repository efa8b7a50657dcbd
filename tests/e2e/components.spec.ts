import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openBrowser, visit, type Visit } from "./support/browser.ts";
import { type RunningServer, startServer } from "./support/server.ts";

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const screens = process.env["SCREENS"];

async function as(who: RegExp, at: "phone" | "desktop"): Promise<Visit> {
  const opened = await visit(browser, server.url, at);
  const { page } = opened;
  await page.goto("/signin");
  await page.locator("main").getByRole("button", { name: who }).first().click();
  await page.waitForURL((url) => !url.pathname.includes("signin"));
  return opened;
}

/** No sideways scroll, nothing that axe objects to; a picture where one is asked for. */
async function isSound(page: Page, name: string): Promise<void> {
  if (screens !== undefined) await page.screenshot({ path: `${screens}/${name}.png` });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
}

const file = [
  "标识码,名称,权属单位,经度,纬度",
  "3711220137990001,新灯,路灯管理所,118.83,35.58",
  "3711220137990002,坏行,灯具厂,118.83,35.58",
].join("\n");

/** Lamps of its own for each visitor, longitude where latitude should be. */
const exchangedFile = (hundred: 1 | 2) =>
  [
    "标识码,名称,权属单位,经度,纬度",
    ...Array.from(
      { length: 8 },
      (_, lamp) => `371122013799${hundred}10${lamp},写反的灯 ${lamp},路灯管理所,35.58,118.8${lamp}`,
    ),
  ].join("\n");

for (const at of ["phone", "desktop"] as const) {
  it(`shows the register, checks and imports a file, and tells of a lamp that keeps failing (${at})`, async () => {
    const { page, context, faults } = await as(/效能中心/, at);
    await page.goto("/components");
    await page.getByText(/共 [\d,]+ 个/).waitFor();
    await isSound(page, `components-${at}`);
    await page.getByRole("button", { name: "导入", exact: true }).click();
    const buffer = Buffer.from(file);
    await page
      .getByLabel("文件", { exact: true })
      .setInputFiles({ name: "灯.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "检查" }).click();
    await page.getByText(/灯具厂”不合要求/).waitFor();
    await isSound(page, `component-import-${at}`);
    // The second visitor finds the lamp imported by the first
    const store = page.getByRole("button", { name: "导入 1 个" });
    if (at === "phone") {
      await store.click();
      await page.getByText("已导入 1 个部件").waitFor();
    } else await page.getByRole("button", { name: "没有要导入的" }).waitFor();
    await page.getByLabel("状况").selectOption("repeated");
    await page.getByText(/共 \d 个/).waitFor();
    await page.locator("a[href^='/component/']").first().click();
    await page.getByText(/建议派养护单位查明原因/).waitFor();
    await isSound(page, `component-${at}`);
    await page.locator("a[href^='/cases/']").first().click();
    await page.getByRole("heading", { name: "部件", exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it(`says that columns are exchanged, exchanges them by one tap, and takes that back by another (${at})`, async () => {
    const { page, context, faults } = await as(/效能中心/, at);
    await page.goto("/components");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByLabel("文件", { exact: true }).setInputFiles({
      name: "写反.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(exchangedFile(at === "phone" ? 1 : 2)),
    });
    await page.getByRole("button", { name: "检查" }).click();
    await page.getByText("8 行的经度和纬度像是写反了：对调以后，这 8 行都在本县网格以内。").waitFor();
    await page.getByRole("button", { name: "没有要导入的" }).waitFor();
    await isSound(page, `component-swapped-${at}`);
    await page.getByRole("button", { name: "一键对调" }).click();
    await page.getByText("已把 8 行的经度和纬度对调后检查").waitFor();
    await page.getByRole("button", { name: "导入 8 个" }).waitFor();
    await isSound(page, `component-turned-${at}`);
    await page.getByRole("button", { name: "撤销对调" }).click();
    await page.getByRole("button", { name: "没有要导入的" }).waitFor();
    await page.getByRole("button", { name: "一键对调" }).click();
    await page.getByRole("button", { name: "导入 8 个" }).click();
    await page.getByText("已导入 8 个部件").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it(`lets a grid worker choose the lamp that is dark, and keeps it on the case (${at})`, async () => {
    const { page, context } = await as(/网格员/, at);
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("路灯不亮了");
    await page.getByText("是哪一个部件？").waitFor();
    await isSound(page, `component-pick-${at}`);
    await page.getByRole("button", { name: /^选它/ }).first().click();
    await page.getByRole("button", { name: "不选部件" }).waitFor();
    await isSound(page, `component-picked-${at}`);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).first().waitFor();
    await context.close();
  });

  it(`lets a desk name the lamp of a case that stands, replace it on the map and take it off (${at})`, async () => {
    const { page, context, faults } = await as(/效能中心/, at);
    const sent = await page.request.post("/api/reports", {
      data: {
        id: `component-later-${at}`,
        text: "振兴路的路灯不亮了",
        channel: "centre",
        itemCode: "020101",
        point: { lng: 118.838, lat: 35.583 },
      },
    });
    expect(await sent.text()).toContain("id");
    const { id } = (await sent.json()) as { id: string };
    await page.goto(`/cases/${id}`);
    const open = async () => {
      const button = page.getByRole("button", { name: /^指明部件/ });
      if (!(await button.isVisible())) await page.getByText(/^其他操作/).click();
      await button.click();
    };
    await open();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^选它/ }).first().click();
    await isSound(page, `component-name-${at}`);
    await dialog
      .getByRole("button", { name: /确定|指明部件/ })
      .last()
      .click();
    const card = page.getByRole("region", { name: "部件" });
    await card.getByText(/^权属：/).waitFor();
    const first = await card.getByRole("link").first().textContent();
    await open();
    await dialog.getByRole("button", { name: /再看/ }).click();
    await dialog.getByRole("button", { name: /^选它/ }).nth(1).click();
    await dialog
      .getByRole("button", { name: /确定|指明部件/ })
      .last()
      .click();
    await dialog.waitFor({ state: "detached" });
    expect(await card.getByRole("link").first().textContent()).not.toBe(first);
    await isSound(page, `component-named-${at}`);
    const drop = page.getByRole("button", { name: /^移除部件/ });
    if (!(await drop.isVisible())) await page.getByText(/^其他操作/).click();
    await drop.click();
    await card.waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await context.close();
  });

  it(`says what analysis found, with the cases behind it, and opens a patrol from it (${at})`, async ({
    skip,
  }) => {
    const { page, context, faults } = await as(/效能中心/, at);
    await page.goto("/analysis");
    const heap = page.getByRole("article", { name: /桑园镇.*(倍|平均)/ }).first();
    await page.getByRole("article").or(page.getByText("没有需要留意的情况")).first().waitFor();
    // Right after midnight the demo's heap lies outside the days that are looked at
    skip((await heap.count()) === 0, "nothing stands out in the demo county at this hour");
    await isSound(page, `analysis-${at}`);
    if (at === "desktop") {
      await heap.getByRole("button", { name: /看这/ }).click();
      await heap.locator("a[href^='/cases/']").first().waitFor();
      await isSound(page, `analysis-cases-${at}`);
      await heap.getByRole("button", { name: "派人去看" }).click();
      await page.getByText("已开巡查案卷").waitFor();
      await page.getByText(/已处理 1 条/).click();
      await page.getByRole("link", { name: "看巡查案卷" }).click();
      await page
        .getByText(/研判巡查/)
        .first()
        .waitFor();
    } else {
      await heap.getByRole("button", { name: "不用处理" }).click();
      await heap.getByLabel("理由").selectOption("usual");
      await heap.getByRole("button", { name: "确定" }).click();
      await page.getByText("已标为不用处理").waitFor();
      await page.getByRole("button", { name: "撤销" }).click();
      await heap.waitFor();
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

it("says plainly that a phone without a line keeps no components yet, and lets one report without (phone)", async () => {
  const { page, context } = await as(/网格员/, "phone");
  await page.route("**/api/components/**", async (route) => await route.abort());
  await page.goto("/report");
  await page.getByLabel("情况说明").fill("路灯不亮了");
  const picker = page.getByRole("region", { name: "是哪一个部件？" });
  await picker.getByText(/还没存过本网格的部件.*不选部件也能照常上报/).waitFor();
  expect(await picker.getByRole("button").count()).toBe(0);
  await isSound(page, "component-pick-none-phone");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page
    .getByText(/已收到|案卷号|\d{8}-\d{5}/)
    .first()
    .waitFor();
  await context.close();
});
