/**
 * When it was, since when it has been so, how often it comes again: read from the words of a report against the instant
 * at which it was made, in Beijing time. Never more precise than what was said (昨晚 is an evening, 三天前 a day), and
 * nothing where the words leave two readings (八点 without morning or evening, 12月25日 said in November).
 */
import { DAY, dayNumber, type Instant, MINUTE, startOfDay } from "../time.ts";
import { clockMatchers, minutesOf } from "./clockWords.ts";
import { dayMatchers } from "./dayWords.ts";
import { spanMatchers } from "./spanWords.ts";
import { type Phrase, phrasesOf } from "./phrases.ts";
import type { Every, Festival, Matcher, Minutes, Moment, Token, Window } from "./token.ts";

interface Said {
  /** As they stand in the text, from character `at` on. */
  readonly words: string;
  readonly at: number;
}

/** `when`: it was within these instants; `since`: it began within them and goes on. End excluded. */
export type SaidTime = Said &
  (
    | ({ readonly kind: "when" | "since" } & Window)
    | ({ readonly kind: "often"; readonly minutes: Minutes | null } & Every)
  );

const READ_AT_MOST = 600;
const MOST = 8;
const VAGUE = 200 * DAY;

const matchersByLetter = byLetter([...spanMatchers, ...dayMatchers, ...clockMatchers]);

/** The holidays of all years that are known. */
export function festivalsOf({ years }: Years): readonly Festival[] {
  return years.flatMap(({ holidays }) => holidays);
}

interface Years {
  readonly years: readonly { readonly holidays: readonly Festival[] }[];
}

/** @param now the instant of the report. @returns what was said, in the order of the text. */
export function timesIn(text: string, now: Instant, festivals: readonly Festival[]): readonly SaidTime[] {
  const tokens = tokensIn(text.slice(0, READ_AT_MOST), { now, festivals });
  return tokens.length === 0
    ? []
    : phrasesOf(tokens, text)
        .flatMap((phrase) => timeOf(phrase, text, now))
        .slice(0, MOST);
}

function byLetter(matchers: readonly Matcher[]): ReadonlyMap<string, readonly Matcher[]> {
  const letters = new Set(matchers.flatMap(({ begins }) => begins.split("")));
  return new Map(
    [...letters].map((letter) => [letter, matchers.filter(({ begins }) => begins.includes(letter))]),
  );
}

function tokensIn(text: string, moment: Moment): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const matchers = matchersByLetter.get(text.charAt(at));
    const token = matchers === undefined ? null : tokenAt(text, at, { matchers, moment });
    if (token !== null) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

/** What a span or a verb before it needs to be told by. */
const LOOKS_BACK = 12;
const LOOKS_AHEAD = 30;

function tokenAt(
  text: string,
  at: number,
  { matchers, moment }: { readonly matchers: readonly Matcher[]; readonly moment: Moment },
): Token | null {
  const rest = text.slice(at, at + LOOKS_AHEAD);
  const before = text.slice(Math.max(0, at - LOOKS_BACK), at);
  for (const { match } of matchers) {
    const found = match(rest, before, moment);
    if (found !== null) return { ...found, at, end: at + found.length };
  }
  return null;
}

function timeOf(phrase: Phrase, text: string, now: Instant): readonly SaidTime[] {
  const { at, end, kind, every, until } = phrase;
  const said = { words: text.slice(at, end), at };
  if (every !== null) return [{ ...said, kind: "often", ...every, minutes: spanOfDay(phrase) }];
  const first = windowOf(phrase, now);
  const last = until && windowOf(until, now);
  if (first === null || (until !== null && last === null)) return [];
  const whole = last === null ? first : { from: first.from, until: endOf(until, last) };
  // 去年修的路 tells of the road, not of the matter; 从去年开始 tells of it.
  const isVague = kind === "when" && whole.until - whole.from > VAGUE;
  if (whole.until <= whole.from || isVague || (kind === "since" && whole.from > now)) return [];
  return [{ ...said, kind, ...whole }];
}

/** A part of the day without a day is of today or yesterday only where it is said to have begun then. */
function windowOf(phrase: Phrase, now: Instant): Window | null {
  const { window, day, part, clock, kind } = phrase;
  if (window !== null) return window;
  const minutes = minutesSaid(phrase);
  if (day === null) return kind === "since" && minutes !== null ? latest(minutes, now) : null;
  const [from, until] = [startOfDay(day.from), startOfDay(day.until)];
  const isOneDay = day.until - day.from === 1;
  // 今天半夜 may be the night that has been or the one to come.
  const isUnclear =
    part?.part === "night" && day.from === dayNumber(now) && (clock === null || (minutes?.from ?? 0) >= 1440);
  return minutes === null || !isOneDay || isUnclear ? { from, until } : within(from, minutes);
}

function latest(minutes: Minutes, now: Instant): Window | null {
  const today = dayNumber(now);
  const windows = [today, today - 1].map((day) => within(startOfDay(day), minutes));
  return windows.find(({ from }) => from <= now) ?? null;
}

function within(day: Instant, { from, until }: Minutes): Window {
  return { from: day + from * MINUTE, until: day + until * MINUTE };
}

/** 每天八点到十点 from one to the other; 每晚 its part of the day. */
function spanOfDay(phrase: Phrase): Minutes | null {
  const first = minutesSaid(phrase);
  const last = phrase.until && minutesSaid(phrase.until);
  if (first === null || last === null || last === undefined) return first;
  const end = endOf(phrase.until, last);
  return { from: first.from, until: end > first.from ? end : end + 1440 };
}

/** 晚上十点以后 is what is left of the evening, 早上八点前 what was of the morning; without a part nobody knows how long. */
function minutesSaid({ part, clock, bound }: Phrase): Minutes | null {
  const hour = clock && minutesOf(clock, part?.part ?? null);
  if (hour === null || bound === null) return hour ?? part?.minutes ?? null;
  const bounds =
    part &&
    (bound === "after" ? { ...part.minutes, from: hour.from } : { ...part.minutes, until: hour.from });
  return bounds !== null && bounds.from < bounds.until ? bounds : (part?.minutes ?? null);
}

/** 到两点 ends when that hour begins, 到周三 with that day. */
function endOf(last: Phrase | null, { from, until }: Minutes): number {
  return last !== null && last.clock !== null ? from : until;
}
