import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

it("learned names are seen by the centre with who taught them, taken back and taught again", async () => {
  const page = await house.as("xiaoneng1");
  await page.goto("/names");
  await page.getByText("还没有学到的叫法").waitFor();
  await picture(page, "names-empty-desktop", false);
  expect(await violations(page)).toEqual([]);
  const worker = await house.as("wangge1");
  for (const [name, lng] of [
    ["老粮站门口", 118.832],
    ["赶牛大集", 118.84],
  ] as const) {
    const point = { lng, lat: 35.582, datum: "wgs84" };
    expect((await worker.request.post("/api/names", { data: { name, point } })).status()).toBe(200);
  }
  await page.reload();
  const list = page.getByRole("region", { name: "学到的地名" });
  await list
    .getByText(/陈建国 .+ 记下/u)
    .first()
    .waitFor();
  expect(await list.getByRole("listitem").count()).toBe(2);
  await page.getByRole("button", { name: "看图 老粮站门口" }).click();
  await picture(page, "names-desktop", false);
  await page.getByRole("button", { name: "撤回 老粮站门口" }).click();
  await list.getByText(/秦爱芹 .+ 撤回/u).waitFor();
  await page.getByRole("button", { name: "重新记住 老粮站门口" }).click();
  await list.getByText(/秦爱芹 .+ 记下/u).waitFor();
  expect(await page.getByRole("button", { name: "重新记住 老粮站门口" }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox").fill("赶牛");
  expect(await list.getByRole("listitem").count()).toBe(1);
  await page.getByRole("searchbox").fill("没有这个");
  await page.getByText("没有符合的叫法").waitFor();
  const phone = await house.as("xiaoneng1", "phone");
  await phone.goto("/names");
  await phone.getByText(/记下/u).first().waitFor();
  await picture(phone, "names-phone", false);
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  house.expectNoFault();
});
