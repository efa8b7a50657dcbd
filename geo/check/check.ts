import type { Cell, Position } from "../cell.ts";
import { toWgs84 } from "../datum.ts";
import { MOST_CELLS } from "../label.ts";
import type { Datum } from "../point.ts";
import { type CodeRule, codeFaults } from "./codes.ts";
import { coverageFaults } from "./coverage.ts";
import type { Drawing, DrawnCell } from "./drawing.ts";
import type { GridFault } from "./fault.ts";
import { misplacedFaults } from "./misplaced.ts";
import { ringFaults } from "./rings.ts";

export interface CheckOptions extends CodeRule {
  /** The day from which the cells shall be in force. */
  readonly validFrom: string;
  /** What the person who imports says of the coordinates; the file's own statement goes before it. */
  readonly datum?: Datum;
  /** The grid in force, to see whether the new one lies elsewhere. */
  readonly published?: readonly Cell[];
}

/** A drawing that was judged: its cells in WGS-84, as far as they can be drawn at all, and all that is wrong. */
export interface CheckedGrid {
  readonly cells: readonly Cell[];
  readonly datum: Datum;
  readonly faults: readonly GridFault[];
}

/** Judges a drawing before it is published (导入检查). */
export function checkGrid(drawing: Drawing, options: CheckOptions): CheckedGrid {
  const datum = drawing.datum ?? options.datum ?? "wgs84";
  const stated = drawing.datum !== undefined || options.datum !== undefined;
  const corners = cornersIn(drawing);
  if (corners > MOST_CORNERS) return { cells: [], datum, faults: [...drawing.faults, tooDetailed(corners)] };
  const ringsOf = new Map(drawing.cells.map((cell) => [cell, ringFaults(cell)]));
  const whole = drawing.cells.filter((cell) => !ringsOf.get(cell)?.some(isUndrawable));
  const cells = whole.map((cell) => cellOf(cell, datum, options));
  const misplaced = misplacedFaults(cells, options.published ?? []);
  const base = cells.filter(({ kind }) => kind === "base");
  return {
    cells,
    datum,
    faults: [
      ...drawing.faults,
      ...(stated || drawing.cells.length === 0 ? [] : [UNSTATED]),
      ...misplaced,
      ...[...ringsOf.values()].flat().filter(({ code }) => code !== "sliver" || misplaced.length === 0),
      ...codeFaults(drawing.cells, options),
      ...(misplaced.length > 0 || base.length > MOST_CELLS ? [] : coverageFaults(base)),
    ],
  };
}

/** A county of 20,000 finely drawn cells has two thirds of it; more is a slip of the export, and everybody would wait for it. */
export const MOST_CORNERS = 1_000_000;

export function cornersIn({ cells }: Pick<Drawing, "cells">): number {
  return cells.reduce((sum, { rings }) => sum + rings.flat().reduce((n, ring) => n + ring.length, 0), 0);
}

function tooDetailed(corners: number): GridFault {
  return {
    code: "tooDetailed",
    severity: "error",
    cells: [],
    value: `${corners}`,
    expected: `${MOST_CORNERS}`,
  };
}

const UNSTATED: GridFault = { code: "datumUnstated", severity: "warning", cells: [], expected: "wgs84" };

function isUndrawable({ code }: GridFault): boolean {
  return code === "notANumber" || code === "tooFewPoints";
}

function cellOf(drawn: DrawnCell, datum: Datum, { validFrom }: CheckOptions): Cell {
  const { code, name, kind } = drawn;
  const rings = drawn.rings.map((part) => part.map((ring) => ring.map((corner) => inWgs84(corner, datum))));
  const communityCode = code.slice(0, 12);
  return { code, name, kind, communityCode, townshipCode: code.slice(0, 9), rings, validFrom };
}

function inWgs84([lng, lat]: Position, datum: Datum): Position {
  const point = toWgs84({ lng, lat }, datum);
  return [point.lng, point.lat];
}
