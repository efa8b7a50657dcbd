/**
 * A year's arrangement as people have it: the State Council's notice pasted as text, a table (CSV), or a calendar file
 * (ICS). Read into the year's data; what could not be read is named line by line, and nothing is guessed.
 */
import type { CalendarYear } from "../calendarData.ts";
import { dayOf, type Day, parseDay } from "../time.ts";

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly expected: string;
}

export interface ReadYear {
  readonly year: CalendarYear;
  readonly unread: readonly UnreadLine[];
}

interface Found {
  readonly holidays: { name: string; start: Day; end: Day }[];
  readonly makeups: { date: Day; forHoliday: string }[];
  readonly unread: UnreadLine[];
}

/** @param year the year that is edited; days of others are named as unread. */
export function readCalendarText(text: string, year: number): ReadYear {
  const found: Found = { holidays: [], makeups: [], unread: [] };
  const clean = text.replace(/^\uFEFF/u, "");
  if (/BEGIN:VCALENDAR/iu.test(clean)) readIcs(clean, found);
  else if (/[,\t]/u.test(clean) && /\d{4}-\d{2}-\d{2}/u.test(clean)) readTable(clean, found);
  else readNotice(clean, year, found);
  const strange = (day: Day) => !day.startsWith(`${year}-`);
  for (const { start, name } of found.holidays.filter((row) => strange(row.start) && strange(row.end)))
    found.unread.push({ line: 0, text: `${start} ${name}`, expected: `${year} 年的日期` });
  const holidays = merged(found.holidays.filter((row) => !strange(row.start) || !strange(row.end))).map(
    (row) => ({
      ...row,
      start: row.start < `${year}-01-01` ? `${year}-01-01` : row.start,
      end: row.end > `${year}-12-31` ? `${year}-12-31` : row.end,
    }),
  );
  const notice = noticeIn(clean);
  return {
    year: {
      year,
      status: "confirmed",
      notice,
      holidays,
      makeupWorkdays: found.makeups.filter(({ date }) => !strange(date)).sort(byDate),
      offDates: [...new Set(holidays.flatMap(({ start, end }) => daysBetween(start, end)))].sort(),
    },
    unread: found.unread,
  };
}

/** 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。 */
function readNotice(text: string, year: number, found: Found): void {
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    const row = /^\s*[一二三四五六七八九十]+、\s*([^：:\s]+)\s*[：:](.*)$/u.exec(line);
    const name = row?.[1];
    const rest = row?.[2];
    if (name === undefined || rest === undefined) {
      if (/放假|上班/u.test(line) && /\d+月\d+日/u.test(line) && !/^\s*节假日期间/u.test(line))
        found.unread.push({
          line: at + 1,
          text: line.trim().slice(0, 60),
          expected: "“一、元旦：1月1日至3日放假，1月4日上班”",
        });
      continue;
    }
    const before = found.holidays.length;
    for (const sentence of rest.split(/[。；;]/u)) readSentence(sentence, { name, year }, found);
    if (found.holidays.length === before)
      found.unread.push({ line: at + 1, text: line.trim().slice(0, 60), expected: `${name}放假的日期` });
  }
}

function readSentence(
  text: string,
  { name, year }: { readonly name: string; readonly year: number },
  found: Found,
): void {
  const sentence = text.replaceAll(/[（(][^）)]*[）)]/gu, "");
  if (sentence.includes("上班")) {
    let month = 0;
    for (const match of sentence.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日/gu)) {
      month = Number(match[1] ?? month);
      found.makeups.push({ date: dateOf(year, month, Number(match[2])), forHoliday: name });
    }
    return;
  }
  if (!/放假|休息/u.test(sentence)) return;
  const pattern = /(\d{1,2})月(\d{1,2})日(?:\s*(?:至|到|—|－|-|~)\s*(?:(\d{1,2})月)?(\d{1,2})日)?/gu;
  for (const [, month, first, lastMonth, last] of sentence.matchAll(pattern)) {
    const start = dateOf(year, Number(month), Number(first));
    const end = last === undefined ? start : dateOf(year, Number(lastMonth ?? month), Number(last));
    found.holidays.push({ name, start, end });
  }
}

/** 日期,类型,名称: one day in a row; the kind is 放假 or 上班. */
function readTable(text: string, found: Found): void {
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    const cells = line.split(/[,\t]/u).map((cell) => cell.trim().replaceAll(/^"|"$/gu, ""));
    const date = cells.find((cell) => /^\d{4}-\d{2}-\d{2}$/u.test(cell));
    if (date === undefined) {
      if (line.trim() !== "" && at > 0)
        found.unread.push({ line: at + 1, text: line.slice(0, 60), expected: "日期，如 2027-01-01" });
      continue;
    }
    const name =
      cells.find((cell) => cell !== date && !/放假|上班|调休|^休$|^班$/u.test(cell) && cell !== "") ?? "";
    const kind = cells.find((cell) => /放假|上班|调休|^休$|^班$/u.test(cell)) ?? "";
    if (parseDay(date) === null || kind === "")
      found.unread.push({ line: at + 1, text: line.slice(0, 60), expected: "真实的日期，和“放假”或“上班”" });
    else if (/上班|班$/u.test(kind)) found.makeups.push({ date, forHoliday: name || "调休" });
    else found.holidays.push({ name: name || "放假", start: date, end: date });
  }
}

/** Events of whole days; one that speaks of 班 is worked, any other is off. */
function readIcs(text: string, found: Found): void {
  const unfolded = text.replaceAll(/\r?\n[ \t]/gu, "");
  for (const [event] of unfolded.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/giu)) {
    const start = icsDay(/DTSTART[^:]*:(\d{8})/iu.exec(event)?.[1]);
    const until = icsDay(/DTEND[^:]*:(\d{8})/iu.exec(event)?.[1]);
    const summary = (/SUMMARY[^:]*:(.*)/iu.exec(event)?.[1] ?? "").trim();
    if (start === null) {
      found.unread.push({ line: 0, text: summary.slice(0, 60), expected: "有整天的开始日期" });
      continue;
    }
    // The end of an event is the day after its last
    const end = until === null || until <= start ? start : dayOf((parseDay(until) ?? 0) - 1);
    const name = summary.replaceAll(/[（(]?(放假|休假|休息|休|调休上班|补班|上班|班)[）)]?/gu, "").trim();
    if (/班/u.test(summary))
      for (const date of daysBetween(start, end)) found.makeups.push({ date, forHoliday: name || "调休" });
    else found.holidays.push({ name: name || "放假", start, end });
  }
}

function noticeIn(text: string): CalendarYear["notice"] {
  const title = /国务院办公厅关于\s*\d{4}\s*年部分节假日安排的通知/u.exec(text)?.[0].replaceAll(/\s/gu, "");
  const docNo = /国办发[^\s〔[]*[〔[]\d{4}[〕\]]\d+号/u.exec(text)?.[0];
  const signed = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/mu.exec(text);
  if (title === undefined || docNo === undefined || signed === null) return null;
  return { title, docNo, published: dateOf(Number(signed[1]), Number(signed[2]), Number(signed[3])) };
}

/** Days of one holiday that follow each other are one stretch. */
function merged(rows: Found["holidays"]): Found["holidays"] {
  const sorted = rows.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const joined: Found["holidays"] = [];
  for (const row of sorted) {
    const last = joined.at(-1);
    const next = last === undefined ? null : dayOf((parseDay(last.end) ?? 0) + 1);
    if (last !== undefined && last.name === row.name && next === row.start) last.end = row.end;
    else joined.push({ ...row });
  }
  return joined;
}

function dateOf(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function icsDay(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return parseDay(day) === null ? null : day;
}

function daysBetween(start: Day, end: Day): readonly Day[] {
  const [from, to] = [parseDay(start) ?? 0, parseDay(end) ?? -1];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => dayOf(from + at));
}

function byDate(a: { readonly date: Day }, b: { readonly date: Day }): number {
  return a.date < b.date ? -1 : 1;
}
