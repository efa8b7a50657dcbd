import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../../fixtures/lexicon.ts";
import { loadReference } from "../../../fixtures/load.ts";
import { createUnitReader } from "../../../server/domain/learning/unitReader.ts";
import { createReader } from "../../../server/domain/reader.ts";

const { taxonomy, unitsByCode } = loadReference();
const lexicon = loadLexicon();
const readUnits = createUnitReader(lexicon, taxonomy, createReader(taxonomy));

describe("a county without history", () => {
  it.each([
    ["孩子随父落户需要带户口本吗", "GA"],
    ["驾驶证扣分怎么处理", "JJ"],
    ["养老保险断缴能补缴吗", "RS"],
    ["出租车司机拒载还绕路", "JT"],
    ["餐馆饭菜里有虫子，不卫生", "SCJG"],
    ["变压器坏了全村停电", "GD"],
  ])("sends “%s” to %s", (text, unit) => {
    expect(readUnits(text)[0]?.unit).toBe(unit);
  });

  it("names no unit for a text without words", () => {
    expect(readUnits("！！😡")).toEqual([]);
  });
});

describe("the lexicon", () => {
  it("names units that the county has", () => {
    expect(lexicon.flatMap(({ unit }) => unit ?? []).filter((unit) => !unitsByCode.has(unit))).toEqual([]);
  });
});
