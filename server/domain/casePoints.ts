/**
 * Cases as points of a map, packed: positions, lamp, item and number of each, fifteen bytes a case, so that a hundred
 * thousand of them are one download. Little-endian; written by the server, read by the page.
 */
import type { Lamp } from "./clock.ts";

/** One case on the map. `number` is the case number 案卷号. */
export interface CasePoint {
  readonly lng: number;
  readonly lat: number;
  readonly lamp: Lamp | null;
  readonly itemCode: string | null;
  readonly number: string;
}

/** The same of many cases: what stands at one place of each list belongs together. */
export interface CasePoints {
  readonly count: number;
  /** In 1e-7 degrees. */
  readonly lng: Int32Array;
  readonly lat: Int32Array;
  /** Places in `pointLamps`. */
  readonly lamp: Uint8Array;
  readonly itemAt: (place: number) => string | null;
  readonly numberAt: (place: number) => string;
}

/** From the quietest to the most urgent, which lies on top. */
export const pointLamps = [
  null,
  "green",
  "amber",
  "red",
  "severe",
] as const satisfies readonly (Lamp | null)[];

const MAGIC = 0x54_50_59_48;
const VERSION = 1;
const HEADER = 16;
const BYTES = 15;
const UNITS_PER_DEGREE = 1e7;

export function packPoints(points: readonly CasePoint[]): Uint8Array<ArrayBuffer> {
  const items = [...new Set(points.map(({ itemCode }) => itemCode))];
  const placeOfItem = new Map(items.map((code, place) => [code, place]));
  const table = new TextEncoder().encode(JSON.stringify(items));
  const count = points.length;
  const buffer = new ArrayBuffer(HEADER + BYTES * count + table.length);
  const { lng, lat, number, item, lamp } = columnsOf(buffer, count);
  new Uint32Array(buffer, 0, 4).set([MAGIC, VERSION, count, table.length]);
  for (const [place, point] of points.entries()) {
    lng[place] = Math.round(point.lng * UNITS_PER_DEGREE);
    lat[place] = Math.round(point.lat * UNITS_PER_DEGREE);
    number[place] = numberToInt(point.number);
    item[place] = placeOfItem.get(point.itemCode) ?? 0;
    lamp[place] = pointLamps.indexOf(point.lamp);
  }
  const bytes = new Uint8Array(buffer);
  bytes.set(table, HEADER + BYTES * count);
  return bytes;
}

/** Null for what was not packed by `packPoints` of the same version. */
export function readPoints(buffer: ArrayBuffer): CasePoints | null {
  if (buffer.byteLength < HEADER) return null;
  const [magic, version, count = 0, length = 0] = new Uint32Array(buffer, 0, 4);
  const whole = HEADER + BYTES * count + length;
  if (magic !== MAGIC || version !== VERSION || buffer.byteLength !== whole) return null;
  const { lng, lat, number, item, lamp } = columnsOf(buffer, count);
  const text = new TextDecoder().decode(new Uint8Array(buffer, HEADER + BYTES * count));
  const items = JSON.parse(text) as readonly (string | null)[];
  return {
    count,
    lng,
    lat,
    lamp,
    itemAt: (place) => items[item[place] ?? 0] ?? null,
    numberAt: (place) => intToNumber(number[place] ?? 0),
  };
}

function columnsOf(buffer: ArrayBuffer, count: number) {
  return {
    lng: new Int32Array(buffer, HEADER, count),
    lat: new Int32Array(buffer, HEADER + 4 * count, count),
    number: new Uint32Array(buffer, HEADER + 8 * count, count),
    item: new Uint16Array(buffer, HEADER + 12 * count, count),
    lamp: new Uint8Array(buffer, HEADER + 14 * count, count),
  };
}

/** Serials of a day have five digits; the days of the years 2000 to 2114 fit before them into 32 bits. */
const SERIALS = 100_000;
const FIRST_YEAR = 2000;

/** 20260821-00042 → 26 years, 8 months, 21 days, serial 42; 0 for what is no such number. */
function numberToInt(number: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)-(\d{5})$/u.exec(number);
  if (!match) return 0;
  const [year = 0, month = 0, day = 0, serial = 0] = match.slice(1).map(Number);
  return ((year - FIRST_YEAR) * 372 + (month - 1) * 31 + day - 1) * SERIALS + serial;
}

function intToNumber(packed: number): string {
  const days = Math.floor(packed / SERIALS);
  const [year, month, day] = [
    Math.floor(days / 372) + FIRST_YEAR,
    Math.floor((days % 372) / 31) + 1,
    (days % 31) + 1,
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}${two(month)}${two(day)}-${String(packed % SERIALS).padStart(5, "0")}`;
}
