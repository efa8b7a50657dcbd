import { multiPolygon, pointOnFeature } from "@turf/turf";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { act, openHouse, picture } from "./support/house.ts";

const house = openHouse();

/** Signs somebody in by their demo card, in a browser of their own. */
async function as(username: string, at: "phone" | "desktop"): Promise<Page> {
  const guest = await house.stranger(at);
  await guest.page.goto("/signin");
  await guest.page.getByRole("button", { name: new RegExp(`${username}$`) }).click();
  await guest.page.waitForURL((address) => address.pathname !== "/signin");
  return guest.page;
}

describe("a dead street light, carried through five roles", () => {
  let id = "";
  let number = "";
  let link = "";

  it("is reported by the grid worker on a phone", async () => {
    const page = await as("wangge1", "phone");
    const cells = await page.evaluate(() => fetch("/api/session").then((answer) => answer.json()));
    const own = new Set((cells as { cells: { code: string }[] }).cells.map((cell) => cell.code));
    const drawn = await page.evaluate(() => fetch("/api/map/cells").then((answer) => answer.json()));
    const rings = (drawn as { cells: { code: string; rings: [number, number][][][] }[] }).cells.find((cell) =>
      own.has(cell.code),
    )?.rings;
    const closed = (rings ?? []).map((part) => part.map((ring) => [...ring, ...ring.slice(0, 1)]));
    const inside = pointOnFeature(multiPolygon(closed));
    const [longitude = 0, latitude = 0] = inside.geometry.coordinates;
    await page.context().setGeolocation({ longitude, latitude, accuracy: 8 });

    await page.getByRole("link", { name: "我要上报" }).first().click();
    await page.getByLabel("说明").fill("振兴路路灯不亮，晚上看不清路");
    await page.getByText("准确").first().waitFor();
    await picture(page, "1-report");
    const answered = page.waitForResponse(
      (answer) => answer.url().endsWith("/api/reports") && answer.request().method() === "POST",
    );
    await page.getByRole("button", { name: /^提交/ }).click();
    const answer = await answered;
    expect(answer.status()).toBe(201);
    const told = (await answer.json()) as {
      id: string;
      number: string;
      trackingCode: string;
      item: { code: string };
      cell: { code: string };
    };
    expect(told.item.code).toBe("020101");
    expect(own.has(told.cell.code)).toBe(true);
    [id, number] = [told.id, told.number];
    link = `/progress/${told.number}?code=${encodeURIComponent(told.trackingCode)}`;
    await page.getByText(number).waitFor();
    await picture(page, "2-receipt");
  });

  it("is filed and dispatched by the township, with the suggested bureau", async () => {
    const page = await as("xiangzhen1", "desktop");
    await picture(page, "3-worklist");
    await page.goto(`/cases/${id}`);
    await page.getByText("振兴路路灯不亮").first().waitFor();
    await picture(page, "4-case-township");
    await act(page, "立案");
    await page.getByRole("button", { name: /^派遣/ }).waitFor();
    await act(page, "派遣", async (dialog) => {
      await picture(page, "5-dispatch");
      // One dead lamp is one unit's work: those that the catalogue would call in beside it are not needed
      const assisting = dialog.getByRole("checkbox", { checked: true });
      while ((await assisting.count()) > 0) await assisting.first().uncheck();
    });
    await page.getByText("待签收").first().waitFor();
  });

  it("is accepted and handled by the bureau, with a photo afterwards", async () => {
    const page = await as("bumen1", "desktop");
    await page.goto(`/cases/${id}`);
    await act(page, "签收");
    await page.getByRole("button", { name: /^处置完成/ }).waitFor();
    const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7a8" } })
      .jpeg()
      .toBuffer();
    await act(page, "处置完成", async (dialog) => {
      await dialog.getByLabel("处置结果").fill("更换灯泡和镇流器，已亮灯");
      await dialog
        .locator("input[type=file]")
        .setInputFiles({ name: "after.jpg", mimeType: "image/jpeg", buffer: photo });
      await dialog.getByRole("img").first().waitFor();
      await picture(page, "6-handle");
    });
    await page.getByText("待核查").first().waitFor();
  });

  it("is checked by the grid worker, who did not do the work", async () => {
    const page = await as("wangge1", "phone");
    await picture(page, "7-home");
    await page.goto(`/cases/${id}`);
    await act(page, "核查通过");
    await page.getByText("待结案").first().waitFor();
    await picture(page, "8-checked");
  });

  it("is closed by the township", async () => {
    const page = await as("xiangzhen1", "desktop");
    await page.goto(`/cases/${id}`);
    await act(page, "结案");
    await page.getByText("已结案").first().waitFor();
    await picture(page, "9-closed");
  });

  it("is rated by the resident, without an account", async () => {
    const guest = await house.stranger("phone");
    await guest.page.goto(link);
    await guest.page.getByText(number).first().waitFor();
    await guest.page.getByText("满意", { exact: true }).click();
    await picture(guest.page, "10-progress");
    await guest.page.getByRole("button", { name: "提交评价" }).click();
    await guest.page.getByText("您的评价：满意").first().waitFor();
    await picture(guest.page, "11-rated");
  });

  it("stands in the centre's overview and in the record, which verifies", async () => {
    const page = await as("xiaoneng1", "desktop");
    await picture(page, "12-overview");
    const answer = await page.request.get(`/api/cases/${id}`);
    const found = (await answer.json()) as {
      history: { action: string; actor: { role: string } }[];
      rating: { score: number };
    };
    const acts = found.history.filter((event) => event.actor.role !== "system").map((event) => event.action);
    expect(acts).toEqual(["report", "file", "dispatch", "accept", "handle", "check", "close", "rate"]);
    expect(found.rating.score).toBe(4);
    await page.goto("/map");
    await picture(page, "13-map");
  });

  it("asks no other host for anything and breaks no rule of the page", () => {
    house.expectNoFault();
  });
});
