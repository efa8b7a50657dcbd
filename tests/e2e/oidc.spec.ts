import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse({
  // Nobody listens there: the way in by password must stay open
  OIDC_ISSUER: "http://127.0.0.1:9",
  OIDC_CLIENT_ID: "huying",
  PUBLIC_URL: "http://127.0.0.1:8787",
  OIDC_NAME: "莒县统一身份认证",
});

it("offers the county's identity provider, and says so when it cannot be reached", async () => {
  for (const at of ["phone", "desktop"] as const) {
    const { page, context } = await house.stranger(at);
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
