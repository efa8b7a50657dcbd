import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

/** A grid worker's phone, signed in, with the report form open. */
async function reporting(): Promise<Visit> {
  const guest = await visit(browser, server.url, "phone");
  await guest.page.goto("/signin");
  await guest.page.getByRole("button", { name: /wangge1$/ }).click();
  await guest.page.getByRole("link", { name: "我要上报" }).first().click();
  await guest.page.getByLabel("情况说明").waitFor();
  return guest;
}

async function casesWith(guest: Visit, words: string): Promise<{ id: string; photos?: unknown }[]> {
  const answer = await guest.page.request.get(`/api/cases?q=${encodeURIComponent(words)}`);
  return ((await answer.json()) as { rows: { id: string }[] }).rows;
}

describe("a report without a network", () => {
  it("is kept on the phone, survives a reload and arrives exactly once, with its photo", async () => {
    const guest = await reporting();
    const { page, context } = guest;
    const words = "离线上报：村口路灯不亮，电线杆旁边";
    const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: "#557" } })
      .jpeg()
      .toBuffer();
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.getByRole("img").first().waitFor();
    await page.getByLabel("情况说明").fill(words);
    await context.setOffline(true);
    await page.getByRole("button", { name: /存入本机|提交/ }).click();
    await page.getByRole("heading", { name: "已存在本机" }).first().waitFor();
    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.goto("/home");
    await expect
      .poll(async () => (await casesWith(guest, words)).length, { timeout: 30_000, interval: 300 })
      .toBe(1);
    const [found] = await casesWith(guest, words);
    const file = (await (await page.request.get(`/api/cases/${found?.id}`)).json()) as { photos: unknown[] };
    expect(file.photos).toHaveLength(1);
    await page.reload();
    await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
    expect(await casesWith(guest, words)).toHaveLength(1);
    await context.close();
  });

  it("is read on the phone itself, words typed by their sound included", async () => {
    const { page, context, faults } = await reporting();
    await page.waitForFunction(() => localStorage.getItem("huying.reader") !== null);
    await context.setOffline(true);
    await page.getByLabel("情况说明").fill("村东头的景盖不见了，差点掉下去");
    const preview = page.getByRole("region", { name: "提交后怎么办" });
    await preview.getByText("井盖缺失、破损、移位").waitFor();
    await page.getByLabel("情况说明").fill("村口路灯三天没亮了。另外桶里的垃圾冒尖没人清");
    await preview.getByText("像是 2 件事").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is found again as a draft when the page was closed before sending", async () => {
    const { page, context } = await reporting();
    await page.getByLabel("情况说明").fill("草稿：桥头垃圾没人收");
    await page.goto("/home");
    await page.goto("/report");
    await page.getByRole("button", { name: "继续" }).click();
    expect(await page.getByLabel("情况说明").inputValue()).toBe("草稿：桥头垃圾没人收");
    await context.close();
  });
});
