import { afterAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { codeAt, fromBase32, stepOf } from "../../server/totp.ts";
import { startIssuer } from "../support/issuer.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const lost = openHouse({
  // Nobody listens there: the way in by password must stay open
  OIDC_ISSUER: "http://127.0.0.1:9",
  OIDC_CLIENT_ID: "huying",
  PUBLIC_URL: "http://127.0.0.1:8787",
  OIDC_NAME: "莒县统一身份认证",
});

it("offers the county's identity provider, and says so when it cannot be reached", async () => {
  for (const at of ["phone", "desktop"] as const) {
    const { page, context } = await lost.stranger(at);
    await page.goto("/signin?to=%2Fcases");
    const button = page.getByRole("button", { name: "用莒县统一身份认证登录" });
    await button.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `oidc-signin-${at}`);
    await button.click();
    await page.getByText("暂时连不上统一身份认证").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto("/signin?why=oidcNoAccount");
    await page.getByText("本系统没有您可用的账号").waitFor();
    await picture(page, `oidc-why-${at}`);
    await page.goto("/signin?why=constructor");
    await page.getByRole("button", { name: "登录", exact: true }).waitFor();
    expect(await page.getByText("Object").count()).toBe(0);
    await context.close();
  }
});

const issuer = await startIssuer(() => Date.now());
afterAll(async () => await issuer.stop());
const house = openHouse({
  OIDC_ISSUER: issuer.address,
  OIDC_CLIENT_ID: "huying",
  PUBLIC_URL: "{url}",
  OIDC_NAME: "莒县统一身份认证",
});

describe("signing in at the county's identity provider, in a browser", () => {
  const leave = async (page: Page, to = "/signin") => {
    await page.goto(to);
    await page.getByRole("button", { name: "用莒县统一身份认证登录" }).click();
    await page.getByRole("heading", { name: "统一身份认证" }).waitFor();
  };
  const signOut = async (page: Page) => {
    await page.goto("/security");
    await page.locator("summary", { hasText: "我的账号" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL(/signin|\/$/);
  };

  it("goes there and back to the page that was wanted, and out again", async () => {
    const { page, context } = await house.stranger("desktop");
    await leave(page, "/signin?to=%2Foverview");
    await page.getByRole("link", { name: "以 lingdao1 登录" }).click();
    await page.waitForURL(/\/overview/);
    // Nothing of the way stays in the address, where a screenshot or a history would keep it
    expect(page.url()).not.toMatch(/code|state/);
    await signOut(page);
    expect((await page.request.get("/api/session")).status()).toBe(401);
    await page.goto("/overview");
    await page.waitForURL(/signin/);
    await context.close();
  });

  it("tells who has no account here, and who turned back, and lets them try again", async () => {
    const { page, context } = await house.stranger("phone");
    await leave(page);
    await page.getByRole("link", { name: "以 nobody-here 登录" }).click();
    await page.getByText("本系统没有您可用的账号").waitFor();
    expect(await violations(page)).toEqual([]);
    await leave(page);
    await page.getByRole("link", { name: "取消" }).click();
    await page
      .getByText(/取消|没有完成/)
      .first()
      .waitFor();
    await picture(page, "oidc-cancelled");
    expect(await violations(page)).toEqual([]);
    expect((await page.request.get("/api/session")).status()).toBe(401);
    // The way back works once: the address of the history opens nothing
    await page.goBack();
    await leave(page);
    await page.getByRole("link", { name: "以 lingdao1 登录" }).click();
    await page.waitForURL(/cockpit/);
    await context.close();
  });

  it("asks for the second factor of the house on top", async () => {
    const { page, context } = await house.stranger("desktop");
    await leave(page);
    await page.getByRole("link", { name: "以 lingdao1 登录" }).click();
    await page.waitForURL(/cockpit/);
    await page.goto("/security");
    await page.getByRole("button", { name: "设置动态验证码" }).click();
    const secret = (await page.locator("code").first().textContent()) ?? "";
    await page.getByLabel("验证器显示的 6 位数字").fill(codeAt(fromBase32(secret), stepOf(Date.now())));
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.getByRole("heading", { name: "恢复码" }).waitFor();
    const recovery = (await page.locator("li code").first().textContent()) ?? "";
    await signOut(page);
    await leave(page);
    await page.getByRole("link", { name: "以 lingdao1 登录" }).click();
    await page.getByLabel("动态码或恢复码").waitFor();
    expect((await page.request.get("/api/cases")).status()).toBe(403);
    await picture(page, "oidc-factor");
    await page.getByLabel("动态码或恢复码").fill(recovery);
    await page.keyboard.press("Enter");
    await page.waitForURL(/cockpit/);
    await context.close();
  });
});
