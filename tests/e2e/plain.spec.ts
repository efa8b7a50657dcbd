import { expect, it } from "vitest";
import { smallPicture } from "../support/picture.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

it.each(["phone", "desktop"] as const)(
  "a resident without scripts reports on a %s, follows it and adds to it",
  async (at) => {
    const { page } = await house.withoutScripts(at);
    await page.goto("/report");
    await page.getByRole("link", { name: "不需要脚本的简版页面" }).click();
    await picture(page, `plain-home-${at}`);
    await page.getByRole("link", { name: "我要反映问题" }).click();
    await page.getByLabel(/^什么地方、出了什么事/u).fill("振兴路南头第三盏路灯整夜不亮，走夜路害怕");
    await page.getByLabel("照片（可不选，最多三张）").setInputFiles({
      name: "灯.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await smallPicture()),
    });
    await picture(page, `plain-report-${at}`);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已收到您反映的问题" }).waitFor();
    await picture(page, `plain-receipt-${at}`);
    await page.getByRole("button", { name: "看进度" }).click();
    await page.getByText("已收到，正在核对。").waitFor();
    await page.getByLabel("补充的情况").fill("第四盏也不亮了");
    await page.getByRole("button", { name: "提交补充" }).click();
    await page.getByText("“第四盏也不亮了”").waitFor();
    expect(await page.locator("[aria-current=step]").textContent()).toContain("已收到");
    await picture(page, `plain-progress-${at}`);
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
