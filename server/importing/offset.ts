/** The shift that the coordinates of a file have in common: rows whose address names a point as well tell it. */
import { toWgs84 } from "../../geo/datum.ts";
import { systematicOffset, type SystematicOffset } from "../../geo/offset.ts";
import type { PlaceFinder } from "../../geo/places/finder.ts";
import type { Datum } from "../../geo/point.ts";
import type { Report } from "../domain/report.ts";
import { checkRow, type RowContext } from "./row.ts";
import type { TableRow } from "./table.ts";

export interface FileOffset extends SystematicOffset {
  /** How many rows tell it. */
  readonly rows: number;
  /** What the file says its coordinates are. */
  readonly stated: Datum;
}

/** Nothing where the points of the file agree with its addresses, or where too few addresses name a point. */
export function offsetOfFile(
  rows: readonly TableRow[],
  context: RowContext,
  findPlaces: PlaceFinder,
): FileOffset | null {
  const pairs = rows.flatMap((row) => {
    const checked = checkRow(row, context);
    return checked.kind === "report" ? pairOf(checked.report, findPlaces) : [];
  });
  const offset = systematicOffset(pairs);
  return offset === undefined ? null : { ...offset, rows: pairs.length, stated: context.datum };
}

/** Only crossings and landmarks as they are spelled: a village is wider than any shift. */
function pairOf({ point, address }: Report, findPlaces: PlaceFinder) {
  if (point === null || address === null) return [];
  const [guess] = findPlaces(address);
  if (guess?.precision !== "point" || guess.heard !== "spelled") return [];
  return [{ given: toWgs84(point, point.datum ?? "wgs84"), known: guess.point }];
}

/** The file read again in the datum that its points are really in; null where the shift is that of none. */
export function corrected(context: RowContext, { datum }: FileOffset): RowContext | null {
  if (datum === undefined) return null;
  const { datum: _, ...columns } = context.columns;
  return { ...context, columns, datum };
}
