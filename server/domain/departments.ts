/** Units (责任单位) of county, township and village level; data in fixtures/departments.json. */

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: "county" | "township" | "village";
  readonly type:
    | "coordination"
    | "supervision"
    | "arbitration"
    | "department"
    | "institution"
    | "enterprise"
    | "government"
    | "organization"
    | "grid";
  readonly parent: string | null;
  /** `office`: the county's calendar; else one of calendars.json by its code, as `always` for day and night. */
  readonly calendar: string;
  readonly duties: readonly string[];
  readonly aliases: readonly string[];
}
