/** Spans of time: 三天前 (ago), 三天了 and 半个月没人管 (lasting), 每天, 每周三 (again and again). */
import { DAY, dayNumber, HOUR, type Instant, MINUTE, startOfDay } from "../time.ts";
import { WEEKDAYS } from "./dayWords.ts";
import { type Amount, AMOUNT, AMOUNT_BEGINS, amountOf, integerOf, NUMERAL } from "./numerals.ts";
import type { Every, Found, Matcher, Window } from "./token.ts";

const SPAN = new RegExp(
  String.raw`^(${AMOUNT})(?:个(半|多)?)?(分钟|小时|钟头|天|周|星期|礼拜|月|年)(多|半)?(?:的?时间)?`,
  "u",
);

const AGO = /^(?:左右)?(?:以|之)?前(?![台往面门后头])/u;
const LASTS = /^(?:左右)?(?:了(?![解])|没|未|无人|无法|都没|还没|还未|仍)/u;
const DAYS_WITHOUT = /^(?:左右)?(?:不|都不)/u;
const ENDS = /^(?:[，。；！？、,;!?\s]|$)/u;

/** The matter itself lasts: it stands in the words before. */
const LASTING_BEFORE =
  /(?:已经?|持续|连续|长达|将近|接近|[停断没][水电气网暖]|不亮|了)(?:有|了|快|近|大概|大约|约|整整)*$/u;
/** Somebody's life lasts, not the matter. */
const LIFE_BEFORE =
  /(?:住|干|工作|买|购|开|办|上班|退休|结婚|毕业|打工|租|做|学|读|用|工龄|装修)(?:了|有|过|满|快|近|已经?|将近)*$/u;
const COUNTED = /(?:每|第|隔|再过?|需要?|要|限期?|工期|最多|未来|今后)$/u;
/** 三个月工资 is an amount, 三天内 a limit. */
const NO_SPAN =
  /^(?:的?(?:工资|薪|租金|房租|费|押金|社保|合同|水费|电费|物业)|之?以?内|以?后|之后|一[次换个]|无理由|左右一)/u;

/** Day and night, and "for ages". */
const IDIOM = /^(?:(?:24|二十四)小时|大?半天)/u;

/** One unit in days; shorter ones in milliseconds. */
const UNIT_DAYS: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30.4, 年: 365.25 };
const UNIT_SHORT: Readonly<Record<string, number>> = { 分钟: MINUTE, 小时: HOUR, 钟头: HOUR };

export const spanMatchers: readonly Matcher[] = [
  { begins: AMOUNT_BEGINS, match: (rest, before, { now }) => spanAt(rest, before, now) },
  { begins: "刚", match: (rest, _, { now }) => justNow(rest, now) },
  { begins: "每天逢一到", match: everyAt },
];

function spanAt(rest: string, before: string, now: Instant): Found | null {
  const [words, many = "", within, unit = "", more] = SPAN.exec(rest) ?? [];
  if (words === undefined || COUNTED.test(before) || IDIOM.test(rest)) return null;
  const amount = amountWith(amountOf(many), within, more);
  const after = rest.slice(words.length);
  const kind = kindOf({ before, after, unit });
  if (amount === null || kind === null) return null;
  const ago = kind === "ago" ? (AGO.exec(after)?.[0].length ?? 0) : 0;
  const said = kind === "lasting" && after.startsWith("了") ? 1 : ago;
  const slack = kind === "lasting" && unit === "天" ? DAY : 0;
  const { from, until } = windowOf(amount, unit, now);
  // 三天了 counts today or does not.
  return { kind, window: { from, until: until + slack }, length: words.length + said };
}

function justNow(rest: string, now: Instant): Found | null {
  const words = /^刚(?:才|刚(?!好))/u.exec(rest)?.[0];
  if (words === undefined) return null;
  return { kind: "ago", window: { from: now - HOUR, until: now }, length: words.length };
}

function kindOf(said: {
  readonly before: string;
  readonly after: string;
  readonly unit: string;
}): "ago" | "lasting" | null {
  const { before, after, unit } = said;
  if (AGO.test(after)) return "ago";
  if (NO_SPAN.test(after) || LIFE_BEFORE.test(before)) return null;
  const without = unit in UNIT_DAYS && DAYS_WITHOUT.test(after);
  if (LASTS.test(after) || without) return "lasting";
  return LASTING_BEFORE.test(before) && ENDS.test(after) ? "lasting" : null;
}

/** 一个半月, 两年半: half a unit more; 一个多月, 三天多: up to one more. */
function amountWith(
  amount: Amount | null,
  within: string | undefined,
  more: string | undefined,
): Amount | null {
  const added = within ?? more;
  if (amount === null || added === undefined) return amount;
  if (added === "半") return { least: amount.least + 0.5, most: amount.most + 0.5 };
  return { least: amount.least, most: amount.most + 1 };
}

/** As precise as its unit: days are whole days, weeks and months reach half of themselves to either side, minutes and hours a quarter. */
function windowOf({ least, most }: Amount, unit: string, now: Instant): Window {
  const short = UNIT_SHORT[unit];
  if (short !== undefined) {
    const about = short * Math.max(1 / 2, most / 4);
    return { from: now - most * short - about, until: Math.min(now, now - least * short + about) };
  }
  const days = UNIT_DAYS[unit] ?? 1;
  const slack = days === 1 ? 0 : Math.max(1, Math.round((days * Math.min(1, least) ** 2) / 2));
  const today = dayNumber(now);
  const from = startOfDay(today - Math.round(most * days) - slack);
  return { from, until: startOfDay(today - Math.round(least * days) + slack + 1) };
}

const EVERY_DAY =
  /^(?:每[天日]|天天|(?:每到|一到了?|每逢)(?=晚上|夜里|半夜|深夜|早上|中午|凌晨|下午|傍晚)|每(?=[晚夜早晨]|天))/u;
const EVERY_WEEK =
  /^(?:每到|每逢|逢|一到|每)个?(?:周|星期|礼拜)([一二三四五六日天末](?:[、和及]?(?:周|星期)?[一二三四五六日天])*)?/u;
const EVERY_MONTH = new RegExp(String.raw`^每个?月(?:的)?(?:(${NUMERAL})[日号])?`, "u");

function everyAt(rest: string): Found | null {
  const day = EVERY_DAY.exec(rest)?.[0];
  if (day !== undefined) return again(day, { every: "day", days: [] });
  const [week, names = ""] = EVERY_WEEK.exec(rest) ?? [];
  if (week !== undefined) return again(week, { every: "week", days: weekdaysOf(names) });
  const [month, date] = EVERY_MONTH.exec(rest) ?? [];
  if (month === undefined) return null;
  const number = date === undefined ? null : integerOf(date);
  return again(month, { every: "month", days: number === null ? [] : [number] });
}

function weekdaysOf(names: string): readonly number[] {
  const named = names.replaceAll("末", "六日").replaceAll("天", "日").split("");
  const days = named.map((name) => WEEKDAYS.indexOf(name));
  return [...new Set(days.filter((day) => day >= 0))];
}

function again(words: string, every: Every): Found {
  return { kind: "every", every, length: words.length };
}
