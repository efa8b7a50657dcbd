/** Parts of the day and hours: 凌晨, 晚上八点半, 20:30, 下午三四点. */
import { AMOUNT, AMOUNT_BEGINS, amountOf, integerOf, NUMERAL } from "./numerals.ts";
import type { Clock, Found, Matcher, Minutes, Part } from "./token.ts";

const HOUR = 60;

const PARTS: readonly (readonly [words: RegExp, part: Part, from: number, until: number])[] = [
  [/^凌晨/u, "dawn", 0, 6],
  [/^(?:一?大?清早|一大早|清晨|早晨|早上|早(?=[晨\d一二三四五六七八九十]|就))/u, "morning", 5, 10],
  [/^(?:上午|午前)/u, "morning", 6, 12],
  [/^(?:中午|午间|正午)/u, "noon", 11, 14],
  [/^(?:下午|午后)/u, "afternoon", 12, 18],
  [/^傍晚/u, "afternoon", 17, 20],
  [/^(?:晚上|晚间|夜晚)/u, "evening", 18, 24],
  [/^(?:后?半夜|深夜|夜里|夜间|大半夜)/u, "night", 21, 30],
];

/** After 昨, 今, 前, 明, 每, 当 and the eve of a feast one character is enough. */
const SHORT: readonly (readonly [words: RegExp, part: Part, from: number, until: number])[] = [
  [/^[早晨]/u, "morning", 5, 10],
  [/^午/u, "noon", 11, 14],
  [/^晚/u, "evening", 18, 24],
  [/^夜/u, "night", 21, 30],
];

/** 一点 is a little, 两点建议 are two pieces of advice. */
const NO_HOUR = /^(?:建议|意见|要求|诉求|问题|原因|水|电|都|也|儿|没)/u;

const ONES = "一二三四五六七八九";
const SPOKEN = new RegExp(
  String.raw`^(${AMOUNT})(?:点钟?整?|时(?![间候常不段刻效]))(?:(半)|(一刻|三刻)|(${NUMERAL}(?=分)|零[${ONES}]|[二三四五]?十[${ONES}]?|\d{2})分?)?(多|左右|许|前后)?`,
  "u",
);
const DIGITAL = /^(\d{1,2})[:：](\d{2})(?!\d|[:：]\d)(左右|许|前后)?/u;

export const clockMatchers: readonly Matcher[] = [
  { begins: "凌一大清早晨上午中正下傍晚夜后半深", match: partAt },
  { begins: AMOUNT_BEGINS, match: (rest) => digitalAt(rest) ?? spokenAt(rest) },
];

function partAt(rest: string, before: string): Found | null {
  const rows = /(?:[昨今前明每当夕]|元宵|三十)$/u.test(before) ? [...PARTS, ...SHORT] : PARTS;
  for (const [pattern, part, from, until] of rows) {
    const words = pattern.exec(rest)?.[0];
    if (words !== undefined) return { kind: "part", part, minutes: hours(from, until), length: words.length };
  }
  return null;
}

function digitalAt(rest: string): Found | null {
  const [words, hour = "", minute = "", about] = DIGITAL.exec(rest) ?? [];
  const number = Number(hour);
  if (words === undefined || number > 24 || Number(minute) > 59) return null;
  const exact = number > 12 || hour.startsWith("0");
  const clock = { hours: [number, number] as const, minute: Number(minute), span: 1, exact };
  return { kind: "clock", clock: { ...clock, around: about !== undefined }, length: words.length };
}

function spokenAt(rest: string): Found | null {
  const [words, hour = "", half, quarter, minutes, about] = SPOKEN.exec(rest) ?? [];
  const amount = amountOf(hour);
  if (words === undefined || amount === null || NO_HOUR.test(rest.slice(words.length))) return null;
  const { least, most } = amount;
  const within = minuteOf({ half, quarter, minutes });
  if (!Number.isInteger(least) || most > 24 || most - least > 1 || within === null) return null;
  const [minute, span] = within;
  const exact = least > 12 || least === 0;
  const around = about !== undefined && about !== "多";
  return {
    kind: "clock",
    clock: { hours: [least, most], minute, span, exact, around },
    length: words.length,
  };
}

type Said = Readonly<Record<"half" | "quarter" | "minutes", string | undefined>>;

/** Minute and how many minutes the words leave open: 八点 is any time of that hour, 八点二十 that minute. */
function minuteOf({ half, quarter, minutes }: Said): readonly [number, number] | null {
  if (half !== undefined) return [30, 30];
  if (quarter !== undefined) return [quarter === "一刻" ? 15 : 45, 15];
  if (minutes === undefined) return [0, HOUR];
  const minute = integerOf(minutes);
  return minute === null || minute > 59 ? null : [minute, 1];
}

/** @returns null when nobody can say which half of the day is meant, or when hour and part contradict each other. */
export function minutesOf(
  { hours: [first, last], minute, span, exact, around }: Clock,
  part: Part | null,
): Minutes | null {
  const from = hourOf(first, { part, exact });
  const last24 = hourOf(last, { part, exact });
  if (from === null || last24 === null) return null;
  const start = from * HOUR + minute;
  const end = last24 * HOUR + minute + span;
  return around ? { from: start - HOUR / 2, until: start + HOUR / 2 + 1 } : { from: start, until: end };
}

function hourOf(
  hour: number,
  { part, exact }: { readonly part: Part | null; readonly exact: boolean },
): number | null {
  switch (part) {
    case null:
      return exact ? hour : null;
    case "dawn":
      return hour === 12 ? 0 : hour <= 6 ? hour : null;
    case "morning":
      return hour >= 4 && hour <= 12 ? hour : null;
    case "noon":
      return hour >= 11 && hour <= 14 ? hour : hour <= 2 ? hour + 12 : null;
    case "afternoon":
      return hour >= 12 && hour <= 20 ? hour : hour <= 7 ? hour + 12 : null;
    case "evening":
    case "night":
      return nightHour(hour);
  }
}

/** 晚上十二点 is midnight, 夜里两点 belongs to the next day. */
function nightHour(hour: number): number | null {
  if (hour >= 17) return hour;
  if (hour === 12 || hour <= 4) return hour === 12 ? 24 : 24 + hour;
  return hour >= 5 && hour <= 11 ? hour + 12 : null;
}

function hours(from: number, until: number): Minutes {
  return { from: from * HOUR, until: until * HOUR };
}
