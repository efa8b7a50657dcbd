import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

describe("a report sent by mistake", () => {
  it("is taken back from the receipt, after it has arrived, and its words stand in the form again", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("报错了：振兴路路灯不亮");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    await picture(page, "receipt-undo-phone");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "撤销这件上报" }).click();
    await page.getByText("已撤回，内容还在").waitFor();
    expect(await page.getByLabel("情况说明").inputValue()).toBe("报错了：振兴路路灯不亮");
    const found = await page.request.get(`/api/cases?tab=all&q=${encodeURIComponent("报错了")}`);
    expect(((await found.json()) as { rows: unknown[] }).rows).toMatchObject([{ state: "withdrawn" }]);

    await page.getByLabel("情况说明").fill("改对了：振兴路路灯不亮");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    house.expectNoFault();
  });

  it("is taken out of the queue while there is no network", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("断网报错：桥头垃圾");
    // The service worker must hold the pages before the network goes
    const isHeld = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await expect.poll(isHeld, { timeout: 30_000, interval: 200 }).toBe(true);
    await context.setOffline(true);
    await page.getByRole("button", { name: "存入本机" }).click();
    await page.getByRole("heading", { name: "已存在本机" }).waitFor();
    await page.getByRole("button", { name: "撤销这件上报" }).click();
    await page.getByText("已撤回，内容还在").waitFor();
    expect(await page.getByText(/件上报待发送/).count()).toBe(0);
    await context.setOffline(false);
  });

  it("is not taken back once the desk has filed it, and says why", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("已受理：振兴路路灯不亮");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    const { request } = await house.as("xiaoneng1");
    const list = await request.get(`/api/cases?tab=all&q=${encodeURIComponent("已受理：")}`);
    const [row] = ((await list.json()) as { rows: { id: string; version: number }[] }).rows;
    const filed = await request.post(`/api/cases/${row?.id}/moves`, {
      data: { version: row?.version, action: "file", itemCode: "020101" },
    });
    expect(filed.status(), await filed.text()).toBe(200);
    await page.getByRole("button", { name: "撤销这件上报" }).click();
    await page
      .getByRole("status")
      .filter({ hasText: /待派遣|不能|已/ })
      .first()
      .waitFor();
    expect(await page.getByRole("heading", { name: "已提交" }).count()).toBe(1);
  });
});
