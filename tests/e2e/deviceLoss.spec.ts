/** 丢失的手机: what waits on it arrives for review, what it knew is gone; and what a queue says while the server has no room. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

async function writeDown(page: Page, text: string): Promise<void> {
  await page.goto("/report");
  await page.getByLabel("情况说明").fill(text);
  await page.getByRole("button", { name: /存入本机|提交/ }).click();
}

/** Everything the phone keeps, as text. */
async function kept(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const rows: unknown[] = [Object.entries(localStorage)];
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name ?? "");
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        rows.push(
          await new Promise((resolve) => {
            all.onsuccess = () => resolve(all.result);
          }),
        );
      }
      db.close();
    }
    return JSON.stringify(rows);
  });
}

describe("a lost phone", () => {
  it("is ended by the administrator; its queue arrives for review, and it forgets the rest", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    // The server takes nothing for now: both are on the phone alone
    await context.route("**/api/reports", (route) => route.abort("connectionreset"));
    await writeDown(page, "丢失手机里的第一件：桥头护栏断了");
    await page.getByRole("heading", { name: "已存在本机" }).first().waitFor();
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("没写完的草稿：王五家门前");
    await expect.poll(async () => /王五/.test(await kept(page))).toBe(true);

    const admin = await house.as("admin");
    const people = (await (await admin.request.get("/api/people")).json()) as {
      rows: { id: string; username: string }[];
    };
    const lost = people.rows.find(({ username }) => username === "wangge1");
    const end = await admin.request.post(`/api/people/${lost?.id}/sessions/end`, { data: {} });
    expect(end.status()).toBe(204);

    await context.unroute("**/api/reports");
    await page.goto("/home");
    await page.getByText("这台设备已被退出登录").waitFor();
    await expect.poll(async () => /桥头护栏|王五/.test(await kept(page)), { timeout: 20_000 }).toBe(false);
    expect(await violations(page)).toEqual([]);
    await picture(page, "device-ended");
    // The desk of the township looks at it as at a report from the public
    const centre = await house.as("xiaoneng1");
    const list = await centre.request.get(`/api/cases?tab=all&q=${encodeURIComponent("桥头护栏断了")}`);
    const { rows } = (await list.json()) as { rows: { id: string; channel: string; state: string }[] };
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: "reported" });
    await context.close();
  });
});

describe("a report that a server in trouble does not take", () => {
  const troubles = [
    [507, "storageFull", "服务器磁盘已满", "待发送"],
    [503, "busy", "访问的人太多", "待发送"],
    [413, "tooLarge", "内容太大", "被退回"],
  ] as const;

  it("stays on the phone with its reason, is tried again where that helps, and arrives when there is room", async () => {
    const { page, context } = await house.visitAs("wangge2", "phone");
    for (const [status, code, detail, state] of troubles) {
      await context.route("**/api/reports", (route) =>
        route.fulfill({
          status,
          contentType: "application/problem+json",
          body: JSON.stringify({ code, detail }),
        }),
      );
      await writeDown(page, `存不进去的上报${status}`);
      await page
        .getByRole("heading", { name: /已存在本机|没有|退回/ })
        .first()
        .waitFor();
      await page.goto("/home");
      const row = page.getByRole("listitem").filter({ hasText: `上报${status}` });
      await row.getByText(detail).waitFor();
      await row.getByText(state).waitFor();
      await context.unroute("**/api/reports");
      if (status === 413) await picture(page, "queue-too-large");
      else await row.getByText(/已送达/).waitFor({ timeout: 30_000 });
    }
    expect(await violations(page)).toEqual([]);
    // Too large is for its writer to mend: it waits for no line
    await page.getByText("1 件上报被退回，要改").waitFor();
    expect(await page.getByText(/件上报待发送/).count()).toBe(0);
    const refused = page.getByRole("listitem").filter({ hasText: "上报413" });
    await refused.getByRole("button", { name: "修改" }).click();
    await page.getByLabel("情况说明").waitFor();
    await page.getByRole("button", { name: /存入本机|提交/ }).click();
    await page
      .getByText(/已送达|案卷号|\d{8}-\d{5}/)
      .first()
      .waitFor();
    await context.close();
  });
});

describe("two people on one phone", () => {
  it("do not read each other's waiting reports, and signing out takes the receipts", async () => {
    const { page, context } = await house.visitAs("wangge3", "phone");
    await writeDown(page, "先送到的一件：路面坑洼");
    await page
      .getByText(/\d{8}-\d{5}/)
      .first()
      .waitFor();
    await context.route("**/api/reports", (route) => route.abort("connectionreset"));
    await writeDown(page, "张三家的事，先存着");
    await page.getByRole("heading", { name: "已存在本机" }).first().waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("/home");
    await page.locator("summary", { hasText: "我的账号" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL(/signin/);
    await expect.poll(async () => /先送到的一件/.test(await kept(page))).toBe(false);
    expect(/张三/.test(await kept(page))).toBe(true);
    await page.request.post("/api/session", { data: { username: "wangge4", password: "huying-demo" } });
    await page.goto("/home");
    await page.getByText("另一个账号的上报，本人登录后继续").waitFor();
    expect(await page.locator("body").innerText()).not.toContain("张三");
    expect(await page.getByRole("button", { name: "导出未发送" }).count()).toBe(0);
    await context.close();
  });
});
