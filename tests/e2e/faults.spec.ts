/** What may go wrong at each step of the way of a report from the phone: it arrives once, with its photos. */
import type { BrowserContext, Page, Route } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

const PHOTOS = 2;
const steps = {
  "before the first photo": { path: "photos", nth: 1 },
  "between the photos": { path: "photos", nth: 2 },
  "after the last photo, before the record": { path: "reports", nth: 1 },
} as const;
type Step = keyof typeof steps;

interface Arrived {
  readonly id: string;
}

async function colour(n: number): Promise<Buffer> {
  const background = { r: (n * 67) % 256, g: (n * 31) % 256, b: (n * 113) % 256 };
  return await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

let written = 0;

/** Writes a report with two photos and presses the button. @returns its words, which no other has. */
async function write(page: Page): Promise<string> {
  written += 1;
  const words = `故障第${String(written).padStart(2, "0")}件：村口路灯不亮`;
  await page.goto("/report");
  await page.getByLabel("情况说明").fill(words);
  const files = await Promise.all(
    Array.from({ length: PHOTOS }, async (_, at) => ({
      name: `${at}.jpg`,
      mimeType: "image/jpeg",
      buffer: await colour(written * PHOTOS + at),
    })),
  );
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect.poll(() => page.getByRole("img").count()).toBe(PHOTOS);
  await page.getByRole("button", { name: /^(提交|存入本机)/ }).click();
  await page.getByRole("heading", { name: /已存在本机|已提交|被退回，要改/ }).waitFor();
  return words;
}

/** Something happens to the request of one step, once for each try until it is lifted. @returns how to lift it. */
async function broken(
  context: BrowserContext,
  step: Step,
  fault: (route: Route) => Promise<void>,
): Promise<() => Promise<void>> {
  const { path, nth } = steps[step];
  const address = `**/api/${path}*`;
  let seen = 0;
  await context.route(address, async (route) => {
    if (route.request().method() !== "POST") return await route.fallback();
    seen += 1;
    return await (seen >= nth ? fault(route) : route.continue());
  });
  return async () => await context.unroute(address);
}

async function arrived(page: Page, words: string): Promise<void> {
  const found = async (): Promise<readonly Arrived[]> => {
    const answer = await page.request.get(`/api/cases?tab=all&q=${encodeURIComponent(words)}`);
    return ((await answer.json()) as { rows: Arrived[] }).rows;
  };
  await expect.poll(async () => (await found()).length, { timeout: 20_000, interval: 200 }).toBe(1);
  const [row] = await found();
  const file = (await (await page.request.get(`/api/cases/${row?.id}`)).json()) as { photos: unknown[] };
  expect(file.photos).toHaveLength(PHOTOS);
}

async function sentFromHome(page: Page): Promise<void> {
  await page.goto("/home");
  const left = async () => {
    await page
      .getByRole("button", { name: "立即发送" })
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
    return await page.getByText(/件上报待发送/).count();
  };
  await expect.poll(left, { timeout: 30_000, interval: 300 }).toBe(0);
}

const problemOf = (status: number, detail: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: "application/problem+json",
    body: JSON.stringify({ code: `http${status}`, detail, field: null }),
  });

const everyStep = Object.keys(steps) as Step[];

describe("a line that breaks", () => {
  it.each(everyStep)("%s loses nothing and doubles nothing", async (step) => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, step, (route) => route.abort("connectionreset"));
    const words = await write(page);
    await lift();
    await sentFromHome(page);
    await arrived(page, words);
    await context.close();
  });

  it("after the record, before its answer: the second arrival is answered with the first case", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, "after the last photo, before the record", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    const words = await write(page);
    await arrived(page, words);
    await lift();
    await sentFromHome(page);
    await arrived(page, words);
    await page
      .getByRole("listitem")
      .filter({ hasText: words.slice(0, 5) })
      .getByText(/已送达/)
      .first()
      .waitFor();
    await context.close();
  });
});

describe("a report that arrives after its receipt is shown", () => {
  it("turns 已存在本机 into the number by itself", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, "after the last photo, before the record", (route) => route.abort());
    const words = await write(page);
    await page.getByRole("heading", { name: "已存在本机" }).waitFor();
    await lift();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    await arrived(page, words);
    await context.close();
  });
});

describe("a server that is busy or full", () => {
  const answers = [503, 507].flatMap((status) => everyStep.map((step) => [status, step] as const));
  it.each(answers)("%i %s is tried again by itself", async (status, step) => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, step, problemOf(status, "服务器暂时收不下，请稍后再试。"));
    const words = await write(page);
    await page.goto("/home");
    await page.getByText("服务器暂时收不下，请稍后再试。").first().waitFor();
    await lift();
    await sentFromHome(page);
    await arrived(page, words);
    await context.close();
  });
});

describe("a server that refuses", () => {
  const answers = [403, 413, 422].flatMap((status) => everyStep.map((step) => [status, step] as const));
  it.each(answers)("%i %s says why, and lets the report be mended and sent", async (status, step) => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, step, problemOf(status, `没有收下（${status}），请改好再发。`));
    const words = await write(page);
    await page.goto("/home");
    const row = page.getByRole("listitem").filter({ hasText: words });
    await row.getByText(`没有收下（${status}），请改好再发。`).waitFor();
    await lift();
    await row.getByRole("button", { name: "修改" }).click();
    await expect.poll(() => page.getByLabel("情况说明").inputValue()).toBe(words);
    await expect.poll(() => page.getByRole("img").count()).toBe(PHOTOS);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    await arrived(page, words);
    await context.close();
  });
});

describe("a sign-in that ran out", () => {
  it.each(everyStep)("%s keeps the report until somebody signs in again, then sends it", async (step) => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    const lift = await broken(context, step, async (route) => {
      await context.clearCookies();
      await route.continue({ headers: { ...route.request().headers(), cookie: "" } });
    });
    const words = await write(page);
    await lift();
    await page.getByText(/登录已过期：1 件上报等登录后自动发送/).waitFor();
    await picture(page, "queue-sign-in-phone");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "去登录" }).first().click();
    await page.getByRole("button", { name: /wangge1$/ }).click();
    await page.getByRole("link", { name: "我要上报" }).first().waitFor();
    await sentFromHome(page);
    await arrived(page, words);
    await context.close();
  });
});
