import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse();

it("drafts a rule, tries it on last month's cases, publishes it and brings the old version back", async () => {
  const { page, context } = await house.stranger("desktop");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/signin");
  await page
    .locator("main")
    .getByRole("button", { name: /效能中心/ })
    .first()
    .click();
  await page.waitForURL(/overview/);
  await page.goto("/catalogue");
  await page.getByText("没有空缺，没有冲突").waitFor();
  await page.getByRole("button", { name: "新增规则" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^编号/).fill("010101-test");
  await form.getByLabel(/^名称/).fill("城阳垃圾归城管");
  await form.getByLabel(/^事项编码/).fill("010101");
  await form.getByLabel(/^区划编码/).fill("371122001");
  await form.getByLabel(/^主办单位/).selectOption("CG");
  await form.getByLabel(/^依据/).fill("县府会议纪要");
  await page.getByRole("button", { name: "保存到草稿" }).click();
  await page.getByRole("heading", { name: /草稿（将成为第 2 版）/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "试运行" }).click();
  await page.getByText(/最近 30 天的 \d+ 件案卷里，有 \d+ 件会派给别的单位/).waitFor();
  await page.getByLabel("改了什么、依据什么").fill("试着改");
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByText("现行第 2 版").waitFor();
  await page.getByRole("button", { name: "回退到这一版" }).click();
  await page.getByText("现行第 3 版").waitFor();
  await page.getByText("回到第 1 版的内容").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});
