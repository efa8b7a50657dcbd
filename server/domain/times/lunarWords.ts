/**
 * Days of the lunar calendar as they are said: 农历八月十五, 正月初五, 腊月底, 大年三十, 重阳节. 八月十五 alone may be a day of
 * either calendar, 初五 alone one of any month: neither is guessed.
 */
import { dayOf } from "../time.ts";
import { lastLunarDay, lunarDays, lunarYearOf } from "./lunar.ts";
import { integerOf } from "./numerals.ts";
import type { Days, Found } from "./token.ts";

/** What such words can begin with. */
export const LUNAR_BEGINS = "农阴旧老今去前明正腊冬闰大年除元七中鬼重小龙二一三四五六八九十2";

const YEAR = String.raw`(?:(20\d{2}|[今去前明])年的?)?`;
const CALENDAR = String.raw`(?:(农历|阴历|旧历|老历)的?)?`;
const NUMBER =
  "二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九]?|[一二三四五六七八九]";
const MONTH = String.raw`(闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})月`;
const DAY = String.raw`(?:初([一二三四五六七八九十])(?![直个])|(半)(?![个年])|(初|中旬|底|末)|(${NUMBER}|\d{1,2})[日号]?)?`;
const DATE = new RegExp(`^${YEAR}${CALENDAR}${YEAR}${MONTH}${DAY}`, "u");
const EITHER_CALENDAR = new RegExp(
  `^${YEAR}(?:十[一二]?|[一二三四五六七八九])月(?:${NUMBER})(?![日号一二三四五六七八九十])`,
  "u",
);
const NEW_YEAR = new RegExp(
  String.raw`^${YEAR}(大)?年(?:初([一二三四五六七八九十])(?![直个些次])|三十(?![多几日号岁年个万元天])|夜(?!饭))`,
  "u",
);
/** 今年三十岁, 去年初一直 …: there 年 belongs to what stands before it. */
const YEAR_BEFORE = /[\d今去前明每半几多两一二三四五六七八九十]$/u;

/** 每年我都是正月十五前出门 tells of a habit. */
const EVERY_YEAR = /(?:每年|年年|历年)[^，。；！？,;!?]*$/u;

/** Behind a name that is a dish, a road or an age as well, something must say that the day is meant. */
const AS_DAY = "(?:节(?![前后])|(?=当天|那天|当晚|晚|夜|早|上午|中午|下午|凌晨|期间|以来|至今|开始))";
const on = (month: number, day: number) => (year: number) => lunarDays(year, { month, day, leap: false });

type DaysIn = (year: number) => Days | null;

const NAMES: readonly (readonly [name: string, days: DaysIn])[] = [
  ["除夕(?![路街巷村])", lastLunarDay],
  [`元宵${AS_DAY}`, on(1, 15)],
  ["(?:二月二)?龙抬头", on(2, 2)],
  ["七夕节?(?![路街巷村])", on(7, 7)],
  ["(?:中元|鬼)节", on(7, 15)],
  [`重阳${AS_DAY}`, on(9, 9)],
  [`腊八${AS_DAY}`, on(12, 8)],
  // The north keeps it on the 23rd, the south on the 24th.
  [`小年${AS_DAY}`, (year) => spanning(on(12, 23)(year), on(12, 24)(year))],
];
const NAMED = NAMES.map(([name, days]) => [new RegExp(`^${YEAR}${name}`, "u"), days] as const);

/** 农历八月十五中秋节 says the same day twice. */
const SAID_AGAIN = /^的?(?:元宵|中秋|端午|重阳|腊八|七夕|中元|小年|除夕|龙抬头)节?(?![路街巷村])/u;

/** Read, so that its parts are not read as something else, but nobody can say which day it is. */
const NOBODY_KNOWS: Days = { from: 0, until: 0 };

type Choose = (days: readonly Days[], today: number) => Days | null;

interface Said {
  readonly words: string;
  readonly year: string | undefined;
  readonly days: DaysIn;
}

/** @param choose which of several years is meant where none is named; null where nobody can say. */
export function lunarDayAt(rest: string, before: string, today: number, choose: Choose): Found | null {
  const said = dateAt(rest) ?? newYearAt(rest, before) ?? nameAt(rest);
  if (said !== null) {
    const again = SAID_AGAIN.exec(rest.slice(said.words.length))?.[0].length ?? 0;
    const days = EVERY_YEAR.test(before) ? null : daysOf(said, today, choose);
    return dayOfLength(said.words.length + again, days);
  }
  const either = EITHER_CALENDAR.exec(rest)?.[0];
  return either === undefined ? null : dayOfLength(either.length, null);
}

function dayOfLength(length: number, days: Days | null): Found {
  return { kind: "day", days: days ?? NOBODY_KNOWS, length };
}

function dateAt(rest: string): Said | null {
  const parts = DATE.exec(rest);
  if (parts === null) return null;
  const [words, early, calendar, late, leap, month = "", first, half, part, day] = parts;
  const isNamed = calendar !== undefined || leap !== undefined || /[正冬腊]/u.test(month);
  const isLunarDay = first !== undefined || (half !== undefined && /[七八]/u.test(month));
  if (!isNamed && !isLunarDay) return null;
  const number = { 正: 1, 冬: 11, 腊: 12 }[month] ?? integerOf(month) ?? 0;
  const date = first ?? day;
  const within = { month: number, leap: leap !== undefined };
  const days: DaysIn = (year) => {
    if (half !== undefined) return lunarDays(year, { ...within, day: 15 });
    if (date !== undefined) return lunarDays(year, { ...within, day: integerOf(date) ?? 0 });
    return partOf(lunarDays(year, { ...within, day: null }), part);
  };
  return { words, year: early ?? late, days };
}

function newYearAt(rest: string, before: string): Said | null {
  const parts = NEW_YEAR.exec(rest);
  if (parts === null) return null;
  const [words, year, big, first] = parts;
  if (big === undefined && (year !== undefined || YEAR_BEFORE.test(before))) return null;
  if (big === undefined && words.endsWith("夜")) return null;
  return { words, year, days: first === undefined ? lastLunarDay : on(1, integerOf(first) ?? 0) };
}

function nameAt(rest: string): Said | null {
  for (const [name, days] of NAMED) {
    const parts = name.exec(rest);
    if (parts !== null) return { words: parts[0], year: parts[1], days };
  }
  return null;
}

/**
 * 去年除夕 may be the eve that ended last year by the moon, or the one within last year by the sun. A named year counts only
 * where both calendars mean the same by it.
 */
function daysOf({ year, days }: Said, today: number, choose: Choose): Days | null {
  const lunarYear = lunarYearOf(today);
  if (lunarYear === null) return null;
  if (year === undefined)
    return choose(
      [lunarYear - 1, lunarYear, lunarYear + 1].flatMap((of) => days(of) ?? []),
      today,
    );
  const solarYear = Number(dayOf(today).slice(0, 4));
  const step = { 前: -2, 去: -1, 今: 0, 明: 1 }[year];
  if (step !== undefined && solarYear !== lunarYear) return null;
  const named = step === undefined ? Number(year) : solarYear + step;
  const found = days(named);
  return found !== null && Number(dayOf(found.from).slice(0, 4)) === named ? found : null;
}

/** 初: the first ten days, 中旬 the second, 底 and 末 what follows the twentieth. */
function partOf(month: Days | null, part: string | undefined): Days | null {
  if (month === null || part === undefined) return month;
  if (part === "初") return { from: month.from, until: month.from + 10 };
  if (part === "中旬") return { from: month.from + 10, until: month.from + 20 };
  return { from: month.from + 20, until: month.until };
}

function spanning(first: Days | null, last: Days | null): Days | null {
  return first && last && { from: first.from, until: last.until };
}
