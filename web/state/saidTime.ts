/** 说到的时间 in words people use, as precise as it was said: 昨天 20:00 – 21:00, 自 11月11日 起, 每天 22:00 – 次日 02:00. */
import { DAY, dayNumber, type Instant, MINUTE, startOfDay, wallClock } from "../../server/domain/time.ts";
import type { SaidTime } from "../../server/domain/times/times.ts";
import { timeWords } from "../timeWords.ts";
import { words } from "../words.ts";
import { dayText, momentText } from "./moment.ts";

export function saidTimeText(said: SaidTime, now: Instant): string {
  if (said.kind === "often") return oftenText(said);
  const when = isWholeDays(said) ? daysText(said, now) : hoursText(said, now);
  if (said.kind === "when") return when;
  return isWholeDays(said) && said.until - said.from <= DAY
    ? timeWords.since(when)
    : timeWords.sinceWithin(when);
}

type Window = Pick<Extract<SaidTime, { kind: "when" | "since" }>, "from" | "until">;

function isWholeDays({ from, until }: Window): boolean {
  return [from, until].every((at) => at === startOfDay(dayNumber(at)));
}

function daysText({ from, until }: Window, now: Instant): string {
  const first = dayText(from, now);
  return until - from <= DAY ? first : timeWords.to(first, dayText(until - DAY, now));
}

function hoursText({ from, until }: Window, now: Instant): string {
  if (until - from <= MINUTE) return momentText(from, now);
  const last = until - MINUTE;
  const end = dayNumber(from) === dayNumber(last) ? clockText(until) : momentText(until, now);
  return timeWords.to(momentText(from, now), end);
}

/** The end of a day is 24:00, not 00:00 of the next. */
function clockText(at: Instant): string {
  const text = wallClock(at).slice(11);
  return text === "00:00" ? "24:00" : text;
}

function oftenText({ every, days, minutes }: Extract<SaidTime, { kind: "often" }>): string {
  const names = days.map((day) => (every === "month" ? timeWords.monthDay(day) : words.moment.weekdays[day]));
  const which = every === "week" && names.length > 0 ? "" : timeWords.every[every];
  const when = `${which}${names.join(timeWords.and)}`;
  return minutes === null
    ? when
    : `${when} ${timeWords.to(minuteText(minutes.from), minuteText(minutes.until))}`;
}

const WHOLE_DAY = DAY / MINUTE;

function minuteText(minutes: number): string {
  const isNext = minutes > WHOLE_DAY;
  const text = clockText(startOfDay(0) + (isNext ? minutes - WHOLE_DAY : minutes) * MINUTE);
  return isNext ? `${timeWords.nextDay} ${text}` : text;
}
