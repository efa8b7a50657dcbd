import { expect, it } from "vitest";
import { openHouse, picture } from "./support/house.ts";
import { darkLamp } from "./support/prepared.ts";

const house = openHouse();

it("a page whose file is gone is opened anew once, says what is wrong, and comes when it can", async () => {
  const { page, context } = await house.visitAs("wangge1", "phone");
  // As after a new build: nothing of the old one is kept on the device, and the server has it no more
  await context.route("**/sw.js", (route) => route.abort());
  await page.goto("/home");
  await page.getByRole("heading", { name: "待我核实、核查" }).waitFor();
  let openings = 0;
  page.on("request", (request) => (openings += request.isNavigationRequest() ? 1 : 0));
  await context.route("**/assets/Worklist-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByRole("link", { name: "案卷" }).last().tap();
  await page.getByText("这一页没有取到").waitFor();
  expect(openings).toBe(1);
  await context.unroute("**/assets/Worklist-*.js");
  await page.getByRole("button", { name: "重试" }).tap();
  await page.getByPlaceholder(/搜内容/u).waitFor();
  await context.close();
});

it("a part that cannot be fetched says so in its place and is fetched there again, at no cost of words", async () => {
  const id = await darkLamp(house, "part-missed", "路灯不亮，天黑后看不清路");
  const { page, context } = await house.visitAs("xiangzhen1", "phone");
  await context.route("**/sw.js", (route) => route.abort());
  const parts = /\/assets\/(Timeline|MoveAids)-.*\.(js|css)$/u;
  await context.route(parts, (route) => route.abort("connectionreset"));
  let openings = 0;
  page.on("request", (request) => (openings += request.isNavigationRequest() ? 1 : 0));
  await page.goto(`/cases/${id}`);
  const missed = page.getByText("这一部分没有取到");
  await missed.waitFor();
  await page.getByText(/^其他操作/u).tap();
  await page.getByRole("button", { name: /^备注/u }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("说明").fill("已电话联系反映人");
  await dialog.getByText("这一部分没有取到").waitFor();
  await picture(page, "part-missed-phone", false);
  await dialog.getByRole("button", { name: "重试" }).tap();
  await dialog.getByText("这一部分没有取到").waitFor();

  await context.unroute(parts);
  await dialog.getByRole("button", { name: "重试" }).tap();
  await dialog.getByText("这一部分没有取到").waitFor({ state: "detached" });
  expect(await dialog.getByLabel("说明").inputValue()).toBe("已电话联系反映人");
  await page.keyboard.press("Escape");
  await missed.scrollIntoViewIfNeeded();
  await picture(page, "part-missed-page-phone", false);
  await page.getByRole("button", { name: "重试" }).tap();
  await page.getByLabel("只看流转").waitFor();
  await missed.waitFor({ state: "detached" });
  const unstyled = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].filter((link) => !link.sheet)
          .length,
    );
  await expect.poll(unstyled).toBe(0);
  expect(openings).toBe(1);
  await context.close();
});
