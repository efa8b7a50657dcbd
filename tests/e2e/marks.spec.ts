import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse();

it("shows every role the county's marks, and lets the centre train, go back and take back", async () => {
  const worker = await house.visitAs("wangge1", "phone");
  await worker.page.goto("/marks");
  await worker.page.getByText("首选准确率").waitFor();
  expect(await worker.page.getByRole("heading", { name: "训练" }).count()).toBe(0);
  expect(await violations(worker.page)).toEqual([]);
  await worker.context.close();

  const { page, context } = await house.visitAs("xiaoneng1", "desktop");
  await page.goto("/marks");
  await page.getByRole("button", { name: "看效果" }).click();
  await page.getByText(/线划在较早的 \d+ 件上/).waitFor();
  await page.getByRole("button", { name: "重新训练" }).click();
  await page.getByText(/训练完成/).waitFor({ timeout: 120_000 });
  await page
    .getByText(/留出案卷上准确率/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "撤回" }).first().click();
  await page.getByText("已撤回", { exact: true }).first().waitFor();
  expect(await violations(page)).toEqual([]);

  await page.goto("/cases?tab=all");
  await page.locator("[data-case-row]").first().click();
  await page.getByText("为什么", { exact: true }).first().click();
  await page.getByText("说法相近的案卷").waitFor();
  await context.close();
});
