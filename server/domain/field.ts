/** Out in the field (外勤): what the county lets phones do, and the tasks that a grid worker walks to. */
import type { Datum, Point } from "../../geo/point.ts";
import type { CaseRow } from "./listAnswers.ts";
import type { CasePhoto } from "./case.ts";
import type { Instant } from "./time.ts";

/** A map app that leads the way (导航). It is told the place and the name of the item, and only when it is tapped. */
export interface MapApp {
  readonly code: string;
  readonly name: string;
  /** What its coordinates are measured in. */
  readonly datum: Datum;
  /** Address with `{lng}`, `{lat}` and `{name}`. */
  readonly address: string;
  /** The published interface it rests on. */
  readonly basis: string;
}

/** Time and place drawn onto photos on the phone (照片水印). */
export interface StampRule {
  readonly on: boolean;
  /** Also the name of the cell and the coordinates; never on confidential reports. */
  readonly place: boolean;
  readonly basis: string;
}

export interface FieldRule {
  readonly version: string;
  readonly mapApps: readonly MapApp[];
  readonly stamp: StampRule;
}

/** A task to walk to: one to be verified (核实) or checked (核查). */
export interface FieldTask extends CaseRow {
  /** WGS-84; null where it is not known where it is. */
  readonly point: Point | null;
  readonly photos: readonly CasePhoto[];
}

/** GET /api/field/tasks. */
export interface FieldTasksAnswer {
  readonly rows: readonly FieldTask[];
  readonly now: Instant;
}
