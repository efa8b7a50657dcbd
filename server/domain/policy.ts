/** Limits as data: what a clock is measured by. Frozen on the clock when it starts. */
import type { Budget } from "./taxonomy.ts";

export interface Policy {
  /** `check`, or `020101-1:handle` for a limit of a filing condition. */
  readonly code: string;
  readonly version: string;
  readonly budget: Budget;
  readonly warn: { readonly share: number; readonly workHours?: number };
  /** Overdue by this many times the budget counts as severe (严重超期). */
  readonly severeFactor: number;
  /** Name and version of the calendar it is counted by (calendars.ts), frozen when a clock starts. */
  readonly calendar?: string;
}
