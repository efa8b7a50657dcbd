/** What a decision is made with: everything from outside the core, as plain values and pure functions. */
import type { Placer } from "../../geo/locate.ts";
import type { ComponentAt } from "./component/component.ts";
import type { Calendar } from "./calendar.ts";
import type { CalendarBook } from "./calendars.ts";
import type { DispatchCatalogue } from "./catalogue/suggest.ts";
import type { Receiver } from "./orders.ts";
import type { Emergency } from "./emergency/emergency.ts";
import type { Reference } from "./reference.ts";
import type { Instant } from "./time.ts";

export interface World {
  readonly now: Instant;
  readonly reference: Reference;
  /** The county's own. */
  readonly calendar: Calendar;
  /** 派单目录 in force; without it the duty list alone says who is responsible. */
  readonly catalogue?: DispatchCatalogue;
  /** Those of units, and the versions that are frozen on clocks. */
  readonly calendars: CalendarBook;
  /** 应急状态 in force; none in ordinary times. */
  readonly emergencies?: readonly Emergency[];
  /** 值班表: accounts of a unit that are on duty now, told first while an emergency lasts. */
  readonly onDuty?: (unit: string) => readonly string[];
  /** Point → cell. */
  readonly locate: Placer;
  /** 部件 of the register that the command names; null where the register has none of that code. */
  readonly componentAt?: (code: string) => ComponentAt | null;
  /** A fresh unique id for clocks and notices. */
  readonly newId: () => string;
  /** Cells that share a border with one: whose grid workers may look again (随机复查). */
  readonly neighbours?: (cell: string) => readonly string[];
  /**
   * Accounts of a unit that are named for a post (联络员, 分管领导, 主要领导), or the county's leaders; none means that
   * nobody would hear of it. Without this function the unit itself is told.
   */
  readonly receivers?: (unit: string, receiver: Receiver) => readonly string[];
}

/**
 * A machine's clock may be set back. What is recorded never goes back behind the last record of the case: the act counts
 * from that instant instead, and every minute stays with one holder.
 */
export function notBefore(last: Instant, world: World): World {
  return world.now >= last ? world : { ...world, now: last };
}
