/** GET /api/find: names of the county that a person may mean. */
import type { Point } from "../../geo/point.ts";

export const foundKinds = ["unit", "township", "item", "cell", "place", "component", "person"] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface FoundName {
  readonly kind: FoundKind;
  /** Of its kind; of a place its longitude and latitude, since places have no code. */
  readonly code: string;
  readonly name: string;
  /** What tells it from another of the same name: its township, its cell, the unit of a person. */
  readonly note: string;
  readonly point: Point | null;
}

/** The best of each kind, kinds in the order of `foundKinds`. */
export interface FindAnswer {
  readonly rows: readonly FoundName[];
}
