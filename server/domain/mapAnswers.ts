/** What the API answers for maps. */
import type { Atlas } from "../../geo/atlas.ts";
import type { Gazetteer, PlaceKind } from "../../geo/places/place.ts";
import type { Point } from "../../geo/point.ts";
import type { Fault } from "../../geo/mend.ts";
import type { CorrectionAnswer } from "./correctionAnswer.ts";
import type { Named } from "./named.ts";
import type { GridVersionName } from "./gridVersion.ts";
import type { Instant } from "./time.ts";
import type { Area } from "../../geo/cell.ts";
import type { Placement } from "../../geo/placement.ts";
import type { LayerCell } from "./gridAnswers.ts";
import type { CaseRow } from "./listAnswers.ts";

/** Rivers and roads by their weight on the map. */
export type LineKind = "river" | "stream" | "motorway" | "national" | "county" | "street";

/** What lies under the county's own drawing, and what must always be said beside a map. */
export interface MapSource {
  /** null: nothing; the drawing needs no tiles. */
  readonly tiles: { readonly url: string; readonly datum: "wgs84" | "cgcs2000" | "gcj02" } | null;
  /** Whose map it is; empty when it is only ours. */
  readonly attribution: string;
  /** 审图号, e.g. 鲁SG(2026)001号; empty without one. */
  readonly approval: string;
}

/** GET /api/basemap: everything a map is drawn from. Kept on the device, so that it opens without a network. */
export interface BaseMapAnswer {
  /** Cells in force with shared borders, in whole units (geo/atlas.ts). */
  readonly source: MapSource;
  readonly atlas: Atlas;
  /** One letter for each line of the atlas: between cells `n`, communities `c`, townships `t`, or the rim `r`. */
  readonly levels: string;
  /** x, y and then the steps from spot to spot, in units of the atlas. */
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly name: string;
    readonly steps: readonly number[];
  }[];
  readonly places: readonly {
    readonly kind: PlaceKind;
    readonly name: string;
    readonly at: readonly [lng: number, lat: number];
  }[];
}

/** GET /api/map/counts: cells in which something is open, of what the person may see. */
export interface MapCountsAnswer {
  /** The version of the grid that was asked for; null: the cells of each case's day. */
  readonly gridVersion: GridVersionName | null;
  readonly cells: readonly {
    readonly code: string;
    readonly name: string;
    readonly open: number;
    readonly overdue: number;
  }[];
  /** Open cases that lie in no cell of the version that was asked for; 0 without one. */
  readonly beside: number;
}

/** A name that somebody taught by confirming where it is. */
export interface NameRow {
  readonly id: string;
  readonly name: string;
  readonly point: Point;
  readonly cell: Named | null;
  /** Who taught it, and by which case. */
  readonly by: string;
  readonly at: Instant;
  readonly caseId: string | null;
  readonly undone: { readonly by: string; readonly at: Instant } | null;
  /** Whether the person who asks may take it back. */
  readonly mayUndo: boolean;
}

/** GET /api/names: the latest first. */
export interface NamesAnswer {
  readonly rows: readonly NameRow[];
}

/** GET /api/gazetteer: every name and where it is, as geo/places/finder.ts reads it. */
export type GazetteerAnswer = Gazetteer;

/** POST /api/locate {point} */
export interface LocateAnswer {
  readonly placement: Placement;
  readonly cell: Named | null;
  readonly township: Named | null;
  /** Its cells in the layers over the governance grid, as they are in force; layers without one are left out. */
  readonly layers: readonly LayerCell[];
  /** What is probably wrong with a point that lies in no cell; null for one that lies in one. */
  readonly fault: Fault | null;
  /** The point that was probably meant; null where there is nothing to offer. */
  readonly correction: CorrectionAnswer | null;
}

/** GET /api/map/cells */
export interface MapCellsAnswer {
  readonly cells: readonly {
    readonly code: string;
    readonly name: string;
    readonly townshipCode: string;
    readonly rings: Area;
    /** Open cases in the cell, of those the person may see. */
    readonly open: number;
    readonly overdue: number;
  }[];
  readonly townships: readonly { readonly code: string; readonly name: string; readonly rings: Area }[];
  /** Rivers, roads, lakes: drawn faintly beneath, so that people find their way without tiles. */
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly name: string;
    readonly path: readonly (readonly [lng: number, lat: number])[];
  }[];
}

/** GET /api/map/cases?box=w,s,e,n */
export interface MapCasesAnswer {
  readonly rows: readonly (Pick<
    CaseRow,
    | "id"
    | "number"
    | "state"
    | "text"
    | "address"
    | "item"
    | "cell"
    | "holder"
    | "warnAt"
    | "dueAt"
    | "severeAt"
    | "dueBy"
  > & { readonly point: Point })[];
  readonly now: Instant;
}
