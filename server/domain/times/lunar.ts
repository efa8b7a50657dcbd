/**
 * The Chinese lunar calendar (农历), years 2015 to 2040: month lengths are found by astronomy (GB/T 33661), not by a rule
 * short enough for this file, so they stand here as a table. A fact of nature: no county changes it.
 */
import { parseDay } from "../time.ts";
import type { Days } from "./token.ts";

/** First day of the year (正月初一), lengths of its months in order (1: 30 days, 0: 29), number of the month before the leap one or 0. */
type Row = readonly [first: string, months: string, leapAfter: number];

const FIRST_YEAR = 2015;

const YEARS: readonly Row[] = [
  ["2015-02-19", "010010111010", 0],
  ["2016-02-08", "101001011011", 0],
  ["2017-01-28", "0101001010111", 6],
  ["2018-02-16", "010100100111", 0],
  ["2019-02-05", "101010010011", 0],
  ["2020-01-25", "0111010010101", 4],
  ["2021-02-12", "011010101010", 0],
  ["2022-02-01", "101011010101", 0],
  ["2023-01-22", "0100110110101", 2],
  ["2024-02-10", "010010110110", 0],
  ["2025-01-29", "1010010101110", 6],
  ["2026-02-17", "101001001111", 0],
  ["2027-02-07", "010100100110", 0],
  ["2028-01-26", "1110100100110", 5],
  ["2029-02-13", "110101010010", 0],
  ["2030-02-02", "110110101010", 0],
  ["2031-01-23", "0110101101010", 3],
  ["2032-02-11", "100101101101", 0],
  ["2033-01-31", "0100101011101", 11],
  ["2034-02-19", "010010101101", 0],
  ["2035-02-08", "101001001101", 0],
  ["2036-01-28", "1101001001011", 6],
  ["2037-02-15", "110100100101", 0],
  ["2038-02-04", "110101010010", 0],
  ["2039-01-24", "1101101010100", 5],
  ["2040-02-12", "101101011010", 0],
];

export interface LunarDate {
  readonly month: number;
  /** 1 … 30; null for the whole month. */
  readonly day: number | null;
  /** 闰月. */
  readonly leap: boolean;
}

/** @returns null outside of the table and for months and days the year does not have. */
export function lunarDays(year: number, { month, day, leap }: LunarDate): Days | null {
  const row = rowOf(year);
  if (row === null || (leap && row.leapAfter !== month)) return null;
  const isBehindLeap = row.leapAfter > 0 && (month > row.leapAfter || leap);
  const place = month - 1 + (isBehindLeap ? 1 : 0);
  const length = row.lengths[place];
  if (length === undefined || month < 1 || month > 12 || (day !== null && (day < 1 || day > length)))
    return null;
  const first = row.lengths.slice(0, place).reduce((sum, days) => sum + days, row.first);
  const from = day === null ? first : first + day - 1;
  return { from, until: day === null ? first + length : from + 1 };
}

/** 除夕: the last day of the year. */
export function lastLunarDay(year: number): Days | null {
  const row = rowOf(year);
  const end = row && row.lengths.reduce((sum, days) => sum + days, row.first);
  return end === null ? null : { from: end - 1, until: end };
}

/** @param day number of a day, see `dayNumber`. @returns null outside of the table. */
export function lunarYearOf(day: number): number | null {
  const at = YEARS.findLastIndex(([first]) => (parseDay(first) ?? Infinity) <= day);
  const end = lastLunarDay(FIRST_YEAR + at);
  return end !== null && day < end.until ? FIRST_YEAR + at : null;
}

function rowOf(year: number) {
  const [first, months, leapAfter] = YEARS[year - FIRST_YEAR] ?? [];
  const firstDay = first === undefined ? null : parseDay(first);
  if (months === undefined || leapAfter === undefined || firstDay === null) return null;
  return { first: firstDay, lengths: Array.from(months, (long) => (long === "1" ? 30 : 29)), leapAfter };
}
