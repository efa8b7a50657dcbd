import type { GridLayer } from "./gridVersion.ts";

/** What a county lays down about its grids: `fixtures/grid.json`. */
export interface GridRules {
  readonly version: string;
  readonly layers: readonly LayerRule[];
}

export interface LayerRule {
  readonly code: GridLayer;
  readonly name: string;
  /** True for the one layer whose cell decides who is sent. */
  readonly dispatches: boolean;
  /** How many digits a code has. */
  readonly codeDigits: number;
}
