/** 网格 with files that are wrong: each is told for itself, and where there is a correction, one press accepts it. */
import { Buffer } from "node:buffer";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const folder = mkdtempSync(join(tmpdir(), "huying-grid-wrong-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Corner = readonly [number, number];
type Drawn = { readonly code: string; readonly ring: readonly Corner[] };

/** Cells of the county as they are in force, side by side. */
const true40: readonly Drawn[] = loadCounty()
  .cells.slice(0, 40)
  .map(({ code, rings }) => {
    const ring = rings[0]?.[0] ?? [];
    return { code, ring: [...ring, ...ring.slice(0, 1)] };
  });
const [first] = true40;
const moved = (change: (corner: Corner) => Corner) =>
  true40.map(({ code, ring }) => ({ code, ring: ring.map(change) }));
const one = (ring: readonly Corner[], code = "371122001001001") => [{ code, ring }];
const box = (west: number, south: number, side = 0.01): Corner[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const fileOf = (cells: readonly Drawn[]) =>
  Buffer.from(
    JSON.stringify({
      type: "FeatureCollection",
      features: cells.map(({ code, ring }) => ({
        type: "Feature",
        properties: { code, name: code },
        geometry: { type: "Polygon", coordinates: [ring] },
      })),
    }),
  );
const gcj02 = ([lng, lat]: Corner): Corner => {
  const point = fromWgs84({ lng, lat }, "gcj02");
  return [point.lng, point.lat];
};

let page: Page;
beforeAll(async () => {
  page = await house.as("admin");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/grid");
  await page.getByText("第 1 版").waitFor();
});

async function send(file: string | { readonly name: string; readonly buffer: Buffer }): Promise<void> {
  const form = page.locator("details", { has: page.getByLabel("文件", { exact: true }) }).first();
  if (!(await form.evaluate((details: HTMLDetailsElement) => details.open)))
    await form.locator("summary").first().click();
  await page
    .getByLabel("文件", { exact: true })
    .setInputFiles(typeof file === "string" ? file : { ...file, mimeType: "application/octet-stream" });
  await page.getByRole("combobox", { name: /^坐标系/ }).selectOption("wgs84");
  await page.getByRole("button", { name: "上传并检查" }).click();
}

const finding = (words: RegExp) => page.getByRole("button", { name: words }).first();

interface Wrong {
  readonly name: string;
  readonly cells: readonly Drawn[];
  /** What the finding says. */
  readonly says: RegExp;
  /** The press that mends it. */
  readonly mend?: string;
}

const wrongs: readonly Wrong[] = [
  {
    name: "经纬度写反",
    cells: moved(([lng, lat]) => [lat, lng]),
    says: /经度和纬度写反了/,
    mend: "对调经纬度",
  },
  {
    name: "高德坐标",
    cells: moved(gcj02),
    says: /整体偏移约 \d+ 米，正是 GCJ-02/,
    mend: "坐标系改为 GCJ-02（高德、腾讯、微信）",
  },
  { name: "落在海上", cells: one(box(150, 30)), says: /不在中国境内，可能落在海上/ },
  { name: "外省", cells: one(box(104.06, 30.67)), says: /离本县中心约 1\d{3} 公里，在外省市或邻县/ },
  {
    name: "平面坐标",
    cells: one([
      [40_412_000, 3_938_000],
      [40_413_000, 3_938_000],
      [40_413_000, 3_939_000],
      [40_412_000, 3_938_000],
    ]),
    says: /以米计的平面坐标/,
  },
  {
    name: "没有闭合",
    cells: one(box(118.83, 35.58).slice(0, 4)),
    says: /边界没有闭合/,
    mend: "补上闭合、去掉重复点",
  },
  {
    name: "自相交",
    cells: one([
      [118.83, 35.58],
      [118.84, 35.59],
      [118.84, 35.58],
      [118.83, 35.59],
      [118.83, 35.58],
    ]),
    says: /边界自相交/,
  },
  {
    name: "只有两个点",
    cells: one([
      [118.83, 35.58],
      [118.84, 35.59],
      [118.83, 35.58],
    ]),
    says: /边界只有 2 个不同的点，至少要 3 个/,
  },
  { name: "外县编码", cells: one(box(118.83, 35.58), "370102001001001"), says: /应以 371122 开头/ },
  { name: "编码缺位", cells: one(box(118.83, 35.58), "3711220010010"), says: /应为 15 位数字/ },
  {
    name: "相互重叠",
    cells: [
      { code: "371122001001001", ring: box(118.83, 35.58) },
      { code: "371122001001002", ring: box(118.835, 35.585) },
    ],
    says: /网格相互重叠/,
  },
  {
    name: "留有空隙",
    cells: Array.from({ length: 9 }, (_, place) => ({
      code: `37112200100100${place + 1}`,
      ring: box(118.8 + (place % 3) / 100, 35.5 + Math.floor(place / 3) / 100),
    })).toSpliced(4, 1),
    says: /网格之间有空隙/,
  },
  { name: "没有内容", cells: [], says: /不是网格文件：应为含有多边形的/ },
  {
    name: "同一网格千次",
    cells: Array.from({ length: 999 }, (_, place) => ({
      code: `371122001${String(place + 1).padStart(6, "0")}`,
      ring: first?.ring ?? [],
    })),
    says: /等 999 个网格.*网格相互重叠/,
  },
];

describe("a file of cells that is wrong", () => {
  it.each(wrongs)(
    "says so in words of its own and is not published: $name",
    async ({ name, cells, says, mend }) => {
      await send({ name: `${name}.geojson`, buffer: fileOf(cells) });
      await page.getByText(`来自 ${name}.geojson`).waitFor();
      await finding(says).waitFor();
      // In sight without scrolling, although the form was at the end of the page
      await expect
        .poll(async () => {
          const { y = -1, height = 0 } = (await finding(says).boundingBox()) ?? {};
          return y >= 48 && y + height <= 768;
        })
        .toBe(true);
      // Read to its end, not cut off at the rim of the column
      expect(await finding(says).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
        0,
      );
      await picture(page, `grid-wrong-${name}`, false);
      expect(await page.getByRole("button", { name: "发布", exact: true }).isDisabled()).toBe(true);
      if (mend === undefined) return;
      await page.getByRole("button", { name: mend }).click();
      await finding(says).waitFor({ state: "detached" });
    },
  );

  it.each([
    ["压缩.rar", "Rar!\u001a\u0007", /不能打开 rar 和 7z，请改用 zip 压缩/],
    ["空.geojson", "", /文件是空的/],
    ["半截.geojson", '{"type":"Feat', /没有传完/],
  ] as const)("is not taken when nothing can be read from it: %s", async (name, text, says) => {
    await send({ name, buffer: Buffer.from(text) });
    await page.getByText(says).first().waitFor();
  });

  it("of 200 MB is not sent at all, and the page says what to do instead", async () => {
    const file = join(folder, "全市.geojson");
    writeFileSync(file, "");
    truncateSync(file, 200 * 1024 * 1024);
    await send(file);
    await page.getByText(/文件有 200 MB，网页最多收 100 MB，没有上传/).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
