/** A zipped shapefile → the GeoJSON of its shapes. Every way in which such a file can be short of something has its own word. */
import { unzipSync } from "fflate";
import { parseDbf, parseShp } from "shpjs";
import type { Datum } from "../../geo/point.ts";

export interface ShapefileRead {
  readonly kind: "read";
  readonly document: unknown;
  /** What the projection file says. */
  readonly datum?: Datum;
}

export interface Unreadable {
  readonly kind: "unreadable";
  readonly code: UnreadableCode;
  readonly value: string;
}

export type UnreadableCode =
  | "empty"
  | "notText"
  | "notJson"
  | "archive" // rar or 7z
  | "looseShape" // .shp without its companions
  | "brokenZip"
  | "bombZip"
  | "noShape"
  | "manyShapes"
  | "brokenShape"
  | "oldDatum"; // Beijing 1954, Xi'an 1980: needs parameters that only the bureau has

/** What one zip may unfold to. */
const MOST_UNFOLDED = 1_000_000_000;

export function readShapefile(bytes: Uint8Array): ShapefileRead | Unreadable {
  const opened = unzipped(bytes);
  if ("kind" in opened) return opened;
  const { files } = opened;
  const shapes = [...files.keys()].filter((name) => name.endsWith(".shp"));
  const [shape, ...others] = shapes;
  if (shape === undefined) return unreadable("noShape", [...files.keys()].slice(0, 5).join("、"));
  if (others.length > 0) return unreadable("manyShapes", shapes.join("、"));
  const companion = (ending: string) => files.get(shape.replace(/shp$/u, ending));
  const projection = textOf(companion("prj"));
  if (/beijing|xian|西安|北京/iu.test(projection)) return unreadable("oldDatum", nameOf(projection));
  try {
    const isProjected = /PROJCS|PROJCRS/u.test(projection);
    const shown = parseShp(files.get(shape) ?? new Uint8Array(), isProjected ? projection : undefined);
    const rows = rowsOf(companion("dbf"), textOf(companion("cpg")));
    const features = shown.map((geometry, place) => ({
      type: "Feature",
      geometry,
      properties: rows[place] ?? {},
    }));
    const datum = datumOf(projection);
    return { kind: "read", document: { type: "FeatureCollection", features }, ...(datum && { datum }) };
  } catch (error) {
    return unreadable("brokenShape", error instanceof Error ? error.message : String(error));
  }
}

export function unreadable(code: UnreadableCode, value = ""): Unreadable {
  return { kind: "unreadable", code, value };
}

function unzipped(bytes: Uint8Array): { readonly files: ReadonlyMap<string, Uint8Array> } | Unreadable {
  let unfolded = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(?:shp|dbf|prj|cpg)$/iu.test(name) || name.includes("__MACOSX")) return false;
        unfolded += originalSize;
        return unfolded <= MOST_UNFOLDED;
      },
    });
    if (unfolded > MOST_UNFOLDED) return unreadable("bombZip", `${Math.round(unfolded / 1e6)}`);
    return { files: new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content])) };
  } catch (error) {
    return unreadable("brokenZip", error instanceof Error ? error.message : String(error));
  }
}

/** Chinese systems write GBK and often say nothing: what is not well-formed UTF-8 is GB18030. */
function rowsOf(dbf: Uint8Array | undefined, stated: string) {
  if (dbf === undefined) return [];
  const encoding = /^(?:utf-?8|65001)$/iu.test(stated.trim()) || isUtf8(dbf) ? "utf-8" : "gb18030";
  return parseDbf(dbf, encoding);
}

function isUtf8(bytes: Uint8Array): boolean {
  // The head of the table has bytes that are no text
  const text = bytes.subarray((bytes[8] ?? 0) + 256 * (bytes[9] ?? 0));
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(text);
    return true;
  } catch {
    return false;
  }
}

function datumOf(projection: string): Datum | undefined {
  if (/CGCS|China_2000|China Geodetic/iu.test(projection)) return "cgcs2000";
  return /WGS/iu.test(projection) ? "wgs84" : undefined;
}

function nameOf(projection: string): string {
  return /"([^"]*)"/u.exec(projection)?.[1] ?? projection.slice(0, 40);
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}
