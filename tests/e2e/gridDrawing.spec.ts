/** 网格 by hand: files of the three kinds through the page, and a corner dragged with the mouse. */
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { zippedShapefile } from "../support/shapefile.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

/** The pen keeps what it drew a moment after it was drawn. */
const SAVED = { timeout: 15_000 };
/** So many looks in a row see the same. */
const RESTS = 10;

type Corner = readonly [number, number];

interface Draft {
  readonly source: string;
  readonly datum: string;
  readonly cells: readonly {
    readonly code: string;
    readonly rings: readonly (readonly (readonly Corner[])[])[];
  }[];
  readonly faults: readonly { readonly grave: boolean }[];
}

async function openGrid(): Promise<Page> {
  const page = await house.as("admin");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/grid");
  await page.getByText("第 1 版").waitFor();
  return page;
}

async function draftOf(page: Page): Promise<Draft> {
  const answer = await page.request.get("/api/grid/draft?layer=governance");
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as Draft;
}

/** A square of some 800 m whose lower left corner is here. */
const square = (west: number, south: number): Corner[] => [
  [west, south],
  [west, south + 0.01],
  [west + 0.01, south + 0.01],
  [west + 0.01, south],
  [west, south],
];
const two = [
  { code: "371122001001001", name: "东关社区第1网格", ring: square(118.83, 35.58) },
  { code: "371122001001002", name: "东关社区第2网格", ring: square(118.84, 35.58) },
];
const CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const files = [
  {
    name: "网格.geojson",
    buffer: Buffer.from(
      JSON.stringify({
        type: "FeatureCollection",
        features: two.map(({ ring, ...properties }) => ({
          type: "Feature",
          properties,
          geometry: { type: "Polygon", coordinates: [ring] },
        })),
      }),
    ),
  },
  {
    name: "网格.topojson",
    buffer: Buffer.from(
      JSON.stringify({
        type: "Topology",
        arcs: two.map(({ ring }) => ring),
        objects: {
          cells: {
            type: "GeometryCollection",
            geometries: two.map(({ code, name }, at) => ({
              type: "Polygon",
              arcs: [[at]],
              properties: { code, name },
            })),
          },
        },
      }),
    ),
  },
  {
    name: "网格.zip",
    buffer: Buffer.from(
      zippedShapefile(
        two.map(({ ring, code, name }) => ({ ring, fields: { code, name } })),
        CGCS2000,
      ),
    ),
  },
];

describe("a file of cells on the page", () => {
  it.each(files)("becomes a draft of the same two cells: $name", async ({ name, buffer }) => {
    const page = await openGrid();
    const form = page.locator("details", { has: page.getByLabel("文件", { exact: true }) }).first();
    if (!(await form.evaluate((details: HTMLDetailsElement) => details.open)))
      await form.locator("summary").first().click();
    await page
      .getByLabel("文件", { exact: true })
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("combobox", { name: /^坐标系/ }).selectOption("cgcs2000");
    await page.getByRole("button", { name: "上传并检查" }).click();
    await page.getByText(`来自 ${name}`).waitFor();
    await picture(page, `grid-import-${name.split(".").at(-1)}`, false);
    const draft = await draftOf(page);
    expect(draft.cells.map(({ code }) => code).toSorted()).toEqual(two.map(({ code }) => code));
    const longitudes = draft.cells.flatMap(cornersOf).map((corner) => Number(corner.split(",")[0]));
    expect(Math.min(...longitudes)).toBeCloseTo(118.83, 6);
    expect(draft.faults.filter(({ grave }) => grave)).toEqual([]);
    await page.getByRole("button", { name: "放弃草稿" }).click();
    await page.getByText("草稿已放弃").first().waitFor();
  });
});

describe("a corner of a cell", () => {
  it("is dragged with the mouse in every cell that has it, and goes back by undo", async () => {
    const page = await openGrid();
    await page.getByRole("button", { name: "改划现行网格" }).click();
    await page.getByText("检查没有发现问题，可以发布。").waitFor();
    const before = await draftOf(page);
    await page.getByRole("button", { name: "在图上改" }).click();
    const pen = page.getByRole("region", { name: "改划" });
    await pen.getByRole("searchbox").fill("371122001001001");
    await pen.getByRole("button", { name: "东关社区第1网格", exact: true }).click();
    await pen.getByText(/已选：/).waitFor();
    await page.keyboard.press("2");
    await page.keyboard.press("n");
    const from = await heldCorner(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 9, { steps: 4 });
    await page.mouse.move(from.x + 24, from.y + 18, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => goneCorners(before, await draftOf(page)).length, SAVED).toBeGreaterThan(0);
    await picture(page, "grid-corner-dragged", false);
    await pen.getByText("已选：东关社区第1网格").waitFor();
    const after = await draftOf(page);
    const [corner = "", ...others] = new Set(goneCorners(before, after).map(({ was }) => was));
    expect(others).toEqual([]);
    const holders = before.cells.filter((cell) => cornersOf(cell).includes(corner)).map(({ code }) => code);
    expect(goneCorners(before, after).map(({ code }) => code)).toEqual(holders);
    // It went to one place in all of them
    const came = holders.map((code) => cornersCome(before, after, code));
    expect(came[0]?.filter((place) => came.every((places) => places.includes(place)))).toHaveLength(1);
    await pen.getByRole("button", { name: "撤销" }).click();
    await expect.poll(async () => goneCorners(before, await draftOf(page)), SAVED).toEqual([]);
  });
});

const cornersOf = ({ rings }: Draft["cells"][number]) => rings.flat(2).map((corner) => corner.join());

/** Corners that a cell had and has no more; corners that the pen adds where neighbours meet do not count. */
function goneCorners(before: Draft, after: Draft) {
  const later = new Map(after.cells.map((cell) => [cell.code, new Set(cornersOf(cell))]));
  return before.cells.flatMap((cell) =>
    [...new Set(cornersOf(cell))]
      .filter((was) => later.get(cell.code)?.has(was) !== true)
      .map((was) => ({ code: cell.code, was })),
  );
}

function cornersCome(before: Draft, after: Draft, code: string): readonly string[] {
  const of = (draft: Draft) => draft.cells.filter((cell) => cell.code === code).flatMap(cornersOf);
  const had = new Set(of(before));
  return [...new Set(of(after))].filter((place) => !had.has(place));
}

/** Where the dot of the held corner stands on the screen: the only thing in the colour of the red lamp. */
async function heldCorner(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const look = () =>
    page.getByRole("region", { name: "网格图" }).evaluate((region) => {
      const pen = document.createElement("canvas").getContext("2d");
      if (!pen) return null;
      pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--lamp-red").trim();
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
      for (const canvas of region.querySelectorAll("canvas")) {
        const context = canvas.getContext("2d");
        if (!context || canvas.width === 0) continue;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let [x, y, count] = [0, 0, 0];
        for (let at = 0; at < data.length; at += 4) {
          if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) continue;
          x += (at / 4) % canvas.width;
          y += Math.floor(at / 4 / canvas.width);
          count += 1;
        }
        if (count < 60) continue;
        const box = canvas.getBoundingClientRect();
        const scale = box.width / canvas.width;
        return { x: box.left + (x / count) * scale, y: box.top + (y / count) * scale };
      }
      return null;
    });
  // The map flies to the cell that was looked for: the dot has to come to rest
  let last = await look();
  let rested = 0;
  await expect
    .poll(async () => {
      const now = await look();
      rested = now !== null && now.x === last?.x && now.y === last.y ? rested + 1 : 0;
      last = now;
      return rested;
    }, SAVED)
    .toBeGreaterThanOrEqual(RESTS);
  if (last === null) throw new Error("No corner is held");
  return last;
}
