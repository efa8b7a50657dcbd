import { describe, expect, it } from "vitest";
import { decodeText } from "../../server/importing/decode.ts";
import { formatOf, readTable } from "../../server/importing/table.ts";

/** 内容,时间 \n 路灯不亮,2026 in GB18030. */
const gb18030 = Uint8Array.from([
  0xc4, 0xda, 0xc8, 0xdd, 0x2c, 0xca, 0xb1, 0xbc, 0xe4, 0x0a, 0xc2, 0xb7, 0xb5, 0xc6, 0xb2, 0xbb, 0xc1, 0xc1,
  0x2c, 0x32, 0x30, 0x32, 0x36,
]);

describe("the bytes of a file", () => {
  it("are read as UTF-8 where they are UTF-8, without the byte order mark", () => {
    expect(decodeText(new TextEncoder().encode("\uFEFF内容"))).toEqual({
      kind: "text",
      text: "内容",
      encoding: "UTF-8",
    });
  });

  it("are read as GB18030 otherwise", () => {
    expect(decodeText(gb18030)).toMatchObject({
      text: "内容,时间\n路灯不亮,2026",
      encoding: "GB18030",
    });
  });

  it("are recognised as a spreadsheet", () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toEqual({
      kind: "notText",
      looksLike: "workbook",
    });
  });

  it("are refused when they are no text", () => {
    expect(decodeText(Uint8Array.from([1, 0, 2]))).toEqual({ kind: "notText", looksLike: "binary" });
  });
});

describe("a CSV file", () => {
  it("counts lines of the file, not rows, when a value runs over several lines", () => {
    const { rows } = readTable('内容,编号\n"路灯\n不亮",1\n\n井盖丢失,2\n', "csv");
    expect(rows.map(({ line, values }) => [line, values["编号"]])).toEqual([
      [2, "1"],
      [5, "2"],
    ]);
  });

  it("may be separated by tabs and end its lines the Windows way", () => {
    const { columns, rows } = readTable("内容\t编号\r\n路灯不亮\t7\r\n", "csv");
    expect(columns).toEqual(["内容", "编号"]);
    expect(rows[0]?.values).toEqual({ 内容: "路灯不亮", 编号: "7" });
  });

  it("marks a row with more values than columns as broken", () => {
    const { rows } = readTable("内容,编号\n路灯,不亮,1\n", "csv");
    expect(rows[0]?.broken).toEqual({ value: "3 列", expected: "2 列" });
  });

  it("leaves missing values empty", () => {
    expect(readTable("内容,编号\n路灯不亮\n", "csv").rows[0]?.values).toEqual({ 内容: "路灯不亮", 编号: "" });
  });

  it("of one column needs no separator", () => {
    expect(readTable("内容\n路灯不亮\n井盖丢失\n", "csv").rows).toHaveLength(2);
  });
});

describe("a JSONL file", () => {
  it("is known by its name or by its first character", () => {
    expect(formatOf("a.jsonl", "")).toBe("jsonl");
    expect(formatOf("export", '{"text":"x"}')).toBe("jsonl");
    expect(formatOf("export", "内容,编号")).toBe("csv");
  });

  it("has its inner objects flattened", () => {
    const { rows } = readTable('{"text":"x","point":{"lng":118.8,"lat":35.5},"tags":[1,2]}', "jsonl");
    expect(rows[0]?.values).toEqual({ text: "x", "point.lng": "118.8", "point.lat": "35.5", tags: "1,2" });
  });

  it("marks a line that is no object as broken and goes on", () => {
    const { rows } = readTable('{"text":\n\n[1]\n{"text":"x"}', "jsonl");
    expect(rows.map(({ line, broken }) => [line, broken?.value ?? null])).toEqual([
      [1, '{"text":'],
      [3, "[1]"],
      [4, null],
    ]);
  });
});
