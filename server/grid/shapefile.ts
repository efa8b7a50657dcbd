/** A zipped shapefile → the GeoJSON of its shapes. Every way in which such a file can be short of something has its own word. */
import { unzipSync } from "fflate";
import { parseDbf, parseShp } from "shpjs";
import type { GridFault } from "../../geo/check/fault.ts";
import type { Datum } from "../../geo/point.ts";
import { type Cut, cutShape, cutTable, measureOf } from "./shapeParts.ts";

export interface ShapefileRead {
  readonly kind: "read";
  readonly document: unknown;
  /** What the projection file says. */
  readonly datum?: Datum;
  /** What the zip is short of, and where its files contradict each other. */
  readonly faults: readonly GridFault[];
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
  | "tooDetailed" // more corners than can be judged at once
  | "cutShape" // shorter than its head says
  | "oldDatum"; // Beijing 1954, Xi'an 1980: needs parameters that only the bureau has

/** What one zip may unfold to. */
const MOST_UNFOLDED = 1_000_000_000;

export function readShapefile(bytes: Uint8Array): ShapefileRead | Unreadable {
  const opened = unzipped(bytes);
  if ("kind" in opened) return opened;
  const { files, names } = opened;
  const shapes = [...files.keys()].filter((name) => name.endsWith(".shp"));
  const [shape, ...others] = shapes;
  if (shape === undefined) return unreadable("noShape", [...files.keys()].slice(0, 5).join("、"));
  if (others.length > 0) return unreadable("manyShapes", shapes.join("、"));
  const companion = (ending: string) => files.get(named(shape, ending));
  const projection = textOf(companion("prj"));
  if (/beijing|xian|西安|北京/iu.test(projection)) return unreadable("oldDatum", nameOf(projection));
  const [shp, dbf] = [files.get(shape) ?? new Uint8Array(), companion("dbf")];
  const short = cutShape(shp);
  if (short !== null) return unreadable("cutShape", cutWords(shape, short));
  const shortTable = dbf === undefined ? null : cutTable(dbf);
  if (shortTable !== null) return unreadable("cutShape", cutWords(named(shape, "dbf"), shortTable));
  try {
    const { shown, faults, datum } = readShapes(shp, projection);
    const rows = rowsOf(dbf, textOf(companion("cpg")));
    const features = shown.map((geometry, place) => ({
      type: "Feature",
      geometry,
      properties: rows[place] ?? {},
    }));
    return {
      kind: "read",
      document: { type: "FeatureCollection", features },
      ...(datum && { datum }),
      faults: [...missing(names, shape), ...faults],
    };
  } catch {
    // The reader stops at bytes that no shapefile has; which ones helps nobody
    return unreadable("brokenShape", shape);
  }
}

interface ShapesRead {
  readonly shown: readonly unknown[];
  readonly faults: readonly GridFault[];
  readonly datum?: Datum;
}

/** A projection beside degrees, or none beside metres, is nothing to guess about: the file is read as it stands, and asked for. */
function readShapes(shp: Uint8Array, projection: string): ShapesRead {
  const asTheyStand = parseShp(shp);
  const measure = measureOf(asTheyStand);
  const isProjected = /PROJCS|PROJCRS/u.test(projection);
  const isGeographic = !isProjected && /GEOGCS|GEOGCRS/u.test(projection);
  const said = datumOf(projection);
  if (isProjected && measure === "degrees")
    return { shown: asTheyStand, faults: [contradiction("degreesNotMetres", projection, said)] };
  if (isGeographic && measure === "metres")
    return { shown: asTheyStand, faults: [contradiction("metresNotDegrees", projection)] };
  const shown = isProjected ? parseShp(shp, projection) : asTheyStand;
  return { shown, faults: [], ...(said && { datum: said }) };
}

function contradiction(
  code: "degreesNotMetres" | "metresNotDegrees",
  projection: string,
  said?: Datum,
): GridFault {
  return { code, severity: "error", cells: [], value: nameOf(projection), ...(said && { expected: said }) };
}

/** What lies beside the shapes of a whole shapefile and is not in the zip. */
function missing(names: ReadonlySet<string>, shape: string): readonly GridFault[] {
  const isThere = (ending: string) => names.has(named(shape, ending));
  return [
    ...(isThere("dbf")
      ? []
      : [{ code: "noTable", severity: "error", cells: [], value: named(shape, "dbf") } as const]),
    ...(isThere("shx")
      ? []
      : [{ code: "noIndex", severity: "warning", cells: [], value: named(shape, "shx") } as const]),
  ];
}

function named(shape: string, ending: string): string {
  return shape.replace(/shp$/u, ending);
}

export function cutWords(name: string, { expected, found }: Cut): string {
  return `${name} 应有 ${expected} 字节，只有 ${found} 字节`;
}

export function unreadable(code: UnreadableCode, value = ""): Unreadable {
  return { kind: "unreadable", code, value };
}

interface Unzipped {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of everything in it, also of what is not read. */
  readonly names: ReadonlySet<string>;
}

function unzipped(bytes: Uint8Array): Unzipped | Unreadable {
  let unfolded = 0;
  const names = new Set<string>();
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.add(name.toLowerCase());
        if (!/\.(?:shp|dbf|prj|cpg)$/iu.test(name) || name.includes("__MACOSX")) return false;
        unfolded += originalSize;
        return unfolded <= MOST_UNFOLDED;
      },
    });
    if (unfolded > MOST_UNFOLDED) return unreadable("bombZip", `${Math.round(unfolded / 1e6)}`);
    const entries = Object.entries(files).map(([name, content]) => [name.toLowerCase(), content] as const);
    return { files: new Map(entries), names };
  } catch {
    return unreadable("brokenZip", `${bytes.length}`);
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
