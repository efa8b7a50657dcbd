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

/** A day that the county or a unit adds: a fair, a flood watch, a local holiday. */
export interface CountyDay {
  readonly date: Day;
  readonly kind: "off" | "work";
  readonly name: string;
  /** The notice it rests on. */
  readonly basis: string;
}

/**
 * What must be said aloud when the system starts: years whose arrangement the State Council has not announced. Deadlines
 * there count only the statutory holidays and are provisional; nobody guesses make-up workdays.
 */
export function calendarWarnings(years: readonly CalendarYear[]): readonly string[] {
  return years
    .filter((year) => year.status === "notAnnounced")
    .map(
      ({ year }) =>
        `${year} 年放假调休安排尚未公布：只按法定节日计算，落在 ${year} 年的截止时刻都是暂定的。` +
        `国务院办公厅通知公布后，请在“县定数据 · 工作日历”里导入。`,
    );
}
