import type { CellKind, Ring } from "../cell.ts";
import type { Datum } from "../point.ts";
import type { GridFault } from "./fault.ts";
import { type Json, type PositionsOf, isRecord, positionsOfRing, records } from "./json.ts";
import { arcReader } from "./topology.ts";

/** A cell as a file draws it: nothing is certain yet. Rings are as they stand, the last point repeated or not. */
export interface DrawnCell {
  /** What the file calls it; its place in the file, as #12, when it says nothing. */
  readonly code: string;
  readonly hasCode: boolean;
  readonly name: string;
  readonly communityCode?: string;
  readonly kind: CellKind;
  readonly rings: readonly (readonly Ring[])[];
}

/** A file of cells, read but not judged. */
export interface Drawing {
  readonly cells: readonly DrawnCell[];
  /** The coordinate system, when the file states it. */
  readonly datum?: Datum;
  readonly faults: readonly GridFault[];
}

/** Which properties of a file hold code, name and kind, where a person had to say; the others are found by their names. */
export type Columns = Readonly<Partial<Record<"code" | "name" | "kind" | "community", string>>>;

/** Reads a parsed GeoJSON or TopoJSON document. Whatever cannot be a cell is reported, never dropped in silence. */
export function readDrawing(document: unknown, columns: Columns = {}): Drawing {
  const features = isRecord(document) ? featuresOf(document) : undefined;
  if (!features?.length) return { cells: [], faults: [{ code: "notAGrid", severity: "error", cells: [] }] };
  const datum = isRecord(document) ? statedDatum(document) : undefined;
  const read = features.map(({ feature, positionsOf }, place) =>
    cellOf(feature, place, { positionsOf, columns }),
  );
  return {
    cells: read.flatMap(({ cell }) => (cell ? [cell] : [])),
    ...(datum && { datum }),
    faults: read.flatMap(({ fault }) => (fault ? [fault] : [])),
  };
}

interface FoundFeature {
  readonly feature: Json;
  readonly positionsOf: PositionsOf;
}

function featuresOf(document: Json): readonly FoundFeature[] | undefined {
  if (document["type"] === "FeatureCollection") {
    return records(document["features"]).map((feature) => ({ feature, positionsOf: positionsOfRing }));
  }
  if (document["type"] === "Feature") return [{ feature: document, positionsOf: positionsOfRing }];
  if (document["type"] !== "Topology") return undefined;
  const positionsOf = arcReader(document);
  const objects = isRecord(document["objects"]) ? Object.values(document["objects"]).filter(isRecord) : [];
  return objects.flatMap((object) => {
    const geometries = object["type"] === "GeometryCollection" ? records(object["geometries"]) : [object];
    return geometries.map((geometry) => ({
      feature: { ...geometry, geometry: { type: geometry["type"], coordinates: geometry["arcs"] } },
      positionsOf,
    }));
  });
}

function cellOf(
  feature: Json,
  place: number,
  { positionsOf, columns }: { readonly positionsOf: PositionsOf; readonly columns: Columns },
): { readonly cell?: DrawnCell; readonly fault?: GridFault } {
  const properties = isRecord(feature["properties"]) ? feature["properties"] : {};
  const read = (column: string | undefined, usual: readonly string[]) =>
    textAt(properties, column === undefined ? usual : [plainName(column)]);
  const stated = read(columns.code, CODE_FIELDS) ?? textAt({ id: feature["id"] }, ["id"]);
  const code = stated ?? `#${place + 1}`;
  const geometry = isRecord(feature["geometry"]) ? feature["geometry"] : {};
  const parts = partsOf(geometry);
  if (!parts) {
    const value = typeof geometry["type"] === "string" ? geometry["type"] : "null";
    return { fault: { code: "notAnArea", severity: "error", cells: [code], value } };
  }
  const communityCode = read(columns.community, COMMUNITY_FIELDS);
  const kind = read(columns.kind, KIND_FIELDS) ?? "";
  return {
    cell: {
      code,
      hasCode: stated !== undefined,
      name: read(columns.name, NAME_FIELDS) ?? code,
      ...(communityCode !== undefined && { communityCode }),
      kind: /dedicated|专属/u.test(kind) ? "dedicated" : "base",
      rings: parts.map((rings) => rings.map(positionsOf)),
    },
  };
}

/** Names under which systems export a cell's code; CJ/T 213 calls it BGCode. */
const CODE_FIELDS = [
  "code",
  "cellcode",
  "gridcode",
  "bgcode",
  "网格编码",
  "网格代码",
  "网格编号",
  "编码",
  "代码",
  "id",
];
const NAME_FIELDS = ["name", "cellname", "gridname", "bgname", "网格名称", "名称"];
const COMMUNITY_FIELDS = ["communitycode", "社区编码", "社区代码", "村编码", "sqcode"];
const KIND_FIELDS = ["kind", "type", "网格类型", "类型"];

function textAt(properties: Json, fields: readonly string[]): string | undefined {
  const plain = new Map(Object.entries(properties).map(([name, value]) => [plainName(name), value]));
  for (const field of fields) {
    const value = plain.get(field);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/gu, "");
}

/** The properties that the shapes of a file have, each with the first value that is there: what columns can be chosen from. */
export function columnsIn(document: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const features = isRecord(document) ? featuresOf(document) : undefined;
  for (const { feature } of features ?? []) {
    for (const [name, value] of Object.entries(
      isRecord(feature["properties"]) ? feature["properties"] : {},
    )) {
      const text = typeof value === "string" || typeof value === "number" ? `${value}`.trim() : "";
      if ((found.get(name) ?? "") === "") found.set(name, text);
    }
  }
  return found;
}

function partsOf({ type, coordinates }: Json): readonly (readonly unknown[])[] | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  if (type === "Polygon") return [coordinates];
  return type === "MultiPolygon" ? coordinates.filter((part) => Array.isArray(part)) : undefined;
}

/** GeoJSON of 2008 names its system; ours may also say `"datum": "cgcs2000"`. CRS84 and EPSG:4326 are WGS-84. */
function statedDatum(document: Json): Datum | undefined {
  const crs =
    isRecord(document["crs"]) && isRecord(document["crs"]["properties"]) ? document["crs"] : undefined;
  const said = `${JSON.stringify(crs ?? "")} ${textAt(document, ["datum", "坐标系"]) ?? ""}`.toLowerCase();
  if (/gcj|火星|高德/u.test(said)) return "gcj02";
  if (/bd-?09|百度/u.test(said)) return "bd09";
  if (/cgcs|4490|2000/u.test(said)) return "cgcs2000";
  return /crs84|4326|wgs/u.test(said) ? "wgs84" : undefined;
}
