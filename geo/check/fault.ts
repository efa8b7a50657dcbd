import type { Position } from "../cell.ts";

/** Something about a drawn grid that has to be looked at before it is published. */
export interface GridFault {
  readonly code: GridFaultCode;
  /** A grid with an `error` must not be published; a `warning` is for a person to judge. */
  readonly severity: "error" | "warning";
  /** Codes of the cells concerned; of a cell without a code its place in the file, as #12. */
  readonly cells: readonly string[];
  readonly at?: Position;
  readonly value?: string;
  readonly expected?: string;
}

export type GridFaultCode =
  | "notAGrid" // neither GeoJSON nor TopoJSON with polygons, or one without any feature
  | "notAnArea" // a feature that is a point or a line
  | "notANumber"
  | "swapped" // latitude before longitude
  | "projected" // metres of a projection instead of degrees
  | "offTheMap" // outside of China: the sea, another country
  | "elsewhere" // in China, but not in the county; `value` is the distance in kilometres
  | "degreesNotMetres" // a projection stands beside coordinates that are degrees
  | "metresNotDegrees" // no projection stands beside coordinates that are metres
  | "noTable" // a shapefile without its .dbf
  | "noIndex" // a shapefile without its .shx
  | "datumUnstated"
  | "datumSuspected" // everything is shifted as GCJ-02 or BD-09 would shift it
  | "notClosed"
  | "tooFewPoints"
  | "repeatedPoint"
  | "selfCrossing"
  | "sliver" // 碎面
  | "missingCode"
  | "codeLength"
  | "codePrefix" // does not begin with the code of its community
  | "repeatedCode"
  | "tooDetailed" // more corners than can be judged at once
  | "gap"
  | "overlap";

/** Square metres below which an area is a slip of the pen. */
export const SLIVER_METRES = 100;
