import { expect, it } from "vitest";
import { openHouse } from "./support/house.ts";

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
