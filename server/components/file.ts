/** A file of components as somebody has it → rows: GeoJSON points, CSV, JSONL or an Excel workbook. */
import type { ComponentColumn, ComponentRow } from "../domain/component/checkRows.ts";
import { plainName } from "../importing/columns.ts";
import { decodeText } from "../importing/decode.ts";
import { tableOf } from "../importing/openTable.ts";

export type ReadComponents =
  | { readonly kind: "rows"; readonly rows: readonly ComponentRow[]; readonly unused: readonly string[] }
  | { readonly kind: "fault"; readonly message: string };

export async function readComponentFile(name: string, bytes: Buffer): Promise<ReadComponents> {
  const features = featuresIn(bytes);
  const table = features === null ? await tableOf(name, bytes) : null;
  if (table?.kind === "fault") return table;
  const entries = features ?? table?.table.rows ?? [];
  const columns = [...new Set(entries.flatMap(({ values }) => Object.keys(values)))];
  const columnBy = columnsOf(columns);
  if (columnBy.code === undefined) return missing("标识码（code）", columns);
  if (columnBy.lng === undefined || columnBy.lat === undefined)
    return missing("经度、纬度（lng、lat）", columns);
  const used = new Set(Object.values(columnBy));
  return {
    kind: "rows",
    rows: entries.map(({ line, values }) => rowOf(line, values, columnBy)),
    unused: columns.filter((column) => !used.has(column)),
  };
}

interface Entry {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

type ColumnBy = Readonly<Partial<Record<ComponentColumn, string>>>;

const knownNames: Readonly<Record<ComponentColumn, string>> = {
  code: "code objcode bgcode 标识码 部件标识码 部件编码 部件代码 编码 代码 编号",
  className: "class classname classcode type 小类 小类名称 部件类型 部件小类 类型",
  name: "name objname 名称 部件名称 位置 位置描述",
  owner: "owner deptname2 权属单位 产权单位 权属 主管部门",
  unit: "unit duty maintainer 养护单位 责任单位 维护单位 管护单位",
  state: "state status objstate 状态 使用状态",
  lng: "lng lon long longitude x 经度 x坐标",
  lat: "lat latitude y 纬度 y坐标",
};

function columnsOf(columns: readonly string[]): ColumnBy {
  const plain = columns.map(plainName);
  const found = Object.entries(knownNames).flatMap(([field, names]) => {
    const at = names.split(" ").flatMap((name) => (plain.includes(name) ? [plain.indexOf(name)] : []))[0];
    return at === undefined ? [] : [[field, columns[at] ?? ""] as const];
  });
  return Object.fromEntries(found);
}

function rowOf(line: number, values: Entry["values"], columnBy: ColumnBy): ComponentRow {
  const text = (field: ComponentColumn) => (values[columnBy[field] ?? ""] ?? "").trim();
  return {
    line,
    code: text("code"),
    className: text("className"),
    name: text("name"),
    owner: text("owner"),
    unit: text("unit"),
    state: text("state"),
    lng: text("lng"),
    lat: text("lat"),
  };
}

function missing(what: string, columns: readonly string[]): ReadComponents {
  const why =
    columns.length === 0
      ? "这个文件没有一行数据"
      : `这里找不到${what}是哪一列，文件的列：${columns.join("、")}`;
  return { kind: "fault", message: `第一行是列名、以下每行一个部件的表；${why}` };
}

/** Features of a GeoJSON collection of points; null for any other file. */
function featuresIn(bytes: Buffer): readonly Entry[] | null {
  const decoded = decodeText(bytes);
  if (decoded.kind !== "text" || !/^\s*\{[\s\S]{0,200}"FeatureCollection"/u.test(decoded.text)) return null;
  const json = parsed(decoded.text);
  const features = isObject(json) && Array.isArray(json["features"]) ? json["features"] : null;
  return features?.map((feature: unknown, at) => ({ line: at + 1, values: valuesOf(feature) })) ?? null;
}

function valuesOf(feature: unknown): Entry["values"] {
  if (!isObject(feature)) return {};
  const { properties, geometry } = feature;
  const told = isObject(properties) ? Object.entries(properties) : [];
  const at = isObject(geometry) && geometry["type"] === "Point" ? geometry["coordinates"] : null;
  const [lng, lat] = Array.isArray(at) ? (at as unknown[]) : [];
  return {
    ...Object.fromEntries(told.map(([name, value]) => [name, plainText(value)])),
    lng: plainText(lng),
    lat: plainText(lat),
  };
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
