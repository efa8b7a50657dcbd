/** Points that cannot be right, as they reach a report on the screen: each is told what it is, and mended where it can be. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Gazetteer } from "../../geo/places/place.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { LocateAnswer } from "../../server/domain/mapAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const seat: Point = { lng: 118.832, lat: 35.582 };

/** The report of a grid worker whose phone says that it is there. */
async function reportAt({ lng, lat }: Point): Promise<Page> {
  const page = await house.as("wangge1", "phone");
  await page.context().setGeolocation({ longitude: lng, latitude: lat, accuracy: 8 });
  await page.goto("/report");
  await page.getByLabel("情况说明").fill("路灯不亮");
  return page;
}

const warned = (page: Page, says: RegExp) => page.getByText(says).first();

/** A village so near the eastern border that it lies beyond it as a map service shifts it. */
async function easternVillage(page: Page): Promise<Point> {
  const { places } = (await (await page.request.get("/api/gazetteer")).json()) as Gazetteer;
  const villages = places
    .filter(({ kind }) => kind === "village")
    .map(({ point }) => point)
    .sort((a, b) => b.lng - a.lng);
  for (const point of villages) {
    const { lng, lat } = fromWgs84(point, "gcj02");
    const answer = await page.request.post("/api/locate", { data: { point: { lng, lat } } });
    const { placement } = (await answer.json()) as LocateAnswer;
    if (placement.kind === "outside") return point;
  }
  throw new Error("No village lies near enough to the border");
}

describe("a phone that says it is where no report can be", () => {
  it.each([
    ["in the ocean", { lng: 150, lat: 30 }, /不在中国境内（可能落在海上），请在图上点选/],
    ["in another province", { lng: 120.15, lat: 30.28 }, /离本县约 6\d\d 公里，可能在外省市或海上/],
    ["at 0, 0", { lng: 0, lat: 0 }, /坐标是 0, 0，没有定位成功/],
    ["in the next county", { lng: 118.4, lat: 35.6 }, /在县界以外，离县中心约 \d+ 公里/],
  ])("%s is told so, nothing is offered, and the map opens for a pin", async (_, point, says) => {
    const page = await reportAt(point);
    await page.getByText("不在本县范围内，请在图上点选").waitFor();
    await warned(page, says).waitFor();
    await page.getByRole("region", { name: /点选/ }).locator("canvas").first().waitFor();
    expect(await page.getByRole("button", { name: "改正" }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it("by the map of a map service is offered the point that it means; one tap takes it and says how it was meant", async () => {
    const person = await house.as("wangge1");
    const village = await easternVillage(person);
    const shifted = fromWgs84(village, "gcj02");
    const page = await reportAt(shifted);
    await warned(page, /像是微信、高德的偏移坐标（GCJ-02），换算后在.+。/).waitFor();
    await picture(page, "stray-gcj02-phone");
    await page.getByRole("button", { name: "改正" }).click();
    await page.getByText("手机定位，已改正").waitFor();
    await picture(page, "stray-mended-phone");
    const sent = page.waitForResponse((answer) => answer.url().endsWith("/api/reports"));
    await page.getByRole("button", { name: "提交" }).click();
    const point = { ...shifted, accuracy: 8, datum: "gcj02", source: "satellite" };
    expect((await sent).request().postDataJSON()).toMatchObject({ point });
    const { id } = (await (await sent).json()) as ReportAnswer;
    const found = (await (await person.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(found.placement && metresBetween(found.placement.point, village)).toBeLessThan(1);
    expect(found.sentPoint).toEqual(point);
    await person.goto(`/cases/${id}`);
    await person.getByText(/手机定位；报来的坐标系：GCJ-02.*已换算成 WGS-84；精度：约 8 米/).waitFor();
  });
});

describe("degrees written into the address", () => {
  const written = async (address: string) => {
    const page = await reportAt(seat);
    await page.getByText(/位置准确/).waitFor();
    await page.getByRole("button", { name: /看图/ }).click();
    await page.getByLabel("地址").fill(address);
    return page;
  };

  it("with latitude first are taken the right way round by one tap", async () => {
    const page = await written("35.605, 118.85");
    const chip = page.getByRole("button", { name: /卫星坐标（WGS-84） · 原文经纬度写反/ });
    await chip.waitFor();
    await picture(page, "stray-swapped-phone");
    await chip.click();
    const sent = page.waitForResponse((answer) => answer.url().endsWith("/api/reports"));
    await page.getByRole("button", { name: "提交" }).click();
    expect((await sent).request().postDataJSON()).toMatchObject({ point: { lng: 118.85, lat: 35.605 } });
  });

  it("of a map service are sent as they stand, with the datum that was chosen", async () => {
    const { lng, lat } = fromWgs84(seat, "gcj02");
    const page = await written(`${lng.toFixed(6)}, ${lat.toFixed(6)}`);
    await page.getByRole("button", { name: /按微信、高德坐标（GCJ-02）$/ }).click();
    const sent = page.waitForResponse((answer) => answer.url().endsWith("/api/reports"));
    await page.getByRole("button", { name: "提交" }).click();
    expect((await sent).request().postDataJSON()).toMatchObject({
      point: { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)), datum: "gcj02", source: "words" },
    });
  });

  it.each([
    ["in the ocean", "150.21, 30.12", /不在中国境内（可能落在海上）/],
    ["in another province", "30.28, 120.15", /离本县约 6\d\d 公里，可能在外省市或海上/],
  ])("%s are told so and move nothing", async (_, address, says) => {
    const page = await written(address);
    await warned(page, says).waitFor();
    expect(await page.getByText(/位置准确/).count()).toBe(1);
  });
});
