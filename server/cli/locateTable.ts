/** Many points against one grid file: for each its cell, or none, with the reasons as flags. */
import { buildGrid } from "../../geo/grid.ts";
import { extentOf, middleOf } from "../../geo/extent.ts";
import { createPlacer } from "../../geo/locate.ts";
import { createMender, type CorrectionKind } from "../../geo/mend.ts";
import type { Cell } from "../../geo/cell.ts";
import type { Placement, BadPoint, Candidate } from "../../geo/placement.ts";
import type { Datum, Point, ReportedPoint } from "../../geo/point.ts";
import { mapColumns } from "../importing/columns.ts";
import type { Table } from "../importing/table.ts";

export interface LocatedRow {
  readonly line: number;
  readonly lng: number | null;
  readonly lat: number | null;
  /** Null when no cell, or more than one, is meant. */
  readonly cell: string | null;
  /** Rules other than "the cell holds the point": nearestBorder, accuracyCircle, severalOwners, outsideGrid … */
  readonly flags: readonly string[];
  /** To the border of the cell. */
  readonly metres?: number;
  readonly candidates?: readonly Candidate[];
  /** The point that was probably meant, in WGS-84, and its cell; its kind is among the flags. */
  readonly correction?: { readonly kind: CorrectionKind; readonly point: Point; readonly cell: string };
}

export interface LocateOptions {
  readonly edgeMetres: number;
  readonly accuracy: number;
  readonly datum: Datum;
}

/** @returns the rows, or a sentence when the table has no columns of coordinates. */
export function locateTable(
  { columns, rows }: Table,
  cells: readonly Cell[],
  { edgeMetres, accuracy, datum }: LocateOptions,
): readonly LocatedRow[] | { readonly message: string } {
  const found = coordinateColumns(columns);
  if (!found) return { message: `找不到经度和纬度两列，只有：${columns.join("、")}` };
  const grid = buildGrid(cells, "file");
  const locate = createPlacer(grid, { edgeMetres });
  const mend = createMender(locate, middleOf(extentOf(cells)));
  return rows.map(({ line, values }) => {
    const lng = numberOf(values[found.lng]);
    const lat = numberOf(values[found.lat]);
    const own = numberOf(values[found.accuracy ?? ""]);
    const point: ReportedPoint = { lng, lat, datum, accuracy: Number.isNaN(own) ? accuracy : own };
    const placement = locate(point);
    const better = mend(point)?.better ?? null;
    return {
      line,
      lng: Number.isNaN(lng) ? null : lng,
      lat: Number.isNaN(lat) ? null : lat,
      ...answerOf(placement),
      ...(better && {
        flags: [...flagsOf(placement), better.kind],
        correction: { kind: better.kind, point: better.point, cell: better.cell },
      }),
    };
  });
}

function coordinateColumns(columns: readonly string[]) {
  // The text of a message is not asked for here, so any column stands in for it.
  const mapping = mapColumns(columns, new Map([["text", columns[0] ?? ""]]));
  if (mapping.kind === "fault") return undefined;
  const { lng, lat, accuracy } = mapping.columns;
  return lng !== undefined && lat !== undefined ? { lng, lat, accuracy } : undefined;
}

function numberOf(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}

function answerOf(placement: Placement | BadPoint): Omit<LocatedRow, "line" | "lng" | "lat"> {
  const flags = flagsOf(placement);
  switch (placement.kind) {
    case "inside":
      return { cell: placement.cell, flags, metres: placement.borderMetres };
    case "near":
      return { cell: placement.cell, flags, metres: placement.metres };
    case "ambiguous":
      return { cell: null, flags, candidates: placement.candidates };
    case "outside":
    case "spoken":
    case "refusal":
      return { cell: null, flags };
  }
}

function flagsOf(placement: Placement | BadPoint): readonly string[] {
  if (placement.kind === "refusal") return [placement.code];
  return placement.rule === "contained" ? [] : [placement.rule];
}
