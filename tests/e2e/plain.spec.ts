import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { smallPicture } from "../support/picture.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

/** Pixels that one would have to scroll sideways. */
const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it.each(["phone", "desktop"] as const)(
  "a resident without scripts reports on a %s, follows it and adds to it",
  async (at) => {
    const { page } = await house.withoutScripts(at);
    await page.goto("/report");
    await page.waitForURL("**/plain");
    await picture(page, `plain-home-${at}`);
    await page.getByRole("link", { name: "我要反映问题" }).click();
    await page.getByLabel(/^什么地方、出了什么事/u).fill("振兴路南头第三盏路灯整夜不亮，走夜路害怕");
    await page.getByLabel("照片（可不选，最多三张）").setInputFiles({
      name: "灯.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await smallPicture()),
    });
    await picture(page, `plain-report-${at}`);
    expect(await sidewaysOf(page)).toBe(0);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已收到您反映的问题" }).waitFor();
    await picture(page, `plain-receipt-${at}`);
    expect(pagesOf(await page.pdf({ format: "A4" }))).toBe(1);
    await page.getByRole("button", { name: "看进度" }).click();
    await page.getByText("已收到，正在核对。").waitFor();
    await page.getByLabel("补充的情况").fill("第四盏也不亮了");
    await page.getByLabel("照片（可不选，最多三张）").setInputFiles({
      name: "另一盏.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await smallPicture()),
    });
    await page.getByRole("button", { name: "提交补充" }).click();
    await page.getByText("“第四盏也不亮了”").waitFor();
    await page.getByText("大字").click();
    expect(await page.locator(".body").evaluate((body) => getComputedStyle(body).fontSize)).toBe("24px");
    expect(await sidewaysOf(page)).toBe(0);
    await picture(page, `plain-large-${at}`);
    expect(pagesOf(await page.pdf({ format: "A4" }))).toBe(1);
    await page.getByText("大字").click();
    expect(await page.locator("[aria-current=step]").textContent()).toContain("已收到");
    await picture(page, `plain-progress-${at}`);
    await page.getByText("这事已经解决，撤回诉求").click();
    await page.getByLabel("撤回的原因（可不填）").fill("自己亮了");
    await picture(page, `plain-withdraw-${at}`);
    await page.getByRole("button", { name: "撤回，不再办理" }).click();
    await page.getByText("您已撤回，不再办理。").waitFor();
    expect(await page.getByRole("button", { name: "撤回，不再办理" }).count()).toBe(0);
    house.expectNoFault();
  },
);

it("says the same of a wrong code as of an unknown number, and keeps what was typed", async () => {
  const { page } = await house.withoutScripts("phone");
  const said: (string | null)[] = [];
  for (const number of ["20260310-00001", "20990101-99999"]) {
    await page.goto("/plain/progress");
    await page.getByLabel(/^编号/u).fill(number);
    await page.getByLabel(/^查询码/u).fill("no-such-code");
    await page.getByRole("button", { name: "查询" }).click();
    said.push(await page.getByRole("alert").textContent());
    expect(await page.getByLabel(/^编号/u).inputValue()).toBe(number);
  }
  expect(said[0]).toBe(said[1]);
});

it.each(["day", "large"])("has nothing that axe objects to, in type that is %s", async (size) => {
  const { page } = await house.stranger("phone");
  const look = async () => {
    if (size === "large") await page.getByText("大字").click();
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  };
  await page.goto("/plain");
  await look();
  await page.getByRole("link", { name: "我要反映问题" }).click();
  await look();
  await page.getByLabel(/^什么地方、出了什么事/u).fill("振兴路南头第三盏路灯整夜不亮");
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("heading", { name: "已收到您反映的问题" }).waitFor();
  await look();
  await page.getByRole("button", { name: "看进度" }).click();
  await page.getByText("已收到，正在核对。").waitFor();
  await look();
});
