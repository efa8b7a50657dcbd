import { expect, it } from "vitest";
import { reference } from "../support/county.ts";
import { violations } from "./support/axe.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse();

const notice = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月20日（周六）上班。
2026年11月6日`;

it("changes a day of the calendar by keyboard, imports next year, tries it, publishes it and goes back", async () => {
  const { page, context } = await house.visitAs("xiaoneng1", "desktop");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/county");
  await page.getByRole("link", { name: "工作日历" }).click();
  await page.getByRole("heading", { name: "工作日历" }).waitFor();
  await page.locator("#calendar-year").selectOption("2027");
  await page.getByText(/2027 年的放假调休安排还没有公布/).waitFor();
  const first = page.locator('[data-day="2027-01-01"]');
  expect(await first.getAttribute("aria-label")).toBe("1月1日 周五 节假日（元旦）");
  await first.focus();
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "修改 2027-01-11" });
  await form.getByLabel(/事由/).fill("县庆");
  await form.getByLabel(/依据/).fill("县府办通知");
  await page.keyboard.press("Enter");
  const changed = page.locator('[data-day="2027-01-11"]');
  expect(await changed.getAttribute("aria-label")).toBe("1月11日 周一 节假日（县庆）");
  expect(await changed.evaluate((day) => day === document.activeElement)).toBe(true);
  await page.getByText("导入全年安排：2027").click();
  await page.getByLabel("通知全文").fill(notice);
  await page.getByRole("button", { name: "读入" }).click();
  await page.getByText("读到 2 段放假、2 天调休上班。").waitFor();
  const makeup = page.locator('[data-day="2027-01-31"]');
  expect(await makeup.getAttribute("aria-label")).toBe("1月31日 周日 调休上班（春节）");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "存入草稿" }).first().click();
  await page.getByRole("heading", { name: "草稿（将成为第 2 版）" }).waitFor();
  await page.getByRole("button", { name: "试运行" }).click();
  await page.getByText(/它们不会被移动/).waitFor();
  await page.getByLabel("改了什么、依据什么").fill("国办发明电〔2026〕9号");
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByText(/现行第 2 版/).waitFor();
  await page.getByRole("button", { name: "回到这一版" }).last().click();
  await page.getByText(/现行第 3 版/).waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it("edits a limit, says what is wrong with a bad one, and keeps unsaved work over another page", async () => {
  const { page, context } = await house.visitAs("admin", "desktop");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/county/limits");
  await page.getByRole("heading", { name: "办理时限" }).waitFor();
  await page.getByText(/^核查 ?2 工作时 ?check$/).click();
  const row = [...reference.policies.keys()].indexOf("check");
  const value = page.locator(`[id="policies.json.${row}.budget.value"]`);
  await value.fill("0");
  await value.press("Tab");
  await page.getByText("有改动还没有存入草稿").first().waitFor();
  await page.getByRole("link", { name: "县定数据" }).first().click();
  await page.getByRole("link", { name: "办理时限" }).click();
  await page.getByRole("button", { name: "存入草稿" }).first().click();
  await page.getByText(/得到“0”，应为0 到 365 之间的数/).waitFor();
  expect(await page.getByRole("button", { name: "发布" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "放弃草稿" }).click();
  await page.getByText("草稿已放弃").waitFor();
  await context.close();
});

it("tells somebody without the right that it is not theirs", async () => {
  const { page, context } = await house.visitAs("xiangzhen1", "phone");
  await page.goto("/county");
  await page.getByText(/这一页不是给/).waitFor();
  await context.close();
});
