/** Versions of the grid (网格版本): a redrawing that counts from a day on. Nothing published is ever changed. */
import type { Cell } from "../../geo/cell.ts";
import type { Drawing } from "../../geo/check/drawing.ts";
import type { Datum } from "../../geo/point.ts";
import type { Day, Instant } from "./time.ts";

/**
 * A county lies under several grids at once: the governance grid 治理网格 decides who is sent, the unit grid of city
 * management 城管单元网格 and the patrol duty cells 巡查责任区 say where else a point belongs.
 */
export const gridLayers = ["governance", "management", "patrol"] as const;
export type GridLayer = (typeof gridLayers)[number];

/** A published version without its cells. */
export interface GridVersion {
  /** Counted through all layers, from 1. */
  readonly version: number;
  readonly layer: GridLayer;
  /** The day from which it counts; never before that of an older version of its layer. */
  readonly validFrom: Day;
  /** Why the grid was drawn anew. */
  readonly note: string;
  /** The file it came from and its coordinate system, or that it was drawn here. */
  readonly source: string;
  /** SHA-256 of its cells; empty for a grid from before versions were kept. */
  readonly hash: string;
  readonly cells: number;
  readonly kept: number;
  readonly begun: number;
  readonly ended: number;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
}

/** How a page names the version that it counts by. */
export type GridVersionName = Pick<GridVersion, "version" | "validFrom">;

/** What a draft holds: cells as they were drawn, right or wrong, with what is known of their coordinates. */
export interface DraftBody {
  readonly drawing: Drawing;
  readonly datum: Datum;
  /** False while nobody has said what the coordinates are. */
  readonly stated: boolean;
}

/** A drawing that is not published yet; each layer has at most one. */
export interface GridDraft {
  readonly layer: GridLayer;
  /** Rises with every save; whoever saves says which one was seen. */
  readonly revision: number;
  readonly source: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly body: DraftBody;
}

/** The version of a layer that counts on a day: the last one that came into force. */
export function versionOfDay(
  versions: readonly GridVersion[],
  layer: GridLayer,
  day: Day,
): GridVersion | undefined {
  return versions
    .filter((row) => row.layer === layer && row.validFrom <= day)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}

/** What is published: a redrawing with the change it makes to the cells of its layer. */
export interface GridPublication {
  readonly layer: GridLayer;
  readonly validFrom: Day;
  readonly note: string;
  readonly source: string;
  readonly by: string;
  readonly at: Instant;
  readonly kept: readonly Cell[];
  readonly begun: readonly Cell[];
  readonly ended: readonly Cell[];
}
