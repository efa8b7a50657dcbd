import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const narrow = "document.documentElement.scrollWidth <= innerWidth";

it("lets one person ask for reporters and another grant it, and hands the table out once", async () => {
  const asker = await house.as("xiangzhen1", "phone");
  await asker.goto("/exports");
  await asker.getByText("还没有申请").waitFor();
  await asker.getByLabel("范围").selectOption("open");
  await asker.getByLabel(/^事由/).fill("核对联系方式");
  await asker.getByLabel(/含反映人/).check();
  await asker.getByRole("button", { name: "申请" }).click();
  await asker.getByText("待审批").waitFor();
  expect(await violations(asker)).toEqual([]);
  expect(await asker.evaluate(narrow)).toBe(true);
  await picture(asker, "exports-asked-phone");

  const centre = await house.as("xiaoneng1", "desktop");
  await centre.goto("/exports");
  await centre.getByText("核对联系方式").waitFor();
  expect(await centre.getByRole("button", { name: "同意", exact: true }).isDisabled()).toBe(true);
  await centre.getByLabel(/^意见/).fill("同意，用后销毁");
  expect(await violations(centre)).toEqual([]);
  await picture(centre, "exports-decide-desktop");
  await centre.getByRole("button", { name: "同意", exact: true }).click();
  await centre.getByText("同意，用后销毁").waitFor();

  await asker.reload();
  const download = asker.waitForEvent("download");
  await asker.getByRole("button", { name: "取表" }).click();
  expect((await download).suggestedFilename()).toMatch(/^cases-.*\.csv$/);
  await asker.getByText("已取走").waitFor();
  await picture(asker, "exports-taken-phone");
  house.expectNoFault();
});

it("asks at each place for itself who it is", async () => {
  const centre = await house.as("xiaoneng1", "desktop");
  await centre.goto("/exports");
  for (const reason of ["核对地址", "核对电话"]) {
    await centre.getByLabel(/^事由/).fill(reason);
    await centre.getByRole("button", { name: "申请" }).click();
    await centre.getByText(reason).waitFor();
  }
  // As the server answers whoever signed in long ago
  const answer = { title: "", status: 403, code: "confirmFirst", detail: "请再确认一次是您本人。" };
  await centre.route(/\/api\/exports(\/.*)?$/u, (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 403, json: answer }) : route.fallback(),
  );
  for (const take of await centre.getByRole("button", { name: "取表" }).all()) await take.click();
  await centre.getByLabel(/^事由/).fill("含反映人");
  await centre.getByRole("button", { name: "申请" }).click();
  const secrets = centre.getByLabel(/登录密码，或动态码/);
  await expect.poll(() => secrets.count()).toBe(3);
  await secrets.nth(2).fill("最后一处");
  expect(await Promise.all([0, 1, 2].map((index) => secrets.nth(index).inputValue()))).toEqual([
    "",
    "",
    "最后一处",
  ]);
  const ids = await centre
    .locator("input[type=password]")
    .evaluateAll((inputs) => inputs.map(({ id }) => id));
  expect(new Set(ids).size).toBe(3);
  await picture(centre, "exports-proofs-desktop");
});
