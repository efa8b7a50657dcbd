import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReader } from "../../server/domain/reader.ts";
import { simplified } from "../../server/domain/reading/script.ts";
import { proposeSplit } from "../../server/domain/reading/split.ts";
import { reference } from "../support/county.ts";

const { taxonomy } = reference;
const reader = createReader(taxonomy);
const first = (text: string) => reader.classify(text).candidates[0];

describe("words written by their sound", () => {
  it.each([
    ["村东头的景盖不见了", "020104"],
    ["门口拉圾没人收", "010101"],
    ["小区从昨晚亭水到现在", "020301"],
    ["小区电锑困人了", "040203"],
    ["老板托欠工资", "070201"],
  ])("%s → %s", (text, code) => {
    expect(first(text)?.code).toBe(code);
  });

  it("are shown as they were written", () => {
    const { words } = first("小区电锑困人了") ?? { words: [] };
    expect(words.map(({ word }) => word)).toEqual(["电锑困人"]);
  });

  it("are left alone where the text was understood", () => {
    expect(reader.classify("路灯不亮三天了")).toMatchObject({ sure: true });
  });
});

describe("traditional script", () => {
  it.each([
    ["路燈壞了三天沒人修", "020101"],
    ["電梯停在半層，裡面困了兩個人", "040203"],
    ["樓下廣場舞音響太大，老人沒法休息", "030302"],
  ])("%s → %s", (text, code) => {
    expect(first(text)?.code).toBe(code);
  });

  it("is read as the same words in simplified script, and shown as it was written", () => {
    const words = first("路燈壞了三天沒人修")?.words.map(({ word }) => word);
    expect(words?.join()).toContain("路燈");
  });

  it("keeps every place of a text where it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(simplified(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe("several matters in one text", () => {
  it("are told apart where a new sentence or 另外 begins the next", () => {
    const text = "振兴路路灯三天没亮了。另外桶里的垃圾冒尖，收运车两天没来";
    expect(proposeSplit(text, reader)).toMatchObject([
      { text: "振兴路路灯三天没亮了", code: "020101" },
      { text: "另外桶里的垃圾冒尖，收运车两天没来", code: "010101" },
    ]);
  });

  it.each([
    ["one matter", "振兴路路灯三天没亮了"],
    ["its consequence", "楼下广场舞音响太大，严重影响老人休息"],
    ["its cause", "工地施工把水管挖破，水管爆裂喷水"],
    ["the same matter twice", "振兴路路灯不亮。另外文化路路灯也不亮"],
    ["a request", "桶里的垃圾冒尖。希望城管部门尽快清理路边垃圾"],
    ["praise", "感谢你们修好路灯。另外环卫工人很辛苦，表扬"],
    ["nothing", "！！！😡"],
    ["a book", "路灯不亮。垃圾成堆。".repeat(1000)],
  ])("stay one for %s", (_, text) => {
    expect(proposeSplit(text, reader)).toEqual([]);
  });
});
