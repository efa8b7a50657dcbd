import { describe, expect, it } from "vitest";
import { byInitials, fitOf, fits, initialsOf } from "../../../geo/places/initials.ts";

const fit = (name: string, wanted: string) => fitOf(initialsOf(name), wanted);

describe("a name looked for by the first letters of its sounds", () => {
  it.each([
    ["县水利局", "slj", fits.within],
    ["县水利局", "xslj", fits.beginning],
    ["县水利（水务）局", "slj", fits.within],
    ["县水利（水务）局", "slswj", fits.within],
    ["城阳街道", "CYJD", fits.beginning],
    ["何亭子村第1网格", "htzcd1", fits.beginning],
    ["12345热线", "123", fits.beginning],
  ])("%s is meant by %s", (name, wanted, how) => {
    expect(fit(name, wanted)).toBe(how);
  });

  it.each([
    ["县水利局", "slg"],
    ["县水利局", "sj"],
    ["县水利局", "xsljx"],
    ["县水利局", ""],
    ["县水利局", " "],
    ["（）", "a"],
  ])("%s is not meant by “%s”", (name, wanted) => {
    expect(fit(name, wanted)).toBeNull();
  });

  it("is heard in both readings of a character that has two", () => {
    for (const wanted of ["clq", "zlq"]) expect(fit("长乐桥", wanted)).toBe(fits.beginning);
    for (const wanted of ["czh", "cch"]) expect(fit("陈重行", wanted)).toBe(fits.beginning);
  });

  it("is found by a piece of itself, too", () => {
    expect(fit("县水利局", "水利")).toBe(fits.within);
    expect(fit("县水利局", "县水")).toBe(fits.beginning);
  });
});

describe("several names", () => {
  it("stand with those first that begin so, otherwise in their own order", () => {
    const names = ["县水利局", "水库管理处", "水利局", "教育局"];
    expect(byInitials(names, initialsOf, "sl")).toEqual(["水利局", "县水利局"]);
    expect(byInitials(names, initialsOf, "s")).toEqual(["水库管理处", "水利局", "县水利局"]);
  });
});
