/** What the API says of the versions of the grid. */
import type { Area, CellKind } from "../../geo/cell.ts";
import type { GridFaultCode } from "../../geo/check/fault.ts";
import type { Datum } from "../../geo/point.ts";
import type { Named } from "./named.ts";
import type { LayerRule } from "./gridRules.ts";
import type { GridLayer, GridVersion } from "./gridVersion.ts";
import type { Day, Instant } from "./time.ts";

/** GET /api/grid */
export interface GridAnswer {
  readonly layers: readonly (LayerRule & {
    /** The version in force today; null where there is none. */
    readonly version: number | null;
  })[];
  /** The newest first. */
  readonly versions: readonly (GridVersion & { readonly by: string; readonly inForce: boolean })[];
  readonly drafts: readonly DraftHead[];
  readonly mayEdit: boolean;
  readonly today: Day;
  /** What to do where there is no grid at all. */
  readonly hint: string | null;
  readonly now: Instant;
}

export interface DraftHead {
  readonly layer: GridLayer;
  readonly revision: number;
  readonly source: string;
  readonly by: string;
  readonly changedAt: Instant;
}

/** The cell of a point in a layer besides the governance grid, and the version that says so. */
export interface LayerCell {
  readonly layer: Named;
  readonly cell: Named;
  readonly version: number;
}

/** A cell as it is drawn on the page. */
export interface GridCellAnswer {
  readonly code: string;
  readonly name: string;
  readonly kind: CellKind;
  readonly rings: Area;
}

/** GET /api/grid/versions/:version */
export interface GridCellsAnswer {
  readonly version: number;
  readonly kept: readonly GridCellAnswer[];
  readonly begun: readonly GridCellAnswer[];
  /** Cells of the version before that ended with this one. */
  readonly ended: readonly GridCellAnswer[];
}

/** What a tap can mend of a draft as a whole. */
export type Correction =
  | { readonly kind: "datum"; readonly datum: Datum }
  | { readonly kind: "swapped" }
  | { readonly kind: "rings" };

export interface GridFaultAnswer {
  readonly code: GridFaultCode;
  readonly grave: boolean;
  readonly cells: readonly string[];
  readonly at: readonly [lng: number, lat: number] | null;
  readonly message: string;
  readonly correction: Correction | null;
}

/** GET /api/grid/draft, and the answer to every change of it. */
export interface GridDraftAnswer extends DraftHead {
  readonly datum: Datum;
  readonly stated: boolean;
  /** In WGS-84; what cannot be drawn at all is among the faults only. */
  readonly cells: readonly GridCellAnswer[];
  readonly faults: readonly GridFaultAnswer[];
  /** Codes that cells have or had: a new cell takes none of them. */
  readonly usedCodes: readonly string[];
  /** The properties of the shapes of an imported file, each with an example; empty otherwise. */
  readonly fields: readonly { readonly name: string; readonly example: string }[];
}

/** POST /api/grid/draft/trial: what publishing would change; nothing is changed by asking. */
export interface GridTrialAnswer {
  readonly validFrom: Day;
  readonly kept: number;
  readonly begun: number;
  readonly ended: number;
  readonly cells: readonly { readonly code: string; readonly name: string; readonly change: CellChange }[];
  /** Open cases that would lie in another cell; they keep the cell of their day. */
  readonly open: {
    readonly looked: number;
    readonly moved: number;
    readonly rows: readonly {
      readonly number: string;
      readonly before: string | null;
      readonly after: string | null;
    }[];
  };
  /** Grid workers whose cells end. */
  readonly workers: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** A cell that ends and begins again under its code has changed. */
export type CellChange = "begun" | "ended" | "changed";
