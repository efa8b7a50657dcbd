import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

const REPORTS = 20;
const PHOTOS = 3;

const profile = mkdtempSync(join(tmpdir(), "huying-phone-"));
afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** A phone whose browser can be killed and comes back with what it had written down. */
async function phone(): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
    viewport: { width: 360, height: 760 },
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    geolocation: { longitude: 118.832, latitude: 35.582, accuracy: 8 },
    permissions: ["geolocation"],
    baseURL: house.url(),
  });
}

/** As the system does when memory runs out: no word to the page. */
async function killed(context: BrowserContext): Promise<void> {
  const gone = new Promise<void>((resolve) => context.once("close", () => resolve()));
  execFileSync("pkill", ["-KILL", "-f", profile]);
  await gone;
}

/** A killed browser may have forgotten its cookie: the queue waits for the same person. */
async function signedIn(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto("/signin");
  await page.getByRole("button", { name: /wangge1$/ }).click();
  await page.getByRole("link", { name: "我要上报" }).first().waitFor();
  return page;
}

function colour(n: number): Promise<Buffer> {
  const background = { r: (n * 37) % 256, g: (n * 91) % 256, b: (n * 53) % 256 };
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

const wordsOf = (n: number) => `断网第${String(n).padStart(2, "0")}件：村口路灯不亮`;

async function writeDown(page: Page, n: number): Promise<void> {
  await page.goto("/report");
  await page.getByLabel("情况说明").fill(wordsOf(n));
  const files = await Promise.all(
    Array.from({ length: PHOTOS }, async (_, at) => {
      const buffer = await colour(n * PHOTOS + at);
      return { name: `${at}.jpg`, mimeType: "image/jpeg", buffer };
    }),
  );
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect.poll(() => page.getByRole("img").count()).toBe(PHOTOS);
  await page.getByRole("button", { name: /存入本机|提交/ }).click();
  await page.getByRole("heading", { name: "已存在本机" }).first().waitFor();
}

/** The button is gone once nothing waits. */
async function sendNow(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "立即发送" })
    .first()
    .click({ timeout: 1000 })
    .catch(() => undefined);
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every third request is lost on the way; of another third the server hears, and its answer is lost. */
async function badLine(context: BrowserContext, seed: number): Promise<void> {
  const next = numbers(seed);
  await context.route(/\/api\/(reports|photos)/, async (route) => {
    const luck = next();
    if (luck < 1 / 3) return await route.abort("connectionreset");
    if (luck < 2 / 3) await route.fetch().catch(() => undefined);
    return luck < 2 / 3 ? await route.abort("connectionreset") : await route.continue();
  });
}

describe("twenty reports with three photos each, written without a network", () => {
  it("arrive exactly once after a killed browser, a bad line and repeated requests", async () => {
    const before = await phone();
    let page = await signedIn(before);
    await page.goto("/report");
    await page.getByLabel("情况说明").waitFor();
    // The service worker must hold the pages before the network goes
    const isHeld = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await expect.poll(isHeld, { timeout: 30_000, interval: 200 }).toBe(true);
    await before.setOffline(true);
    for (let n = 0; n < REPORTS; n += 1) await writeDown(page, n);
    await page.goto("/home");
    await page.getByText(`${REPORTS} 件上报待发送`).waitFor();
    await killed(before);

    const after = await phone();
    await badLine(after, 20_261_122);
    page = await signedIn(after);
    await page.goto("/home");
    for (let round = 0; round < 12; round += 1) await sendNow(page);
    await killed(after);

    const last = await phone();
    page = await signedIn(last);
    await page.goto("/home");
    const left = async () => {
      await sendNow(page);
      return await page.getByText(/件上报待发送/).count();
    };
    await expect.poll(left, { timeout: 90_000, interval: 500 }).toBe(0);
    for (let n = 0; n < REPORTS; n += 1) {
      const found = await last.request.get(`/api/cases?tab=all&q=${encodeURIComponent(wordsOf(n))}`);
      const { rows } = (await found.json()) as { rows: { id: string }[] };
      expect([wordsOf(n), rows.length]).toEqual([wordsOf(n), 1]);
      const file = await last.request.get(`/api/cases/${rows[0]?.id}`);
      expect(((await file.json()) as { photos: unknown[] }).photos).toHaveLength(PHOTOS);
    }
    await last.close();
  }, 300_000);
});

describe("a report that the server refuses", () => {
  it("can be mended and sent again, dropped and brought back, and taken out as a file", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await context.route("**/api/reports", (route) =>
      route.fulfill({
        status: 422,
        contentType: "application/problem+json",
        body: JSON.stringify({ code: "invalid", detail: "情况说明里有不能用的字符。", field: "text" }),
      }),
    );
    await page.getByLabel("情况说明").fill("退回来的：桥头垃圾没人收");
    await page.getByRole("button", { name: "提交" }).click();
    await page.goto("/home");
    const row = page.getByRole("listitem").filter({ hasText: "退回来的" });
    await row.getByText("情况说明里有不能用的字符。").waitFor();
    await picture(page, "queue-refused-phone");
    expect(await violations(page)).toEqual([]);

    await row.getByRole("button", { name: "删除" }).click();
    await row.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "撤销" }).click();
    await row.waitFor();

    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出未发送" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^未发送上报-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const [told] = JSON.parse(Buffer.from(files["reports.json"] ?? []).toString("utf8")) as {
      text: string;
    }[];
    expect(told?.text).toBe("退回来的：桥头垃圾没人收");

    await row.getByRole("button", { name: "修改" }).click();
    await page.waitForURL("**/report?draft=*");
    const text = page.getByLabel("情况说明");
    await expect.poll(() => text.inputValue()).toBe("退回来的：桥头垃圾没人收");
    await context.unroute("**/api/reports");
    await text.fill("改好的：桥头垃圾没人收");
    await page.getByRole("button", { name: "提交" }).click();
    await page
      .getByRole("heading", { name: /已送达|已提交/ })
      .first()
      .waitFor();
    await page.goto("/home");
    await page
      .getByRole("listitem")
      .filter({ hasText: "改好的" })
      .getByText(/已送达/)
      .waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "退回来的" }).count()).toBe(0);
    house.expectNoFault();
  });
});

describe("a phone without room", () => {
  it("says what it could not keep, and sends it all the same", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await context.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("No room", "QuotaExceededError");
      };
      Storage.prototype.setItem = () => {
        throw new DOMException("No room", "QuotaExceededError");
      };
    });
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("没有空间：井盖坏了");
    await page.getByText(/手机空间不足，有 1 件没能存进手机/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "提交" }).click();
    await page
      .getByRole("heading", { name: /已送达|已提交/ })
      .first()
      .waitFor();
    await page.getByText(/手机空间不足/).waitFor({ state: "detached" });
  });
});
