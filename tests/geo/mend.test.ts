import { describe, expect, it } from "vitest";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer } from "../../geo/locate.ts";
import { createMender } from "../../geo/mend.ts";
import { metresBetween } from "../../geo/near.ts";
import { pastedPoint } from "../../geo/pasted.ts";

const county = loadCounty();
const locate = createPlacer(buildGrid(county.cells, "demo"));
const middle = { lng: 118.83, lat: 35.69 };
const mend = createMender(locate, middle);
const seat = county.townships[0]?.seat ?? middle;

/** A little inside the eastern border: shifted as map services do, it falls outside. */
const eastern = county.places
  .filter(({ kind }) => kind === "village")
  .map(({ point }) => point)
  .find((point) => locate(fromWgs84(point, "gcj02")).kind === "outside");

describe("a point that lies in no cell", () => {
  it("is let alone when it lies in one", () => {
    expect(mend(seat)).toBeNull();
  });

  it("is put right where latitude stands before longitude, and stays what its device measured", () => {
    const mended = mend({ lng: seat.lat, lat: seat.lng, accuracy: 8, datum: "cgcs2000", source: "import" });
    const stated = { ...seat, accuracy: 8, datum: "cgcs2000", source: "import" };
    expect(mended).toMatchObject({ fault: "swapped", better: { point: seat, stated } });
  });

  it("is put right where a map service's point was given as a GPS one", () => {
    if (!eastern) throw new Error("No village lies near enough to the border");
    const shifted = fromWgs84(eastern, "gcj02");
    const mended = mend({ ...shifted, accuracy: 8, datum: "wgs84", source: "satellite" });
    expect(mended?.fault).toBe("gcj02");
    expect(mended?.better?.stated).toEqual({ ...shifted, accuracy: 8, datum: "gcj02", source: "satellite" });
    expect(metresBetween(mended?.better?.point ?? middle, eastern)).toBeLessThan(0.01);
  });

  it.each([
    ["zero", { lng: 0, lat: 0 }],
    ["abroad", { lng: 139.7, lat: 35.7 }],
    ["far", { lng: 120.15, lat: 30.28 }],
    ["beside", { lng: 118.4, lat: 35.6 }],
  ])("is told as %s where nothing puts it right", (fault, point) => {
    expect(mend(point)).toMatchObject({ fault, better: null });
  });
});

describe("degrees pasted into a line", () => {
  it.each([
    ["118.832,35.582", { lng: 118.832, lat: 35.582 }],
    ["位置 118.832001 35.582 附近", { lng: 118.832001, lat: 35.582 }],
    ["35.582，118.832", { lng: 35.582, lat: 118.832 }],
    ["１１８.８３２，３５.５８２", { lng: 118.832, lat: 35.582 }],
    ["118.83,35.58", { lng: 118.83, lat: 35.58 }],
  ])("%s are read as they stand", (text, point) => {
    expect(pastedPoint(text)).toEqual(point);
  });

  it.each(["振兴路118号", "东50.5米", "1.234.567,35.582", "999.123,35.582", "电话 0633-6222222"])(
    "%s are none",
    (text) => {
      expect(pastedPoint(text)).toBeNull();
    },
  );
});
