import type { Area, CellKind, Position, Ring } from "../cell.ts";
import { doubleArea } from "../check/rings.ts";
import { toUnits, UNITS_PER_DEGREE } from "../units.ts";

/** A cell under the pen. Rings are open: the first corner is not repeated; outer ones run counter-clockwise. */
export interface DrawnOnSheet {
  readonly code: string;
  readonly name: string;
  readonly kind: CellKind;
  readonly rings: Area;
}

/**
 * The cells that are being redrawn. Neighbours share their corners to the last digit, so that whatever moves a corner
 * moves it for all of them: no act of the pen can tear a gap between two cells.
 */
export type Sheet = readonly DrawnOnSheet[];

/** Why an act of the pen cannot be done. */
export interface PenRefusal {
  readonly kind: "refusal";
  readonly code: PenRefusalCode;
}

export type PenRefusalCode =
  | "noSuchCell"
  | "lineMissesCell" // the line does not lead from border to border
  | "lineCrossesAgain" // it crosses the border more than twice, or a hole
  | "notNeighbours"
  | "tooFewCells"
  | "takenCode"
  | "noCode"
  | "noCorner"
  | "junction" // three cells meet there: without it one of them would tear off
  | "tooFewCorners"
  | "selfCrossing";

export function refused(code: PenRefusalCode): PenRefusal {
  return { kind: "refusal", code };
}

export function isRefused(answer: Sheet | PenRefusal): answer is PenRefusal {
  return "kind" in answer;
}

/** Lays cells under the pen: corners in whole units, no corner twice in a row, rings open and the right way round. */
export function sheetOf(cells: readonly DrawnOnSheet[]): Sheet {
  return cells.map(({ code, name, kind, rings }) => ({
    code,
    name,
    kind,
    rings: rings.map((part) => part.map((ring, place) => turned(openRing(ring), place > 0))),
  }));
}

/** A position in whole index units, as degrees. */
export function rounded([lng, lat]: Position): Position {
  return [toUnits(lng) / UNITS_PER_DEGREE, toUnits(lat) / UNITS_PER_DEGREE];
}

export function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return (
    a !== undefined && b !== undefined && toUnits(a[0]) === toUnits(b[0]) && toUnits(a[1]) === toUnits(b[1])
  );
}

/** The sheet with some cells changed ring by ring. */
export function withRings(sheet: Sheet, change: (ring: Ring, cell: DrawnOnSheet) => Ring): Sheet {
  return sheet.map((cell) => {
    const rings = cell.rings.map((part) => part.map((ring) => change(ring, cell)));
    const isUntouched = rings.every((part, at) =>
      part.every((ring, place) => ring === cell.rings[at]?.[place]),
    );
    return isUntouched ? cell : { ...cell, rings };
  });
}

function openRing(ring: Ring): Ring {
  const corners = ring.map(rounded);
  return corners.filter((corner, place) => !isSame(corner, corners.at(place - 1)) || corners.length === 1);
}

function turned(ring: Ring, isHole: boolean): Ring {
  return doubleArea(ring) < 0 === isHole ? ring : ring.toReversed();
}
