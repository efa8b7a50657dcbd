import { describe, expect, it } from "vitest";
import { createPlaceFinder } from "../../../geo/places/finder.ts";
import { createTeachable, withLearned } from "../../../geo/places/learned.ts";
import { county, find, gazetteer } from "./spoken.ts";
import { createPlacer } from "../../../geo/locate.ts";
import { buildGrid } from "../../../geo/grid.ts";

const teachable = createTeachable(gazetteer);

describe("the name that a confirmed place teaches", () => {
  it.each([
    ["招贤老集", "招贤老集"],
    ["莒县招贤镇赶牛大集东头", "赶牛大集"],
    ["招贤镇 老供销社 门口", "老供销社"],
    ["城阳街道岳家村后山水塔旁边", "后山水塔"],
    ["阎庄镇洼里沟塘坝北侧约50米处", "洼里沟塘坝"],
    ["山东省日照市莒县老火车站对面", "老火车站"],
  ])("of %s is %s", (text, name) => {
    expect(teachable(text)).toBe(name);
  });

  it.each([
    "招贤镇",
    "城阳街道岳家村",
    "岳家村村委会对面",
    "振兴路与莒州路交叉口东50米",
    "振兴路",
    "东头",
    "",
    "招贤镇，河边",
  ])("is none where everything is known or nothing is named: %s", (text) => {
    expect(teachable(text)).toBeNull();
  });
});

describe("a name once taught", () => {
  const at = county.townships[3]?.seat ?? { lng: 0, lat: 0 };
  const placer = createPlacer(buildGrid(county.cells, "demo"));
  const placement = placer(at);
  const cellCode = placement.kind === "inside" ? placement.cell : "";
  const taught = withLearned(gazetteer, [{ name: "赶牛大集", point: at, cellCode, learnedOn: "2026-03-10" }]);
  const findTaught = createPlaceFinder(taught, placer);

  it("is found where nothing was before, with its day, and settles its cell", () => {
    expect(find("赶牛大集东头")).toEqual([]);
    expect(findTaught("赶牛大集东头")[0]).toMatchObject({
      precision: "point",
      heard: "spelled",
      code: cellCode,
      settled: cellCode,
      learnedOn: "2026-03-10",
    });
  });

  it("settles nothing when it was only sounded", () => {
    expect(findTaught("赶牛大级东头")[0]?.settled ?? "").toBe("");
  });

  it("leaves all that was known before as it was", () => {
    for (const { name } of gazetteer.places.slice(0, 300)) expect(findTaught(name)).toEqual(find(name));
  });
});
