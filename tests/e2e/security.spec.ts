import { mkdirSync } from "node:fs";
import { expect, it } from "vitest";
import { codeAt, fromBase32, stepOf } from "../../server/totp.ts";
import { violations } from "./support/axe.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse();
const shots = process.env["SHOTS"];

it("sets a second factor up by its QR code, signs in with it, and ends a lost device", async () => {
  const { page, context } = await house.stranger("phone");
  const shot = async (name: string) => {
    if (shots === undefined) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  await page.goto("/signin");
  await page
    .locator("main")
    .getByRole("button", { name: /县领导/ })
    .first()
    .click();
  await page.waitForURL(/cockpit/);
  await page.goto("/security");
  await page.getByRole("heading", { name: "登录的设备" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await shot("security-phone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await shot("security-desk");
  await page.setViewportSize({ width: 360, height: 780 });
  await page.getByRole("button", { name: "设置动态验证码" }).click();
  const secret = (await page.locator("code").first().textContent()) ?? "";
  const code = () => codeAt(fromBase32(secret), stepOf(Date.now()));
  await page.getByLabel("验证器显示的 6 位数字").fill(code());
  await shot("factor-phone");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "启用", exact: true }).click();
  await page.getByRole("heading", { name: "恢复码" }).waitFor();
  const recovery = (await page.locator("li code").first().textContent()) ?? "";
  expect(recovery).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  await shot("codes-phone");
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  const other = await house.stranger("desktop");
  await other.page.goto("/signin");
  await other.page.getByLabel("账号").fill("lingdao1");
  await other.page.getByLabel("密码").fill("huying-demo");
  await other.page.getByRole("button", { name: "登录", exact: true }).click();
  await other.page.getByLabel("动态码或恢复码").fill(recovery);
  await other.page.getByRole("button", { name: "登录", exact: true }).click();
  await other.page.waitForURL(/cockpit/);
  await page.reload();
  await page.getByRole("button", { name: /^让.*退出$/ }).click();
  await page.getByRole("button", { name: /^让.*退出$/ }).waitFor({ state: "detached" });
  await other.page.reload();
  await other.page.waitForURL(/signin/);
  await other.context.close();
  await page.getByLabel("当前的动态码或恢复码").fill(recovery);
  await page.getByRole("button", { name: "停用动态验证码" }).click();
  await page.getByText("动态码或恢复码不对").waitFor();
  await context.close();
});
