/** The two readers of the package that are used; it brings no types of its own. */
declare module "shpjs" {
  /** Geometries as GeoJSON; with a projection (WKT) they are brought into degrees. */
  export function parseShp(shp: Uint8Array, prj?: string): readonly unknown[];
  export function parseDbf(dbf: Uint8Array, encoding?: string): readonly Readonly<Record<string, unknown>>[];
}
