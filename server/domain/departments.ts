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
  /** 联系人: whom to ask for there, told to signed-in people alone. */
  readonly contactName?: string;
  /** 联系电话 of the office. */
  readonly contactPhone?: string;
}

/** A closed unit, and the open one that goes on with its matters; null where none is named. */
export interface Succession {
  readonly closed: string;
  readonly heir: string | null;
}

/** 机构撤并: follows `mergedInto` to a unit that is open that day. @returns null for a unit that is open itself, or unknown. */
export function successionOf(
  code: string,
  unitsByCode: ReadonlyMap<string, Unit>,
  day: Day,
): Succession | null {
  const first = unitsByCode.get(code);
  if (!first || !isClosed(first, day)) return null;
  const seen = new Set<string>();
  for (let unit: Unit | undefined = first; unit && !seen.has(unit.code);) {
    if (!isClosed(unit, day)) return { closed: code, heir: unit.code };
    seen.add(unit.code);
    unit = unitsByCode.get(unit.mergedInto ?? "");
  }
  return { closed: code, heir: null };
}

/** @param day today, where the question is about something new. */
export function isClosed({ closedOn }: Pick<Unit, "closedOn">, day: Day): boolean {
  return closedOn !== undefined && closedOn <= day;
}
