import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Gazetteer } from "../../geo/places/place.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse();
const screens = process.env["SCREENS"];

async function isSound(page: Page, name: string): Promise<void> {
  if (screens !== undefined) await page.screenshot({ path: `${screens}/${name}.png`, fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
}

/** Ten reports of one account, each at a landmark of the county, with the coordinates of a map in GCJ-02. */
async function sendShifted(page: Page): Promise<readonly string[]> {
  const gazetteer = (await (await page.request.get("/api/gazetteer")).json()) as Gazetteer;
  const landmarks = gazetteer.places.filter(({ kind }) => kind === "landmark").slice(0, 10);
  expect(landmarks).toHaveLength(10);
  const ids: string[] = [];
  for (const { name, point } of landmarks) {
    const answer = await page.request.post("/api/reports", {
      data: {
        id: `shifted-${ids.length}`,
        text: "路灯不亮",
        channel: "centre",
        address: name,
        itemCode: "020101",
        point: { ...fromWgs84(point, "gcj02"), source: "satellite" },
      },
    });
    expect(answer.status()).toBe(201);
    ids.push(((await answer.json()) as ReportAnswer).id);
  }
  return ids;
}

it("finds a device that is off, shows it, corrects its batch after a trial and takes it back", async () => {
  const page = await house.as("xiaoneng1");
  await page.goto("/shifts");
  await page.getByText("没有发现成批的坐标偏移").waitFor();
  await isSound(page, "shifts-none-desktop");
  const [first = ""] = await sendShifted(page);
  await page.goto("/cases");
  await page.goto("/shifts");
  const card = page.getByRole("article").first();
  await card.getByText(/整体向东偏约 \d+ 米，像是把 GCJ-02/).waitFor();
  await card.getByRole("button", { name: "比对的 10 件" }).click();
  await isSound(page, "shifts-found-desktop");
  await card.getByRole("button", { name: /^改正这批（10 件）/ }).click();
  await card.getByText(/偏移时段：.*至.*在此之前没有能比对的件/).waitFor();
  await card.getByLabel("理由").fill("手机里的地图是 GCJ-02");
  const tryIt = card.getByRole("button", { name: "先看会改什么" });
  const [from, to] = [card.getByLabel("从哪天报来的起"), card.getByLabel("到哪天报来的止")];
  const today = await to.inputValue();
  const earliest = await from.evaluate((input: HTMLInputElement) => input.min);
  await from.fill(earliest);
  await to.fill(earliest);
  await tryIt.click();
  await card.getByText(/会改 0 件的位置/).waitFor();
  await card.getByText(/此外的 10 件不动/).waitFor();
  await to.fill(today);
  // Another choice needs another trial
  await tryIt.click();
  await card.getByText(/会改 10 件的位置/).waitFor();
  await isSound(page, "shifts-days-desktop");
  await card.getByRole("button", { name: "用查出的时段" }).click();
  await tryIt.click();
  await card.getByText(/会改 10 件的位置/).waitFor();
  await card.getByText(/此外的 0 件不动/).waitFor();
  await isSound(page, "shifts-trial-desktop");

  const file = await house.as("xiaoneng1", "phone");
  await file.goto(`/cases/${first}`);
  await file.getByText(/这个来源的坐标成批偏移/).waitFor();
  await isSound(file, "shift-offer-phone");
  await file.getByRole("button", { name: "改到正确的位置" }).click();
  await file.getByText(/原位置（更正过 1 次）/).waitFor();
  expect(await file.getByText(/这个来源的坐标成批偏移/).count()).toBe(0);

  await card.getByRole("button", { name: "确定改正 10 件" }).click();
  const batches = page.getByRole("region", { name: "已改正的批次" });
  await batches.getByText(/9 件 · 按 GCJ-02 换算/).waitFor();
  await batches.getByRole("button", { name: /^撤销这批/ }).click();
  await batches.getByLabel("理由").fill("再核对一次");
  await batches.getByRole("button", { name: "先看会改什么" }).click();
  await batches.getByText("9 件会退回原处。").waitFor();
  await isSound(page, "shifts-undo-desktop");
  await batches.getByRole("button", { name: "确定撤销 9 件" }).click();
  await batches.getByText(/已撤销：.*再核对一次/).waitFor();
  await card.getByRole("button", { name: /^改正这批（9 件）/ }).waitFor();
  await page.goto(`/cases/${first}`);
  house.expectNoFault();
});

it("fits a phone, and is not for a township", async () => {
  const page = await house.as("xiaoneng1", "phone");
  await page.goto("/shifts");
  await page.getByRole("heading", { name: "坐标偏移" }).waitFor();
  await page.getByRole("region", { name: "已改正的批次" }).waitFor();
  await isSound(page, "shifts-phone");
  const card = page.getByRole("article").first();
  await card.getByRole("button", { name: /^改正这批/ }).click();
  await card.getByLabel("理由").fill("手机里的地图是 GCJ-02");
  await card.getByRole("button", { name: "先看会改什么" }).click();
  await card.getByText(/只改 .* 报来的；同一来源此外的 0 件不动/).waitFor();
  await isSound(page, "shifts-days-phone");
  const township = await house.as("xiangzhen1");
  await township.goto("/shifts");
  await township.getByText(/这一页不是给/).waitFor();
});
