import { describe, expect, it } from "vitest";
import { loadFieldRule } from "../../fixtures/field.ts";
import { metresBetween } from "../../geo/near.ts";
import { toWgs84 } from "../../geo/datum.ts";
import { waysTo } from "../../web/state/navigate.ts";

const { mapApps } = loadFieldRule();
const place = { lng: 118.832, lat: 35.582 };

describe("导航", () => {
  it.each(mapApps)("$code is told the place in its own datum", (app) => {
    const [way] = waysTo(place, "路灯不亮", [app]);
    const found = [...(way?.address ?? "").matchAll(/\d+\.\d{6}/g)].map((match) => Number(match[0]));
    const [lng, lat] = [Math.max(...found), Math.min(...found)];
    expect(metresBetween(toWgs84({ lng, lat }, app.datum), place)).toBeLessThan(1);
    if (app.datum === "gcj02" || app.datum === "bd09")
      expect(metresBetween({ lng, lat }, place)).toBeGreaterThan(300);
  });

  it("gives away the name of the item and nothing else, safe inside an address", () => {
    for (const { address } of waysTo(place, "井盖 缺失&破损", mapApps)) {
      expect(address).toContain(encodeURIComponent("井盖 缺失&破损"));
      expect(address).not.toMatch(/[{}]/);
    }
  });
});

describe("fixtures/field.json", () => {
  it("lets nothing but place and name into an address", async () => {
    const { fieldSchema } = await import("../../fixtures/schema/field.ts");
    const v = await import("valibot");
    const rule = loadFieldRule();
    const bent = {
      ...rule,
      mapApps: [{ ...rule.mapApps[0], address: "https://x.cn/{lng},{lat}?who={phone}" }],
    };
    expect(v.safeParse(fieldSchema, bent).issues?.[0]?.message).toContain("只含 {lng}");
    expect(v.safeParse(fieldSchema, rule).success).toBe(true);
  });
});
