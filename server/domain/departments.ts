/** Units (责任单位) of county, township and village level; data in fixtures/departments.json. */
import type { Day } from "./time.ts";

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
  /** 停用（撤并）: from this day on nothing new is given to it; what it has and had stays its own. */
  readonly closedOn?: Day;
  /** The unit that goes on with its matters. */
  readonly mergedInto?: string;
}

/** @param day today, where the question is about something new. */
export function isClosed({ closedOn }: Pick<Unit, "closedOn">, day: Day): boolean {
  return closedOn !== undefined && closedOn <= day;
}
