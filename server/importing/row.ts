/** A row of a file, checked for form, as a report. Everything wrong with a row is said at once. */
import type { Channel, Reporter } from "../domain/case.ts";
import type { Report } from "../domain/report.ts";
import { type Instant, parseInstant } from "../domain/time.ts";
import type { Datum, ReportedPoint } from "../../geo/point.ts";
import type { ColumnByField, ImportField } from "./columns.ts";
import { reportIdOf } from "./reportId.ts";
import type { TableRow } from "./table.ts";

export interface RowFault {
  /** Column of the file, or the field it stands for. */
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

export type CheckedRow =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "faults"; readonly faults: readonly RowFault[] };

export interface RowContext {
  readonly columns: ColumnByField;
  readonly channel: Channel;
  /** The system the file comes from: numbers are unique within it. */
  readonly source: string;
  /** For coordinates without a datum of their own. */
  readonly datum: Datum;
  /** In metres, for coordinates without an accuracy of their own; null where nobody stated one. */
  readonly accuracy: number | null;
  /** Exchanges longitude and latitude where they stand the wrong way round; otherwise such a row is a fault. */
  readonly swap: boolean;
}

const MOST_TEXT = 5000;
const MOST_ADDRESS = 300;
const DATUMS = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const satisfies readonly Datum[];

export function checkRow(row: TableRow, context: RowContext): CheckedRow {
  if (row.broken) return { kind: "faults", faults: [{ column: "", ...row.broken }] };
  const faults: RowFault[] = [];
  const value = (field: ImportField) => storable(row.values[context.columns[field] ?? ""] ?? "");
  const fault = (field: ImportField, expected: string) => {
    faults.push({ column: context.columns[field] ?? field, value: value(field).slice(0, 80), expected });
    return null;
  };
  const text = textOf(value, fault);
  const address = addressOf(value, fault);
  const point = pointOf(value, fault, context);
  const claimedAt = timeOf(value, fault);
  if (faults.length > 0) return { kind: "faults", faults };
  const sourceNumber = value("number") || null;
  const reporter = reporterOf(value);
  const bare = { text, address, point, reporter, channel: context.channel, photos: [], itemCode: null };
  const origin = { source: context.source, sourceNumber, claimedAt };
  return { kind: "report", report: { ...bare, id: reportIdOf(bare, origin), confidential: false, origin } };
}

/** Control characters and halves of letters can be stored by no two databases alike, and nobody meant them. */
function storable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\p{Surrogate}/gu, "")
    .trim();
}

type Value = (field: ImportField) => string;
type Fault = (field: ImportField, expected: string) => null;

function textOf(value: Value, fault: Fault): string {
  const text = value("text");
  if (text === "") fault("text", "不为空");
  if (text.length > MOST_TEXT) fault("text", `不超过 ${MOST_TEXT} 字，实有 ${text.length} 字`);
  return text;
}

function addressOf(value: Value, fault: Fault): string | null {
  const address = value("address");
  if (address.length > MOST_ADDRESS) return fault("address", `不超过 ${MOST_ADDRESS} 字`);
  return address || null;
}

/** No coordinates are no fault: a person places the case. `0, 0` is how many systems write "none". */
function pointOf(
  value: Value,
  fault: Fault,
  otherwise: Pick<RowContext, "datum" | "accuracy" | "swap">,
): ReportedPoint | null {
  const pair = value("point")
    .split(/[,，;；\s]+/)
    .filter((part) => part !== "");
  const told = pair.length === 0 ? [value("lng"), value("lat")] : pair;
  const isTurned = isWithin(told[0] ?? "", 3, 54) && isWithin(told[1] ?? "", 73, 136);
  const [lng = "", lat = ""] = isTurned && otherwise.swap ? [told[1], told[0]] : told;
  if (lng === "" && lat === "") return null;
  if (Number(lng) === 0 && Number(lat) === 0) return null;
  const [lngField, latField] = pair.length === 0 ? (["lng", "lat"] as const) : (["point", "point"] as const);
  if (isTurned && !otherwise.swap)
    return fault(
      lngField,
      `经度在前、纬度在后：像是写反了，应为经度 ${lat}、纬度 ${lng}（加 --swap 可对调后导入）`,
    );
  if (!isWithin(lng, 73, 136)) return fault(lngField, "经度在 73 到 136 之间，经度在前、纬度在后");
  if (!isWithin(lat, 3, 54)) return fault(latField, "纬度在 3 到 54 之间，经度在前、纬度在后");
  const datum = datumCalled(value("datum") || otherwise.datum);
  if (datum === null) return fault("datum", DATUMS.join(" / "));
  const stated = value("accuracy").replace(/\s*(米|m)$/iu, "");
  if (stated !== "" && !isWithin(stated, 0, 100_000)) return fault("accuracy", "米数，0 到 100000");
  const accuracy = stated === "" ? otherwise.accuracy : Number(stated);
  return {
    lng: Number(lng),
    lat: Number(lat),
    datum,
    source: "import",
    ...(accuracy === null ? {} : { accuracy }),
  };
}

/** How files call them: `GCJ-02`, `火星坐标`, `百度`. */
const datumNames: Readonly<Record<Datum, readonly string[]>> = {
  wgs84: ["wgs84", "wgs", "gps", "epsg:4326", "4326"],
  cgcs2000: [
    "cgcs2000",
    "cgcs",
    "2000",
    "国家2000",
    "国家大地坐标系",
    "2000国家大地坐标系",
    "epsg:4490",
    "4490",
  ],
  gcj02: ["gcj02", "gcj", "火星", "火星坐标", "火星坐标系", "高德", "腾讯", "微信"],
  bd09: ["bd09", "bd09ll", "bd", "百度", "百度坐标", "百度坐标系"],
};

function datumCalled(name: string): Datum | null {
  const plain = name.toLowerCase().replaceAll(/[\s_-]/gu, "");
  return DATUMS.find((datum) => datumNames[datum].includes(plain)) ?? null;
}

function isWithin(text: string, low: number, high: number): boolean {
  return text !== "" && Number(text) >= low && Number(text) <= high;
}

function timeOf(value: Value, fault: Fault): Instant | null {
  const text = value("time");
  if (text === "") return null;
  return parseInstant(plainTime(text)) ?? fault("time", "如 2026-11-20 08:30");
}

/** `2026年11月20日 8时30分`, `2026.11.20` and `20261120083000` in the form the core reads. */
function plainTime(text: string): string {
  const digits = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (digits) {
    const [, year, month, day, hour = "00", minute = "00"] = digits;
    return `${year}-${month}-${day} ${hour}:${minute}`;
  }
  return text
    .replace(/^(\d{4})[年.](\d{1,2})[月.](\d{1,2})日?\s*/, "$1-$2-$3 ")
    .replace(/(\d{1,2})[时点](\d{1,2})分?(?:(\d{1,2})秒)?$/, (_, hour: string, minute: string) =>
      [hour, minute.padStart(2, "0")].join(":"),
    )
    .trim();
}

function reporterOf(value: Value): Reporter | null {
  const name = value("name").slice(0, 50) || null;
  const phone = value("phone").replace(/^'/, "").slice(0, 40) || null;
  return name === null && phone === null ? null : { name, phone };
}
