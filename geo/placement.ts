import type { PlaceGuess } from "./places/place.ts";
import type { Datum, Point } from "./point.ts";

/** Where a reported point belongs. Plain JSON; it is stored with the report as the reason for its cell. */
export type Placement = Inside | Near | Ambiguous | Outside | Spoken;

interface Placed {
  /** The rule that decided: a stable word for records and for the sentence shown to people. */
  readonly rule: PlacementRule;
  readonly gridVersion: string;
  /** The datum the point was reported in; `point` itself is WGS-84. */
  readonly datum: Datum;
  readonly point: Point;
}

/** One cell holds the point; `borderMetres` is the way to that cell's border. */
export interface Inside extends Placed {
  readonly kind: "inside";
  readonly cell: string;
  readonly borderMetres: number;
  readonly rule: "contained" | "dedicatedFirst";
}

/** No cell holds the point, but a border is so close that the nearest cell is meant. */
export interface Near extends Placed {
  readonly kind: "near";
  readonly cell: string;
  readonly metres: number;
  readonly rule: "nearestBorder";
}

/** Several cells are possible, the likeliest first; a person has to say. */
export interface Ambiguous extends Placed {
  readonly kind: "ambiguous";
  readonly candidates: readonly Candidate[];
  readonly rule: "accuracyCircle" | "severalOwners";
}

/** No cell holds the point and none is near. */
export interface Outside extends Placed {
  readonly kind: "outside";
  readonly nearest?: Candidate;
  readonly rule: "outsideGrid";
}

/** Told in words instead of coordinates. Nobody measured it, so a person should confirm the place. */
export interface Spoken extends Placed {
  readonly kind: "spoken";
  /** What the words settle: the code of a cell, a community or a township; empty when a person has to choose. */
  readonly code: string;
  /** At most three, the likeliest first; `point` is that of the first. */
  readonly guesses: readonly PlaceGuess[];
  readonly rule: "spokenPlace";
}

/** A cell and how far its area is from the point; 0 when it holds the point. */
export interface Candidate {
  readonly cell: string;
  readonly metres: number;
}

export type PlacementRule =
  | "contained"
  | "dedicatedFirst"
  | "nearestBorder"
  | "accuracyCircle"
  | "severalOwners"
  | "outsideGrid"
  | "spokenPlace";

/** A point that cannot be a point. `value` is text because NaN and Infinity are not JSON. */
export interface BadPoint {
  readonly kind: "refusal";
  readonly code: "badPoint";
  readonly field: "lng" | "lat" | "accuracy" | "datum";
  readonly value: string;
  readonly expected: string;
}
