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
