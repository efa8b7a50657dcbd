/** Tiles of a service under our own painting: a mark in them must lie where we paint the same place. */
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { worldOf } from "../../web/map/frame.ts";
import { openBrowser } from "./support/browser.ts";

/** 莒县, as a GPS tells it; a service of shifted maps has it where GCJ-02 says. */
const PLACE = { lng: 118.832, lat: 35.582 };
const SIZE = 256;
const VIEW = { width: 800, height: 600 };

let browser: Browser;
let script = "";
beforeAll(async () => {
  [browser, script] = await Promise.all([openBrowser(), scriptOfPage()]);
});
afterAll(async () => await browser.close());

describe("tiles in GCJ-02", () => {
  it.each([15, 16.25, 18])("have a known place where we paint it, to a pixel, at zoom %d", async (zoom) => {
    const page = await openPage("gcj02");
    await page.evaluate(([place, zoom]) => window.map.look(place, zoom), [PLACE, zoom] as const);
    await expectAgreement(page);
    await dragged(page, 137, -61);
    await expectAgreement(page);
    await page.close();
  });

  it("would lie hundreds of metres off if they were taken for WGS-84", async () => {
    const page = await openPage("wgs84");
    await page.evaluate((place) => window.map.look(place, 15), PLACE);
    await expect.poll(async () => await distance(page)).toBeGreaterThan(50);
    await page.close();
  });
});

async function expectAgreement(page: Page): Promise<void> {
  await expect.poll(async () => await distance(page), { timeout: 15_000 }).toBeLessThanOrEqual(1);
}

/** Pixels between the mark in the tiles, as it is seen, and the place, as we paint it; endless while there is none. */
async function distance(page: Page): Promise<number> {
  const ours = await page.evaluate((place) => window.map.whereIs(place), PLACE);
  const theirs = await crossing(await page.screenshot());
  if (ours === null || theirs === null) return Infinity;
  return Math.max(Math.abs(theirs[0] - ours[0]), Math.abs(theirs[1] - ours[1]));
}

async function dragged(page: Page, x: number, y: number): Promise<void> {
  const [left, top] = [VIEW.width / 2, VIEW.height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left + x, top + y, { steps: 8 });
  // Held still, so that the map does not glide on
  await page.mouse.move(left + x, top + y);
  await page.mouse.up();
}

async function openPage(datum: "gcj02" | "wgs84"): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEW });
  await page.route("http://tiles.test/**", async (route) => {
    const [z = 0, x = 0, y = 0] = new URL(route.request().url()).pathname.slice(1).split("/").map(Number);
    await route.fulfill({ contentType: "image/png", body: await tileAt(z, x, y) });
  });
  await page.setContent("<!doctype html><title>tiles</title>");
  await page.addScriptTag({ content: script });
  const tiles = { url: "http://tiles.test/{z}/{x}/{y}", datum };
  await page.evaluate((tiles) => void (window.map = window.openTiles(tiles)), tiles);
  return page;
}

/** White, with a red line down and one across where the service has the place. */
async function tileAt(z: number, x: number, y: number): Promise<Buffer> {
  const [worldX, worldY] = worldOf(fromWgs84(PLACE, "gcj02"));
  const [column, row] = [Math.floor(worldX * 2 ** z) - SIZE * x, Math.floor(worldY * 2 ** z) - SIZE * y];
  const pixels = Buffer.alloc(SIZE * SIZE * 3, 255);
  for (let at = 0; at < SIZE * SIZE; at += 1) {
    if (at % SIZE !== column && Math.floor(at / SIZE) !== row) continue;
    pixels[3 * at + 1] = 0;
    pixels[3 * at + 2] = 0;
  }
  return await sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 3 } })
    .png()
    .toBuffer();
}

/** The middle of the red lines on a screenshot; null when there are none. */
async function crossing(png: Buffer): Promise<readonly [x: number, y: number] | null> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [across, down] = [new Float64Array(info.width), new Float64Array(info.height)];
  for (let at = 0; at < info.width * info.height; at += 1) {
    const [red = 0, green = 0] = [data[3 * at], data[3 * at + 1]];
    const share = red > 200 ? (255 - green) / 255 : 0;
    across[at % info.width] = (across[at % info.width] ?? 0) + share;
    down[Math.floor(at / info.width)] = (down[Math.floor(at / info.width)] ?? 0) + share;
  }
  const [x, y] = [lineIn(across, info.height), lineIn(down, info.width)];
  return x === null || y === null ? null : [x, y];
}

/** Where most of a line's length is red; a scaled line is spread over two or three pixels. */
function lineIn(shares: Float64Array, length: number): number | null {
  const place = shares.indexOf(Math.max(...shares));
  let [weight, sum] = [0, 0];
  for (let at = place - 2; at <= place + 2; at += 1) {
    // What the other line adds to every pixel
    const share = (shares[at] ?? 0) - 3;
    if (share <= 0) continue;
    weight += share;
    sum += share * (at + 0.5);
  }
  return weight > length / 2 ? sum / weight : null;
}

async function scriptOfPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      cssCodeSplit: false,
      lib: { entry: "tests/e2e/support/tilesPage.ts", name: "tiles", formats: ["iife"] },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const { output } = first as Rolldown.RolldownOutput;
  const code = output.flatMap((file) => (file.type === "chunk" ? [file.code] : [])).join("\n");
  const css = output.flatMap((file) => (file.type === "asset" ? [String(file.source)] : [])).join("\n");
  return `document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(css)} }));\n${code}`;
}
