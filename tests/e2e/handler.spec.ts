import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";
import { darkLamp } from "./support/prepared.ts";

const house = openHouse();

const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A case sent to the department of this page, with nobody to assist. @returns its id. */
async function sentTo(page: Page, text: string): Promise<string> {
  const { unit } = (await (await page.request.get("/api/session")).json()) as { unit: { code: string } };
  const { request } = await house.as("xiaoneng1");
  const told = await request.post("/api/reports", {
    data: { id: `handler-${text.length}-${Date.now()}`, text, channel: "centre", address: "城阳街道振兴路" },
  });
  expect(told.status(), await told.text()).toBe(201);
  const { id } = (await told.json()) as { id: string };
  for (const act of [
    { action: "file", itemCode: "020101" },
    { action: "dispatch", unit: unit.code },
  ]) {
    const { version } = (await (await request.get(`/api/cases/${id}`)).json()) as { version: number };
    const done = await request.post(`/api/cases/${id}/moves`, { data: { version, ...act } });
    expect(done.status(), await done.text()).toBe(200);
  }
  return id;
}

async function signed(page: Page): Promise<string> {
  const id = await sentTo(page, "振兴路路灯不亮，办结用");
  const { version } = (await (await page.request.get(`/api/cases/${id}`)).json()) as { version: number };
  const answer = await page.request.post(`/api/cases/${id}/moves`, { data: { version, action: "accept" } });
  expect(answer.status(), await answer.text()).toBe(200);
  return id;
}

describe("a handler on a phone", () => {
  it("writes a result with standard texts, keeps one of their own, and sees what the resident will read", async () => {
    const page = await house.as("bumen1", "phone");
    const id = await signed(page);
    await page.goto(`/cases/${id}`);
    const group = page.getByRole("group", { name: "可办理的操作" });
    await group.waitFor();
    await group.getByRole("button", { name: /^处置完成/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("群众查进度时会看到").waitFor();
    await dialog.getByText("确已解决才提交").waitFor();
    const result = dialog.getByLabel(/^处置结果/);
    await dialog.getByRole("button", { name: "已到现场处置完毕，恢复正常。" }).click();
    expect(await result.inputValue()).toBe("已到现场处置完毕，恢复正常。");
    await expect.poll(() => dialog.locator("q").textContent()).toBe("已到现场处置完毕，恢复正常。");
    await result.fill("已派三人现场疏通并清运，附近两处一并检查。");
    await dialog.getByRole("button", { name: "存为本单位常用语" }).click();
    await page.getByText("已存为本单位常用语").first().waitFor();
    await picture(page, "handler-result-phone", false);
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);

    // A colleague's own browser finds it, on top of the county's
    const other = await house.as("bumen1", "phone");
    await other.goto(`/cases/${id}`);
    const acts = other.getByRole("group", { name: "可办理的操作" });
    await acts.waitFor();
    await acts.getByRole("button", { name: /^处置完成/ }).click();
    const first = other
      .getByRole("dialog")
      .getByRole("group", { name: "常用语" })
      .getByRole("button")
      .first();
    await expect.poll(() => first.textContent()).toContain("已派三人现场疏通并清运");
    await other.getByText("管理本单位常用语（1）").click();
    await other.getByRole("button", { name: /^删除：已派三人/ }).click();
    await other.getByText("已删除这条常用语").waitFor();
    await other.evaluate(() => localStorage.setItem("huying.theme", "care"));
    await other.reload();
    await acts.waitFor();
    await picture(other, "handler-case-care");
    expect(await violations(other)).toEqual([]);
    expect(await sidewaysOf(other)).toBe(0);
    house.expectNoFault();
  });

  it("opens 其他操作 under the head of the case, and leaves it by Esc, 返回 or a tap beside it", async () => {
    const page = await house.as("xiangzhen1", "phone");
    const id = await darkLamp(house, "sheet-under-head", "其他操作");
    await page.goto("/cases");
    await page.goto(`/cases/${id}`);
    const opener = page.getByRole("button", { name: /^其他操作/ });
    const sheet = page.getByRole("dialog", { name: /^其他操作/ });
    const limit = page.getByText("时限", { exact: true }).first();
    const leave = [
      () => page.keyboard.press("Escape"),
      () => page.goBack(),
      () => page.touchscreen.tap(180, 120),
      () => sheet.getByRole("button", { name: "关闭" }).tap(),
    ];
    for (const way of leave) {
      await opener.tap();
      await sheet.waitFor();
      const [head, top] = [await limit.boundingBox(), await sheet.boundingBox()];
      expect(top?.y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0));
      expect(await violations(page)).toEqual([]);
      await way();
      await sheet.waitFor({ state: "detached" });
      expect(new URL(page.url()).pathname).toBe(`/cases/${id}`);
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBe(null);
    await page.goBack();
    await page.waitForURL("**/cases");
  });

  it("comes back from a link on a sheet, and from a reload under one, by one 返回", async () => {
    const page = await house.as("xiangzhen1", "phone");
    const id = await darkLamp(house, "sheet-link", "单上的链接");
    const opener = page.getByRole("button", { name: /^其他操作/ });
    const sheet = page.getByRole("dialog", { name: /^其他操作/ });
    const isFile = () => new URL(page.url()).pathname === `/cases/${id}`;
    await page.goto("/cases");
    await page.goto(`/cases/${id}`);
    await opener.tap();
    await sheet.waitFor();
    await sheet.evaluate((dialog) => {
      const link = Object.assign(document.createElement("a"), { href: "/calls", textContent: "呼叫" });
      dialog.append(link);
    });
    await sheet.getByRole("link", { name: "呼叫" }).tap();
    await page.waitForURL("**/calls");
    await page.goBack();
    await opener.waitFor();
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBe(null);
    expect([isFile(), await sheet.count()]).toEqual([true, 0]);

    await opener.tap();
    await sheet.waitFor();
    await page.reload();
    await opener.waitFor();
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBe(null);
    expect(isFile()).toBe(true);
    await page.goBack();
    await page.waitForURL("**/cases");
  });

  it("signs several at once from the list", async () => {
    const page = await house.as("bumen1", "phone");
    for (const text of ["批量一：路灯不亮", "批量二件：路灯不亮"]) await sentTo(page, text);
    await page.goto("/cases?tab=todo&state=dispatched");
    const rows = page.locator("[data-case-row]");
    await page.getByRole("heading", { name: "案卷列表" }).waitFor({ state: "attached" });
    const waiting = await page.request.get("/api/cases/counts?tab=todo&state=dispatched");
    const { total } = (await waiting.json()) as { total: number };
    expect(total).toBeGreaterThanOrEqual(2);
    await rows.first().waitFor();
    await page.getByRole("button", { name: "批量办理" }).click();
    await page
      .getByRole("button", { name: /全选|选择全部|本页/ })
      .first()
      .click();
    await picture(page, "handler-batch-phone", false);
    await page.getByRole("button", { name: /签收/ }).first().click();
    const dialog = page.getByRole("dialog");
    await picture(page, "handler-batch-dialog-phone", false);
    await dialog.getByRole("button", { name: /签收/ }).last().click();
    await dialog
      .getByText(/已签收|签收 \d+|完成/)
      .first()
      .waitFor();
    const left = async () => {
      const answer = await page.request.get("/api/cases/counts?tab=todo&state=dispatched");
      return ((await answer.json()) as { total: number }).total;
    };
    await expect.poll(left, { timeout: 10_000 }).toBeLessThan(total);
  });
});

describe("a township that declines", () => {
  /** @returns the form of 不予立案 of a report that this page or a stranger sent. */
  async function declining(page: Page, sender: Page, channel: string) {
    const told = await sender.request.post("/api/reports", {
      data: {
        id: `decline-preview-${channel}-${Date.now()}`,
        text: "振兴路想问问几点开门",
        channel,
        point: null,
        address: "城阳街道振兴路",
      },
    });
    const { id } = (await told.json()) as { id: string };
    await page.goto(`/cases/${id}`);
    const group = page.getByRole("group", { name: "可办理的操作" });
    await group.waitFor();
    await group.getByRole("button", { name: /^不予立案/ }).click();
    return page.getByRole("dialog");
  }

  it("sees that the resident is told, with the words as they are written", async () => {
    const page = await house.as("xiangzhen1", "phone");
    const resident = await house.stranger("phone");
    const dialog = await declining(page, resident.page, "public");
    await dialog.getByText("提交后将告知群众").waitFor();
    await dialog.getByText("群众没有留电话").waitFor();
    await dialog.getByLabel(/^说明/).fill("属于咨询，已答复营业时间。");
    await expect.poll(() => dialog.locator("q").textContent()).toBe("属于咨询，已答复营业时间。");
  });

  it("sees that a colleague who reported hears of it in the inbox", async () => {
    const page = await house.as("xiangzhen1", "phone");
    const dialog = await declining(page, page, "township");
    await dialog.getByText("提交后将告知上报人").waitFor();
    await dialog.getByText("会在“消息”里收到").waitFor();
    expect(await dialog.getByText("群众没有留电话").count()).toBe(0);
  });
});
