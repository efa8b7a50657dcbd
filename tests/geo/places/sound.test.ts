import { describe, expect, it } from "vitest";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import { soundsOf } from "../../../geo/places/sound.ts";

describe("characters that people exchange", () => {
  it.each([
    ["闫", "阎"],
    ["峤", "桥"],
    ["章", "脏"],
    ["林", "凌"],
    ["刘", "牛"],
    ["石", "四"],
  ])("%s sounds like %s", (a, b) => {
    expect(soundsOf([a])).toEqual(soundsOf([b]));
  });

  it.each([
    ["东", "西"],
    ["王", "黄"],
    ["赵", "郑"],
  ])("%s does not sound like %s", (a, b) => {
    expect(soundsOf([a])).not.toEqual(soundsOf([b]));
  });

  it("knows the sound of every character in the county's names", () => {
    const characters = [...new Set(loadCounty().places.flatMap(({ name }) => Array.from(name)))];
    expect(characters.filter((character) => (soundsOf([character])[0] ?? 0) >= 1000)).toEqual([]);
  });
});
