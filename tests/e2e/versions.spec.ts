import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { mergeCells } from "../../geo/edit/merge.ts";
import { isRefused, sheetOf } from "../../geo/edit/sheet.ts";
import type { GridDraftAnswer } from "../../server/domain/gridAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();
const ONE = "371122001001001";
const OTHER = "371122001001002";

/** Two cells of the county become one, from today on. */
async function publishMerged(): Promise<void> {
  const admin = (await house.as("admin")).request;
  const layer = "governance";
  const begun = await admin.post("/api/grid/draft/begin", { data: { layer } });
  const { cells } = (await begun.json()) as GridDraftAnswer;
  const merged = mergeCells(sheetOf(cells), [ONE, OTHER]);
  if (isRefused(merged)) throw new Error(merged.code);
  const saved = await admin.post("/api/grid/draft/save", { data: { layer, revision: 1, cells: merged } });
  expect(saved.status()).toBe(200);
  const data = { layer, revision: 2, validFrom: today(), note: "两个网格并成一个" };
  expect((await admin.post("/api/grid/draft/publish", { data })).status()).toBe(200);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** One patrol duty cell over the whole county. */
async function publishPatrol(): Promise<void> {
  const admin = (await house.as("admin")).request;
  const corners = [
    [118.3, 35.3],
    [119.2, 35.3],
    [119.2, 36.1],
    [118.3, 36.1],
    [118.3, 35.3],
  ];
  const feature = {
    type: "Feature",
    properties: { code: "371122001001901", name: "城区巡查一区" },
    geometry: { type: "Polygon", coordinates: [corners] },
  };
  const data = Buffer.from(JSON.stringify({ type: "FeatureCollection", features: [feature] }));
  const headers = { "Content-Type": "application/octet-stream" };
  const asked = "layer=patrol&file=p.geojson&datum=wgs84&code=code&name=name";
  const sent = await admin.post(`/api/grid/import?${asked}`, { data, headers });
  expect(((await sent.json()) as GridDraftAnswer).cells).toHaveLength(1);
  const body = { layer: "patrol", revision: 1, validFrom: today(), note: "巡查责任区" };
  const published = await admin.post("/api/grid/draft/publish", { data: body });
  expect([published.status(), await published.text()]).toEqual([200, expect.anything()]);
}

function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

describe("a version of the grid to count by", () => {
  it("is no choice while there is only one", async () => {
    const page = await house.as("xiaoneng1");
    await page.goto("/evaluation?by=township");
    await page.getByRole("table").waitFor();
    expect(await page.getByLabel("网格版本").count()).toBe(0);
    await page.goto("/overview");
    await page.getByRole("region", { name: "在办最多的网格" }).getByRole("listitem").first().waitFor();
    expect(await page.getByLabel("网格版本").count()).toBe(0);
  });

  it("is chosen on the evaluation page, said, kept in the address and behind the figures", async () => {
    await publishMerged();
    const page = await house.as("xiaoneng1");
    await page.goto("/evaluation");
    await page.getByRole("table").waitFor();
    expect(await page.getByLabel("网格版本").count()).toBe(0);
    await page.getByRole("link", { name: "近 30 天" }).click();
    await page.getByRole("link", { name: "按网格" }).click();
    await page.getByLabel("乡镇").selectOption("371122001");
    await page
      .getByRole("row", { name: new RegExp("第2网格") })
      .first()
      .waitFor();
    await page.getByLabel("网格版本").selectOption("2");
    await page.getByText(/按第 2 版网格（.+ 起用）统计/u).waitFor();
    expect(page.url()).toContain("gridVersion=2");
    await picture(page, "versions-evaluation-desktop");
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole("button", { name: /^合计 /u })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    const under = dialog.getByRole("listitem").filter({ hasText: "分母" }).getByRole("link");
    const wanted = /\d+/u.exec((await under.textContent()) ?? "")?.[0];
    await under.click();
    await page.getByText(`共 ${wanted} 件`, { exact: true }).waitFor();
    await page.getByText(/按第 2 版网格/u).waitFor();
    await picture(page, "versions-evaluation-cases-desktop");
  });

  it("is drawn and counted by on the case map and the overview", async () => {
    const page = await house.as("xiaoneng1");
    await page.goto("/overview");
    const card = page.getByRole("region", { name: "在办最多的网格" });
    await card.getByLabel("网格版本").selectOption("2");
    await card.getByText(/按第 2 版网格/u).waitFor();
    await picture(page, "versions-overview-desktop");
    expect(await violations(page)).toEqual([]);
    await card.getByRole("link", { name: "在地图上看" }).click();
    await page.waitForURL(/map.+gridVersion=2/u);
    await page.getByText(/按第 2 版网格/u).waitFor();
    expect(await page.getByLabel("网格版本").inputValue()).toBe("2");
    const drawn = page.waitForResponse((answer) => answer.url().includes("/versions/1/basemap"));
    await page.getByLabel("网格版本").selectOption("1");
    expect((await drawn).status()).toBe(200);
    await page.getByText(/按第 1 版网格/u).waitFor();
    await settled(page);
    await picture(page, "versions-map-desktop", false);
    expect(await violations(page)).toEqual([]);
    await page.goto("/map?tab=open&gridVersion=77");
    await page
      .getByText(/治理网格的版本号（2、1）/u)
      .first()
      .waitFor();
    house.expectNoFault();
  });

  it("fits on a phone", async () => {
    const page = await house.as("xiaoneng1", "phone");
    for (const [name, address] of [
      ["map", "/map?tab=open&gridVersion=1"],
      ["evaluation", "/evaluation?by=township&gridVersion=1"],
      ["overview", "/overview?gridVersion=1"],
    ] as const) {
      await page.goto(address);
      await page.getByText(/按第 1 版网格/u).waitFor();
      await settled(page);
      await picture(page, `versions-${name}-phone`, false);
      expect(await sideways(page)).toBe(0);
    }
  });
});

describe("a layer over the governance grid", () => {
  it("is told on the case file, where a report is placed, and where the map is pressed", async () => {
    await publishPatrol();
    const line = /巡查责任区：城区巡查一区（第 \d 版）/u;
    const page = await house.as("xiaoneng1");
    await expect
      .poll(
        async () => {
          const answer = await page.request.post("/api/locate", {
            data: { point: { lng: 118.83, lat: 35.58 } },
          });
          return JSON.stringify(await answer.json());
        },
        { timeout: 60_000 },
      )
      .toContain("城区巡查一区");
    await page.goto("/map?tab=open&show=heat");
    const map = page.getByRole("region", { name: "网格地图" });
    const box = await map.boundingBox();
    const at = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) * 0.7] as const;
    await expect
      .poll(
        async () => {
          await page.mouse.move(at[0], at[1] + 9);
          await page.mouse.move(...at);
          return await map.getByText(/第\d+网格/u).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.mouse.click(...at);
    await map.getByText(line).waitFor();
    await picture(page, "layers-map-desktop", false);
    await page.goto("/cases?tab=all&channel=gridWorker");
    await page.locator('a[href^="/cases/"]').first().click();
    await page.getByText(line).waitFor();
    await picture(page, "layers-case-desktop", false);
    const phone = await house.as("wangge1", "phone");
    await phone.goto("/report");
    await phone.getByText(line).waitFor();
    await picture(phone, "layers-report-phone", false);
    expect(await sideways(phone)).toBe(0);
    house.expectNoFault();
  });
});
