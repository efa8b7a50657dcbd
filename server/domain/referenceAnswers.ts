/** Reference data of the county: what every screen names things and counts working time by. */
import type { CalendarYear, OfficeHours } from "./calendarData.ts";
import type { NamedCalendar } from "./calendars.ts";
import type { Unit } from "./departments.ts";
import type { ReasonList } from "./fields.ts";
import type { Named } from "./named.ts";
import type { Reason } from "./reference.ts";
import type { StagePlan } from "./staging.ts";
import type { Item } from "./taxonomy.ts";

/** GET /api/reference: what every screen needs to name things and to count working time by itself. */
export interface ReferenceAnswer {
  readonly version: string;
  readonly majors: readonly {
    readonly code: string;
    readonly name: string;
    readonly minors: readonly {
      readonly code: string;
      readonly name: string;
      readonly items: readonly (Pick<
        Item,
        "code" | "name" | "leadUnit" | "urgency" | "limits" | "townshipRole"
      > & {
        /** 处置后照片 are required: known on the phone, so that a form without a network asks for them. */
        readonly photoAfter: boolean;
      })[];
    }[];
  }[];
  readonly units: readonly Pick<Unit, "code" | "name" | "shortName" | "level" | "calendar" | "closedOn">[];
  readonly townships: readonly Named[];
  readonly reasons: Readonly<Record<ReasonList, readonly Reason[]>>;
  readonly calendar: {
    readonly years: readonly CalendarYear[];
    readonly hours: readonly OfficeHours[];
    /** Calendars by name, the county's own first. */
    readonly named: readonly NamedCalendar[];
    /** Years whose holidays the State Council has not announced: deadlines there are provisional. */
    readonly notAnnounced: readonly number[];
  };
}

/** GET /api/reference/items/:code: what filing under each of its conditions sets. */
export interface ItemAnswer extends Pick<
  Item,
  "code" | "name" | "urgency" | "limits" | "conditions" | "townshipRole" | "emergencyTransfer"
> {
  /** Conditions of it that are handled in stages (先围护、后修复、再恢复). */
  readonly plans: readonly Pick<StagePlan, "name" | "conditions" | "stages" | "total">[];
  readonly leadUnit: Named;
  readonly assistUnits: readonly Named[];
}
