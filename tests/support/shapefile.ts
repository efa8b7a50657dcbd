/** Writes polygons as a zipped shapefile, as offices hand them over: by the published layout of .shp and .dbf. */
import { strToU8, zipSync } from "fflate";

type Ring = readonly (readonly [number, number])[];

export interface ShapeRow {
  /** Closed. */
  readonly ring: Ring;
  readonly fields: Readonly<Record<string, string>>;
}

type ShapefileParts = Readonly<
  Record<"网格.shp" | "网格.shx" | "网格.dbf" | "网格.prj", Uint8Array<ArrayBuffer>>
>;

const POLYGON = 5;
const FIELD_SIZE = 32;

export function zippedShapefile(rows: readonly ShapeRow[], projection: string): Uint8Array<ArrayBuffer> {
  return zipSync(shapefileParts(rows, projection));
}

/** The files of it, to leave one out or to cut one off. */
export function shapefileParts(rows: readonly ShapeRow[], projection: string): ShapefileParts {
  return {
    "网格.shp": shapes(rows),
    "网格.shx": index(rows),
    "网格.dbf": table(rows),
    "网格.prj": Uint8Array.from(strToU8(projection)),
  };
}

/** Where each record begins and how long it is, in words of two bytes. */
function index(rows: readonly ShapeRow[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(100 + 8 * rows.length));
  new Uint8Array(view.buffer).set(shapes(rows).subarray(0, 100));
  view.setInt32(24, view.byteLength / 2);
  let at = 50;
  rows.forEach(({ ring }, row) => {
    const words = (48 + 16 * ring.length) / 2;
    view.setInt32(100 + 8 * row, at);
    view.setInt32(104 + 8 * row, words);
    at += 4 + words;
  });
  return new Uint8Array(view.buffer);
}

function shapes(rows: readonly ShapeRow[]): Uint8Array<ArrayBuffer> {
  const records = rows.map(({ ring }, at) => record(ring, at + 1));
  const length = 100 + records.reduce((sum, bytes) => sum + bytes.length, 0);
  const head = new DataView(new ArrayBuffer(100));
  head.setInt32(0, 9994);
  head.setInt32(24, length / 2);
  head.setInt32(28, 1000, true);
  head.setInt32(32, POLYGON, true);
  boxOf(rows.flatMap(({ ring }) => ring)).forEach((value, at) => head.setFloat64(36 + 8 * at, value, true));
  return joined([new Uint8Array(head.buffer), ...records]);
}

function record(ring: Ring, number: number): Uint8Array<ArrayBuffer> {
  const size = 48 + 16 * ring.length;
  const view = new DataView(new ArrayBuffer(8 + size));
  view.setInt32(0, number);
  view.setInt32(4, size / 2);
  view.setInt32(8, POLYGON, true);
  boxOf(ring).forEach((value, at) => view.setFloat64(12 + 8 * at, value, true));
  view.setInt32(44, 1, true);
  view.setInt32(48, ring.length, true);
  ring.forEach(([x, y], at) => {
    view.setFloat64(56 + 16 * at, x, true);
    view.setFloat64(64 + 16 * at, y, true);
  });
  return new Uint8Array(view.buffer);
}

/** Text fields of forty bytes. */
function table(rows: readonly ShapeRow[]): Uint8Array<ArrayBuffer> {
  const names = Object.keys(rows[0]?.fields ?? {});
  const width = 40;
  const headSize = 32 + FIELD_SIZE * names.length + 1;
  const head = new DataView(new ArrayBuffer(headSize));
  head.setUint8(0, 3);
  head.setUint32(4, rows.length, true);
  head.setUint16(8, headSize, true);
  head.setUint16(10, 1 + width * names.length, true);
  const bytes = new Uint8Array(head.buffer);
  names.forEach((name, at) => {
    const start = 32 + FIELD_SIZE * at;
    bytes.set(strToU8(name), start);
    bytes[start + 11] = "C".charCodeAt(0);
    bytes[start + 16] = width;
  });
  bytes[headSize - 1] = 0x0d;
  const lines = rows.map(({ fields }) => {
    const line = new Uint8Array(1 + width * names.length).fill(0x20);
    names.forEach((name, at) => line.set(strToU8(fields[name] ?? ""), 1 + width * at));
    return line;
  });
  return joined([bytes, ...lines, Uint8Array.of(0x1a)]);
}

function boxOf(ring: Ring): readonly number[] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
