/** What stands on the leader's cockpit (领导驾驶舱): chosen by the county in `fixtures/cockpit.json`. */

export type CockpitFigureRule =
  | { readonly kind: "reported" | "calls"; readonly target: null }
  | {
      readonly kind: "indicator";
      /** Code of an indicator of the evaluation that is a share. */
      readonly indicator: string;
      /** Between 0 and 1; null where the county has set none. */
      readonly target: number | null;
    };

export interface CockpitRules {
  /** Few numbers, in this order. */
  readonly figures: readonly CockpitFigureRule[];
  /** Units at the end of the list by this indicator. */
  readonly worst: { readonly indicator: string; readonly most: number };
  /** Items of which there are more than before: at least so many, at most so many rows. */
  readonly rising: { readonly least: number; readonly most: number };
  /** Cases to ask about now. */
  readonly ask: { readonly most: number };
}
