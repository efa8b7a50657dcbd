import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { isTileAddress, tileOrigins } from "../../server/tiles.ts";
import { openHouse } from "../support/app.ts";

const AMAP = "https://webrd0{s}.example.com/appmaptile?x={x}&y={y}&z={z}";

describe("a source of tiles", () => {
  it.each([
    [AMAP, true],
    ["/tiles/{z}/{x}/{y}.png", true],
    ["https://example.com/{z}/{x}.png", false],
    ["javascript:{z}{x}{y}", false],
    ["tiles/{z}/{x}/{y}", false],
  ])("%s is one: %s", (address, expected) => {
    expect(isTileAddress(address)).toBe(expected);
  });

  it("opens its own hosts to pictures and no other", () => {
    const origins = tileOrigins({
      tiles: { url: "https://t{s}.example.com/{z}/{x}/{y}", datum: "cgcs2000" },
    });
    expect(origins).toHaveLength(8);
    expect(origins[3]).toBe("https://t3.example.com");
    expect(tileOrigins({ tiles: { url: "/tiles/{z}/{x}/{y}", datum: "wgs84" } })).toEqual([]);
    expect(tileOrigins({ tiles: null })).toEqual([]);
  });

  it("is told with its datum, its owner and its 审图号, and stands in the policy of every page", async () => {
    const map = {
      tiles: { url: AMAP, datum: "gcj02" },
      attribution: "甲公司",
      approval: "GS(2026)1号",
    } as const;
    const house = await openHouse({ map });
    const answer = await house.nobody.get("/api/basemap");
    expect(((await answer.json()) as { source: unknown }).source).toEqual(map);
    expect(answer.headers.get("Content-Security-Policy")).toContain("https://webrd03.example.com");
    const bare = await (await openHouse()).nobody.get("/api/basemap");
    expect(bare.headers.get("Content-Security-Policy")).not.toContain("example.com");
  });

  it("is refused at the start when it is none, or its datum is unknown", () => {
    const mistaken = readConfig({ MAP_TILES: "https://example.com/a.png", MAP_DATUM: "gcj03" });
    expect(mistaken).toMatchObject({ kind: "mistakes" });
    expect("sentences" in mistaken && mistaken.sentences).toHaveLength(2);
  });
});
