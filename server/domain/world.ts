/** What a decision is made with: everything from outside the core, as plain values and pure functions. */
import type { Placer } from "../../geo/locate.ts";
import type { Calendar } from "./calendar.ts";
import type { CalendarBook } from "./calendars.ts";
import type { DispatchCatalogue } from "./catalogue/suggest.ts";
import type { Receiver } from "./orders.ts";
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
  /** Point → cell. */
  readonly locate: Placer;
  /** A fresh unique id for clocks and notices. */
  readonly newId: () => string;
  /**
   * Accounts of a unit that are named for a post (联络员, 分管领导, 主要领导), or the county's leaders; none means that
   * nobody would hear of it. Without this function the unit itself is told.
   */
  readonly receivers?: (unit: string, receiver: Receiver) => readonly string[];
}
