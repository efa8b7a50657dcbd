import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../../server/domain/time.ts";
import { mapColumns } from "../../server/importing/columns.ts";
import { printRejected } from "../../server/importing/rejected.ts";
import { reportIdOf } from "../../server/importing/reportId.ts";
import { checkRow, type RowContext } from "../../server/importing/row.ts";
import { readTable } from "../../server/importing/table.ts";

const columns = ["内容", "地址", "经度", "纬度", "坐标", "坐标系", "姓名", "电话", "时间", "编号"];
const mapping = mapColumns(columns, new Map());
const context: RowContext = {
  columns: mapping.kind === "mapped" ? mapping.columns : {},
  channel: "hotline",
  source: "hotline",
  datum: "wgs84",
  accuracy: null,
  swap: false,
};

function check(values: Readonly<Record<string, string>>, changed: Partial<RowContext> = {}) {
  return checkRow({ line: 2, values }, { ...context, ...changed });
}

function reportOf(values: Readonly<Record<string, string>>, changed: Partial<RowContext> = {}) {
  const checked = check(values, changed);
  if (checked.kind === "faults") throw new Error(JSON.stringify(checked.faults));
  return checked.report;
}

describe("a good row", () => {
  it("becomes a report that keeps where it came from", () => {
    const values = {
      内容: "路灯不亮",
      地址: "振兴路",
      姓名: "王某",
      电话: "138",
      时间: "2026/1/3",
      编号: "A7",
    };
    expect(reportOf(values)).toMatchObject({
      text: "路灯不亮",
      address: "振兴路",
      point: null,
      channel: "hotline",
      reporter: { name: "王某", phone: "138" },
      origin: { source: "hotline", sourceNumber: "A7", claimedAt: parseInstant("2026-01-03 00:00") },
    });
  });

  it.each([
    ["118.83, 35.58", "", ""],
    ["", "118.83", "35.58"],
  ])("tells its place as “%s” or in two columns", (pair, lng, lat) => {
    expect(reportOf({ 内容: "x", 坐标: pair, 经度: lng, 纬度: lat, 坐标系: "GCJ-02" }).point).toEqual({
      lng: 118.83,
      lat: 35.58,
      datum: "gcj02",
      source: "import",
    });
  });

  it.each([
    ["GCJ-02", "gcj02"],
    ["火星坐标", "gcj02"],
    ["百度", "bd09"],
    ["国家2000", "cgcs2000"],
    ["EPSG:4326", "wgs84"],
  ])("may name its datum as files do: %s", (name, datum) => {
    expect(reportOf({ 内容: "x", 坐标: "118.83,35.58", 坐标系: name }).point).toMatchObject({ datum });
  });

  it("says how exact it is in its own column, or else as stated for the whole file", () => {
    const exact = mapColumns([...columns, "精度"], new Map());
    const withColumn = exact.kind === "mapped" ? exact.columns : {};
    const at = { 内容: "x", 坐标: "118.83,35.58" };
    expect(reportOf({ ...at, 精度: "25 米" }, { columns: withColumn, accuracy: 100 }).point?.accuracy).toBe(
      25,
    );
    expect(reportOf(at, { accuracy: 100 }).point?.accuracy).toBe(100);
    expect(reportOf(at).point).not.toHaveProperty("accuracy");
  });

  it("keeps the id it was imported under before its source was kept", () => {
    const at = { 内容: "路灯不亮", 坐标: "118.83,35.58" };
    const old = reportIdOf(
      { text: "路灯不亮", address: null, point: { lng: 118.83, lat: 35.58, datum: "wgs84" }, reporter: null },
      { source: "hotline", sourceNumber: null, claimedAt: null },
    );
    expect(reportOf(at).id).toBe(old);
  });

  it("has no place where the file says 0, 0", () => {
    expect(reportOf({ 内容: "x", 经度: "0", 纬度: "0.0" }).point).toBeNull();
  });

  it.each([
    ["2026-11-20 08:30:15", "2026-11-20 08:30:15"],
    ["2026年11月20日 8时30分", "2026-11-20 08:30"],
    ["2026.11.20", "2026-11-20"],
    ["20261120083000", "2026-11-20 08:30"],
  ])("may write its time as %s", (text, expected) => {
    expect(reportOf({ 内容: "x", 时间: text }).origin?.claimedAt).toBe(parseInstant(expected));
  });

  it("is freed of characters that cannot be stored", () => {
    expect(reportOf({ 内容: " 路灯\u0000不亮\r\n第二行 " }).text).toBe("路灯不亮\n第二行");
  });
});

describe("a bad row", () => {
  it.each([
    ["an empty text", { 内容: "  " }, { column: "内容", value: "", expected: "不为空" }],
    ["a longitude that is none", { 内容: "x", 经度: "东", 纬度: "35" }, { column: "经度", value: "东" }],
    ["half a place", { 内容: "x", 经度: "118.8" }, { column: "纬度", value: "" }],
    ["swapped coordinates", { 内容: "x", 经度: "35.58", 纬度: "118.83" }, { column: "经度", value: "35.58" }],
    ["an unknown datum", { 内容: "x", 坐标: "118.8,35.5", 坐标系: "xian80" }, { column: "坐标系" }],
    ["a day that does not exist", { 内容: "x", 时间: "2026-02-30" }, { column: "时间", value: "2026-02-30" }],
  ])("with %s says where, what and what was expected", (_, values, fault) => {
    expect(check(values)).toMatchObject({ kind: "faults", faults: [fault] });
  });

  it("says all that is wrong at once", () => {
    expect(check({ 内容: "", 时间: "昨天" })).toMatchObject({
      faults: [{ column: "内容" }, { column: "时间" }],
    });
  });
});

describe("the id of an imported report", () => {
  it("is the same whatever changed in the text, as long as the number is the same", () => {
    expect(reportOf({ 内容: "a", 编号: "7" }).id).toBe(reportOf({ 内容: "b", 编号: "7" }).id);
  });

  it("differs between two sources that use the same number", () => {
    expect(reportOf({ 内容: "a", 编号: "7" }, { source: "甲" }).id).not.toBe(
      reportOf({ 内容: "a", 编号: "7" }, { source: "乙" }).id,
    );
  });

  it("comes from everything the row says when it has no number", () => {
    expect(reportOf({ 内容: "a", 电话: "1" }).id).toBe(reportOf({ 内容: "a", 电话: "1" }).id);
    expect(reportOf({ 内容: "a", 电话: "1" }).id).not.toBe(reportOf({ 内容: "a", 电话: "2" }).id);
  });
});

describe("the file of rejected rows", () => {
  it("can be mended and read again", () => {
    const table = readTable("内容,时间\n,2026-11-20\n路灯不亮,昨天\n", "csv");
    const rejected = table.rows.map((row) => {
      const checked = checkRow(row, context);
      return { row, faults: checked.kind === "faults" ? checked.faults : [] };
    });
    const again = readTable(printRejected(rejected, table, "csv").slice(1), "csv");
    expect(again.rows[1]?.values).toEqual({
      行号: "3",
      问题列: "时间",
      原值: "昨天",
      应为: "如 2026-11-20 08:30",
      内容: "路灯不亮",
      时间: "昨天",
    });
  });

  it("makes formulas harmless for spreadsheets", () => {
    const table = readTable('内容\n"=HYPERLINK(1)"\n', "csv");
    const [row] = table.rows;
    const printed = row ? printRejected([{ row, faults: [] }], table, "csv") : "";
    expect(printed).toContain("'=HYPERLINK(1)");
  });
});

it("any text whatever is either a report or a fault, never an exception", () => {
  assert(
    property(string({ unit: "binary" }), string(), (text, rest) => {
      expect(["report", "faults"]).toContain(check({ 内容: text, 经度: rest, 时间: rest }).kind);
    }),
  );
});
