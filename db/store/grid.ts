/** Versions of the grid, their cells, and drafts. */
import type { Cell } from "../../geo/cell.ts";
import type { GridDraft, GridLayer, GridPublication, GridVersion } from "../../server/domain/gridVersion.ts";

export interface GridQueries {
  /** Published versions of all layers, the newest first. */
  versions(): Promise<readonly GridVersion[]>;
  /** Every life of every cell of a layer, by code and day. */
  cells(layer: GridLayer): Promise<readonly Cell[]>;
  /** The cells of one version, by code; `validTo` is left to the versions that followed. */
  cellsOf(version: number): Promise<readonly Cell[]>;
  /**
   * Publishes a version whole or not at all.
   * @param seen revision of the draft it was made from, which is gone afterwards; null without one.
   * @returns the number of the version; null when somebody else was first.
   */
  publish(publication: GridPublication, seen: number | null): Promise<number | null>;
  /** Recomputes the hash of a version from its cells. */
  hashOf(version: number): Promise<string>;
  draft(layer: GridLayer): Promise<GridDraft | null>;
  /** Drafts of all layers without what they draw, which may be long. */
  draftHeads(): Promise<readonly Omit<GridDraft, "body">[]>;
  /** @param seen revision of the draft that was edited; null to begin one. @returns false when somebody else was first. */
  saveDraft(draft: Omit<GridDraft, "revision">, seen: number | null): Promise<boolean>;
  discardDraft(layer: GridLayer, seen: number): Promise<boolean>;
  /** Open cases with coordinates. */
  openPoints(): Promise<readonly CasePoint[]>;
  /** All cases with coordinates, in the order of their ids, from behind one on; "" begins. */
  points(after: string, limit: number): Promise<readonly CasePoint[]>;
}

/** A case on the map, with the cell of its day. */
export interface CasePoint {
  readonly id: string;
  readonly number: string;
  readonly cell: string | null;
  readonly lng: number;
  readonly lat: number;
}
