/** What a decision is made with: everything from outside the core, as plain values and pure functions. */
import type { Placer } from "../../geo/locate.ts";
import type { Calendar } from "./calendar.ts";
import type { Reference } from "./reference.ts";
import type { Instant } from "./time.ts";

export interface World {
  readonly now: Instant;
  readonly reference: Reference;
  readonly calendar: Calendar;
  /** Point → cell. */
  readonly locate: Placer;
  /** A fresh unique id for clocks and notices. */
  readonly newId: () => string;
}
