/** Days by their names: 昨天, 上周三, 3月5日, 上个月底, 国庆节. What may be this year's or last year's is not guessed. */
import { dayNumber, dayOf, parseDay, weekday } from "../time.ts";
import { LUNAR_BEGINS, lunarDayAt } from "./lunarWords.ts";
import { integerOf, NUMERAL, NUMERAL_BEGINS } from "./numerals.ts";
import type { Days, Found, Matcher, Moment } from "./token.ts";

const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨: -1,
  前: -2,
  今天: 0,
  今日: 0,
  今: 0,
  明天: 1,
  明日: 1,
  明: 1,
  大后天: 3,
  后天: 2,
};

export const WEEKDAYS = "日一二三四五六";

/** 昨 and 今 alone are days only before a part of one: 昨晚, 今早. */
const RELATIVE_DAY = /^(?:大?前天|前日|昨[天日]|今[天日]|明[天日]|大?后天|[昨今前明](?=[晚夜早晨午]))/u;
/** 前几天 are over, 这几天 are not. */
const SOME_DAYS = /^(?:前[几两](?:天|日)|(?:这|近|最近)[几两](?:天|日))/u;
const WEEK = /^(上上|上|这|本|下)个?(?:周|星期|礼拜)(?:([一二三四五六日天])|(末))?/u;
const MONTH = new RegExp(String.raw`^(上上|上|这|本|下)个?月(?:份|(初|中旬|底|末)|(${NUMERAL})[日号])?`, "u");
const DATE = new RegExp(
  String.raw`^(?:(\d{4}|[二〇零一-九]{4}|去|今|前|明)年)?(?:的)?(${NUMERAL})月(?:份|(初|中旬|底|末)|(${NUMERAL})[日号]?)?`,
  "u",
);
const DIGITS = /^(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)[日号]?/u;
const YEAR = /^(?:(去|前|今)年|(20\d{2})年)(?![春夏秋冬初底末中上下]|\s?\d)/u;
const DAY_OF_MONTH = new RegExp(
  String.raw`^(${NUMERAL})号(?=开始|起|以来|至今|当?天|早|上午|中午|下午|晚|凌晨|夜)`,
  "u",
);

export const dayMatchers: readonly Matcher[] = [
  {
    begins: LUNAR_BEGINS,
    match: (rest, before, { now }) => lunarDayAt(rest, before, dayNumber(now), lastOf),
  },
  { begins: "大前昨今明后这近最", match: (rest, _, { now }) => relativeDay(rest, dayNumber(now)) },
  { begins: "上这本下", match: (rest, _, { now }) => weekOrMonth(rest, dayNumber(now)) },
  {
    begins: `${NUMERAL_BEGINS}去今前明`,
    match: (rest, before, { now }) => date(rest, before, dayNumber(now)),
  },
  { begins: "元春清端中劳国五十过", match: (rest, _, moment) => festivalAt(rest, moment) },
];

function relativeDay(rest: string, today: number): Found | null {
  const some = SOME_DAYS.exec(rest)?.[0];
  if (some !== undefined) {
    const isPast = some.startsWith("前");
    const many = some.includes("几") ? 9 : 3;
    return found(some, { from: today - many, until: isPast ? today - 1 : today + 1 });
  }
  const words = RELATIVE_DAY.exec(rest)?.[0];
  if (words === undefined) return null;
  const from = today + (RELATIVE[words] ?? 0);
  return found(words, { from, until: from + 1 });
}

function weekOrMonth(rest: string, today: number): Found | null {
  const [week, whichWeek = "", weekdayName, end] = WEEK.exec(rest) ?? [];
  if (week !== undefined) return found(week, weekOf(whichWeek, { day: weekdayName, end }, today));
  const [words, which = "", part, day] = MONTH.exec(rest) ?? [];
  if (words === undefined) return null;
  const { year, month } = monthAfter(today, STEPS[which] ?? 0);
  return found(words, inMonth(year, month, { part, day }));
}

function date(rest: string, before: string, today: number): Found | null {
  return (
    digits(rest) ?? monthAndDay(rest, today) ?? wholeYear(rest, today) ?? dayOfMonth(rest, before, today)
  );
}

function digits(rest: string): Found | null {
  const [words, year = "", month = "", day = ""] = DIGITS.exec(rest) ?? [];
  return words === undefined ? null : found(words, inMonth(Number(year), Number(month), { day }));
}

function monthAndDay(rest: string, today: number): Found | null {
  const [words, year, month = "", part, day] = DATE.exec(rest) ?? [];
  const number = integerOf(month);
  if (words === undefined || number === null || number < 1 || number > 12) return null;
  if (year === undefined && day === undefined && !/[份初旬底末]$/u.test(words)) return null;
  const said = (of: number) => inMonth(of, number, { part, day });
  return found(words, year === undefined ? nearest(said, today) : said(yearNamed(year, today)));
}

function wholeYear(rest: string, today: number): Found | null {
  const [words, last, year] = YEAR.exec(rest) ?? [];
  if (words === undefined) return null;
  const number = yearNamed(last ?? year ?? "", today);
  return found(words, between(firstOf(number, 1), firstOf(number + 1, 1)));
}

/** The last one there was: 5号晚上. 5号楼 is a house. */
function dayOfMonth(rest: string, before: string, today: number): Found | null {
  const [words, day] = DAY_OF_MONTH.exec(rest) ?? [];
  if (words === undefined || /[\d第路段楼栋月]$/u.test(before)) return null;
  const days = [0, -1].map((step) => {
    const { year, month } = monthAfter(today, step);
    return inMonth(year, month, { day });
  });
  return found(words, days.find((one) => one !== null && one.from <= today) ?? null);
}

const STEPS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1 };

/** Weeks begin on Monday. */
function weekOf(
  which: string,
  { day, end }: { readonly day: string | undefined; readonly end: string | undefined },
  today: number,
): Days {
  const monday = today - ((weekday(today) + 6) % 7) + 7 * (STEPS[which] ?? 0);
  if (end !== undefined) return { from: monday + 5, until: monday + 7 };
  if (day === undefined) return { from: monday, until: monday + 7 };
  const from = monday + ((WEEKDAYS.indexOf(day === "天" ? "日" : day) + 6) % 7);
  return { from, until: from + 1 };
}

interface WithinMonth {
  readonly part?: string | undefined;
  readonly day?: string | undefined;
}

/** 初: the first ten days, 中旬 the second, 底 and 末 what follows the twentieth. @returns null for no real day. */
function inMonth(year: number, month: number, { part, day }: WithinMonth): Days | null {
  const [first, next] = [firstOf(year, month), firstOf(year, month + 1)];
  if (first === null || next === null) return null;
  if (day !== undefined) {
    const date = integerOf(day) ?? 0;
    const from = first + date - 1;
    return date < 1 || from >= next ? null : { from, until: from + 1 };
  }
  if (part === "初") return { from: first, until: first + 10 };
  if (part === "中旬") return { from: first + 10, until: first + 20 };
  return { from: part === undefined ? first : first + 20, until: next };
}

/** @param month may be 13: January of the next year. */
function firstOf(year: number, month: number): number | null {
  const whole = year + Math.floor((month - 1) / 12);
  const within = ((((month - 1) % 12) + 12) % 12) + 1;
  return parseDay(`${String(whole).padStart(4, "0")}-${String(within).padStart(2, "0")}-01`);
}

function monthAfter(today: number, step: number): { readonly year: number; readonly month: number } {
  const [year = 0, month = 0] = dayOf(today).split("-").map(Number);
  const months = year * 12 + month - 1 + step;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

function yearNamed(words: string, today: number): number {
  const year = Number(dayOf(today).slice(0, 4));
  const step = { 去: -1, 前: -2, 今: 0, 明: 1 }[words];
  if (step !== undefined) return year + step;
  return Number(words.replaceAll(/\D/gu, (numeral) => String(integerOf(numeral) ?? 0)));
}

/** A date without its year: the last one, unless the next one is nearer, for then nobody knows. */
function nearest(said: (year: number) => Days | null, today: number): Days | null {
  const year = Number(dayOf(today).slice(0, 4));
  return lastOf(
    [year - 1, year, year + 1].flatMap((of) => said(of) ?? []),
    today,
  );
}

/** @param days in rising order. */
function lastOf(days: readonly Days[], today: number): Days | null {
  const last = days.findLast(({ from }) => from <= today);
  const next = days.find(({ from }) => from > today);
  if (last === undefined) return null;
  return next === undefined || today - last.until < next.from - today ? last : null;
}

/** 国庆路 and 五一广场 are places: a festival is meant with 节 or with what people say of times. */
const AFTER_FESTIVAL =
  /^(?:节(?![前后])(?:期间|假期|当天)?(?![路街巷村桥])|期间|假期|放假|小?长假|当天|那天|至今|以来|开始)/u;
const OTHER_NAMES: Readonly<Record<string, string>> = { 五一: "劳动节", 十一: "国庆节", 过年: "春节" };

function festivalAt(rest: string, { now, festivals }: Moment): Found | null {
  const names = [...new Set(festivals.map(({ name }) => name))];
  const short = names.map((name) => [name.replace(/节$/u, ""), name] as const);
  const spoken = [...short, ...Object.entries(OTHER_NAMES)].find(([word]) => rest.startsWith(word));
  if (spoken === undefined) return null;
  const [word, name] = spoken;
  const after = AFTER_FESTIVAL.exec(rest.slice(word.length))?.[0];
  const isWhole = name === word && !/^[路街巷村桥前后]/u.test(rest.slice(word.length));
  if (after === undefined && !isWhole) return null;
  const length = word.length + (after?.startsWith("节") ? 1 : 0);
  const spans = festivals
    .filter((festival) => festival.name === name)
    .flatMap(({ start, end }) => between(parseDay(start), (parseDay(end) ?? 0) + 1) ?? [])
    .sort((a, b) => a.from - b.from);
  return found(rest.slice(0, length), lastOf(spans, dayNumber(now)));
}

function between(from: number | null, until: number | null): Days | null {
  return from === null || until === null ? null : { from, until };
}

function found(words: string, days: Days | null): Found | null {
  return days && { kind: "day", days, length: words.length };
}
