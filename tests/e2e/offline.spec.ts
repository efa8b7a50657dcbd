import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Visit } from "./support/browser.ts";
import { openHouse, picture } from "./support/house.ts";
import { violations } from "./support/axe.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();

/** A grid worker's phone, signed in, with the report form open. */
async function reporting(): Promise<Visit> {
  const guest = await house.stranger("phone");
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

/** The desk of a township takes it down. @returns the id of its case. */
async function takenDown(page: Page, text: string): Promise<string> {
  const told = await page.request.post("/api/reports", {
    data: { id: `told-${randomUUID()}`, text, channel: "township", point: null, address: "城阳街道振兴路" },
  });
  expect(told.status(), await told.text()).toBe(201);
  return ((await told.json()) as { id: string }).id;
}

/** Somebody reports it, and the centre files it as what it is. */
async function teach(text: string, itemCode: string): Promise<void> {
  const id = await takenDown(await house.as("xiangzhen1"), text);
  const { request } = await house.as("xiaoneng1");
  const { version } = (await (await request.get(`/api/cases/${id}`)).json()) as { version: number };
  const filed = await request.post(`/api/cases/${id}/moves`, { data: { version, action: "file", itemCode } });
  expect(filed.status(), await filed.text()).toBe(200);
}

/** In the page: whether what was taught is on the device. To open a database that is not there would make an empty one. */
async function taughtHere(): Promise<boolean> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === "huying-reader")) return false;
  const open = indexedDB.open("huying-reader");
  const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
  const asked = db.transaction("learned").objectStore("learned").count();
  const count = await new Promise<number>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  db.close();
  return count > 0;
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
    await settled(page);
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

  it("is read on a phone of the staff as the county has taught the server", async () => {
    const strange = "嘎嘎鸟把苗啄光咧";
    // Taught as an item that is not confidential: confidential cases teach nobody. One correction is a hint; the same one by three people is knowledge
    for (let time = 0; time < 3; time++) await teach(strange, "020104");
    const { page, context, faults } = await reporting();
    await expect.poll(() => page.evaluate(taughtHere), { timeout: 30_000, interval: 200 }).toBe(true);
    await context.setOffline(true);
    await page.getByLabel("情况说明").fill(`${strange}，昨晚八点`);
    const preview = page.getByRole("region", { name: "提交后怎么办" });
    await preview.getByText("“昨晚八点”：昨天 20:00 – 21:00").waitFor();
    await preview.getByText("井盖缺失、破损、移位").first().waitFor();
    await picture(page, "said-times-report-phone");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("shows in its case file when it was, as it was said", async () => {
    const page = await house.as("xiangzhen1");
    const id = await takenDown(page, "从上周三开始，村口路灯每天晚上十点到凌晨两点不亮，昨晚八点有人摔倒");
    await page.goto(`/cases/${id}`);
    const times = page.getByRole("list", { name: "说到的时间" });
    await times.getByText("每天 22:00 – 次日 02:00").waitFor();
    expect(await times.getByRole("listitem").count()).toBe(3);
    await picture(page, "said-times-case-desktop");
    await page.setViewportSize({ width: 360, height: 780 });
    await picture(page, "said-times-case-phone");
    expect(await violations(page)).toEqual([]);
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
