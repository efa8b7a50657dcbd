import { describe, expect, it } from "vitest";
import { mapColumns, parseMap } from "../../server/importing/columns.ts";

const nothing = new Map<string, string>();

describe("the columns of a file", () => {
  it("are known by the names that hotline systems use", () => {
    expect(
      mapColumns(["工单编号", "诉求人", "联系电话", "来电时间", "诉求内容", "事发地址"], nothing),
    ).toMatchObject({
      columns: {
        number: "工单编号",
        name: "诉求人",
        phone: "联系电话",
        time: "来电时间",
        text: "诉求内容",
        address: "事发地址",
      },
      unused: [],
    });
  });

  it("are known in English, whatever the case, and those without a meaning are named", () => {
    expect(
      mapColumns(["id", "Text", "Reported_At", "Longitude", "Latitude", "label"], nothing),
    ).toMatchObject({
      columns: { number: "id", text: "Text", time: "Reported_At", lng: "Longitude", lat: "Latitude" },
      unused: ["label"],
    });
  });

  it("may carry remarks in brackets", () => {
    expect(mapColumns(["诉求内容（必填）"], nothing)).toMatchObject({
      columns: { text: "诉求内容（必填）" },
    });
  });

  it("may be told by hand, which goes before guessing", () => {
    expect(mapColumns(["内容", "备注"], new Map([["text", "备注"]]))).toMatchObject({
      columns: { text: "备注" },
      unused: ["内容"],
    });
  });

  it("may be left out by hand", () => {
    const mapping = mapColumns(["内容", "时间"], new Map([["time", ""]]));
    expect(mapping).toMatchObject({ columns: { text: "内容" }, unused: ["时间"] });
  });

  it("must hold the text", () => {
    expect(mapColumns(["甲", "乙"], nothing)).toMatchObject({
      kind: "fault",
      message: expect.stringContaining("甲、乙"),
    });
  });
});

describe("--map", () => {
  it("pairs fields with columns", () => {
    const pairs = new Map([
      ["text", "内容"],
      ["number", "工单编号"],
    ]);
    expect(parseMap("text=内容, number=工单编号")).toEqual(pairs);
  });

  it("says which part is no pair", () => {
    expect(parseMap("text=内容,编号")).toEqual({ bad: "编号" });
  });

  it("refuses a field that does not exist and names those that do", () => {
    expect(mapColumns(["内容"], new Map([["texts", "内容"]]))).toMatchObject({
      kind: "fault",
      message: expect.stringContaining("text（内容）"),
    });
  });

  it("refuses a column that the file has not", () => {
    expect(mapColumns(["内容"], new Map([["number", "工单号"]]))).toMatchObject({
      kind: "fault",
      message: expect.stringContaining("工单号"),
    });
  });
});
