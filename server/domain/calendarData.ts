/** The working calendar as data (fixtures/calendar): what the State Council announced, year by year. */
import type { Day } from "./time.ts";

export interface CalendarYear {
  readonly year: number;
  /** `notAnnounced`: only the statutory days are known; deadlines in this year are provisional. */
  readonly status: "confirmed" | "notAnnounced";
  readonly notice: { readonly title: string; readonly docNo: string; readonly published: Day } | null;
  readonly holidays: readonly { readonly name: string; readonly start: Day; readonly end: Day }[];
  /** 调休上班: weekend days that are worked. */
  readonly makeupWorkdays: readonly { readonly date: Day; readonly forHoliday: string }[];
  readonly offDates: readonly Day[];
}

/** Office hours of a season; later rows win where they overlap. */
export interface OfficeHours {
  readonly validFrom: Day;
  /** `MM-DD`, both ends included; may run over the turn of the year. */
  readonly seasonFrom: string;
  readonly seasonTo: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: readonly number[];
  /** `["08:30", "12:00"]` … in order, without overlap. */
  readonly segments: readonly (readonly [from: string, to: string])[];
}
