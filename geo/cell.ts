/** [lng, lat] in WGS-84 degrees. */
export type Position = readonly [lng: number, lat: number];

/** A closed line of positions; the first one need not be repeated at the end. */
export type Ring = readonly Position[];

/** Parts of an area, each an outer ring followed by its holes. */
export type Area = readonly (readonly Ring[])[];

/** 基础网格 covers the ground without gaps; 专属网格 (a school, a market) lies on top of it. */
export type CellKind = "base" | "dedicated";

/**
 * A grid cell 网格: the smallest area with one grid worker of its own.
 * The code has 15 digits: 6 county, 3 township, 3 community, 3 serial (DB11 单元网格划分, GB/T 30428.1).
 */
export interface Cell {
  readonly code: string;
  readonly name: string;
  readonly townshipCode: string;
  readonly communityCode: string;
  readonly kind: CellKind;
  readonly rings: Area;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** The cells in force on a day ("YYYY-MM-DD"); `validTo` is the first day a cell no longer counts. */
export function cellsInForce(cells: readonly Cell[], day: string): readonly Cell[] {
  return cells.filter((cell) => cell.validFrom <= day && (cell.validTo === undefined || day < cell.validTo));
}
