/** Filters of the worklist as they stand in the address (`?tab=todo&lamp=red&due=today`), made into those of the store. */
import * as v from "valibot";
import type { CaseFilter } from "../db/store.ts";
import type { Actor, CaseState } from "./domain/case.ts";
import { marks } from "./domain/marks.ts";
import { everywhere, open, over } from "./domain/moves/row.ts";
import { LONGEST_SEARCH } from "./domain/search.ts";
import { DAY, dayNumber, type Instant, parseDay, startOfDay, weekday } from "./domain/time.ts";
import { code, line } from "./schema.ts";

/** Lists of states that go by one name. */
const statesByTab: Readonly<Record<"open" | "done" | "all", readonly CaseState[] | undefined>> = {
  open,
  done: ["declined", "withdrawn", ...over],
  all: undefined,
};

const yes = v.picklist(["1", "true"]);
const stateList = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(${everywhere.join("|")})(,(${everywhere.join("|")}))*$`), "案卷状态，用逗号隔开"),
);

export const filterEntries = {
  /** `todo`: in this person's hands; `open`, `done`, `all`: by state. */
  tab: v.optional(v.picklist(["todo", "open", "done", "all"])),
  state: v.optional(stateList),
  lamp: v.optional(v.picklist(["green", "amber", "red", "severe"])),
  due: v.optional(v.picklist(["overdue", "today", "tomorrow", "week"])),
  /** `week`: today and the six days before it; else a day or a month. */
  reported: v.optional(
    v.union(
      [v.picklist(["today", "week"]), v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/))],
      "today、week、日期（2026-11-20）或月份（2026-11）",
    ),
  ),
  township: v.optional(code),
  cell: v.optional(code),
  unit: v.optional(code),
  holder: v.optional(code),
  item: v.optional(code),
  channel: v.optional(code),
  /** Cases on which a person must decide. */
  desk: v.optional(yes),
  /** What a list of supervision holds: `ladder:urge`, `answer`, `unheard`, `review:overdue` … */
  mark: v.optional(v.picklist(marks)),
  /** 本人经办: handed over to oneself inside the unit. */
  own: v.optional(yes),
  /** Reported by oneself. */
  mine: v.optional(yes),
  q: v.optional(line(LONGEST_SEARCH)),
} as const;

const filterQuery = v.strictObject(filterEntries);
export type FilterQuery = v.InferOutput<typeof filterQuery>;
export { filterQuery };

export function filterOf(query: FilterQuery, actor: Actor, now: Instant): CaseFilter {
  const states = statesOf(query);
  const hands = query.tab === "todo" && !query.holder ? handsOf(actor) : undefined;
  const q = query.q?.trim();
  return {
    ...(states ? { states } : {}),
    ...(query.lamp ? { lamp: query.lamp } : {}),
    ...dueWithin(query.due, now),
    ...(query.reported ? reportedWithin(query.reported, now) : {}),
    ...(query.township ? { township: query.township } : {}),
    ...(query.cell ? { cell: query.cell } : {}),
    ...(query.unit ? { unit: query.unit } : {}),
    ...(query.holder ? { holder: [query.holder] } : {}),
    ...(hands ? { hands } : {}),
    ...(query.own ? { handler: actor.id } : {}),
    ...(query.item ? { item: query.item } : {}),
    ...(query.channel ? { channel: query.channel } : {}),
    ...(query.desk ? { desk: true } : {}),
    ...(query.mark ? { mark: query.mark, ...beyondAssisting(actor) } : {}),
    ...(query.mine ? { reportedBy: actor.id } : {}),
    ...(q ? { words: q } : {}),
  };
}

function reportedWithin(text: string, now: Instant): Pick<CaseFilter, "reportedFrom" | "reportedTo"> {
  if (text === "today") return { reportedFrom: startOfDay(dayNumber(now)) };
  if (text === "week") return { reportedFrom: startOfDay(dayNumber(now) - 6) };
  const first = parseDay(text.length === 7 ? `${text}-01` : text);
  // A day that is none has no cases
  if (first === null) return { reportedFrom: 0, reportedTo: 0 };
  const [year = 0, month = 0] = text.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const end = text.length === 7 ? (parseDay(next) ?? first) : first + 1;
  return { reportedFrom: startOfDay(first), reportedTo: startOfDay(end) };
}

function statesOf(query: FilterQuery): readonly CaseState[] | undefined {
  if (query.state) return query.state.split(",") as CaseState[];
  return query.tab === undefined || query.tab === "todo" ? undefined : statesByTab[query.tab];
}

/** Marks are not for a unit that only assists: what it may not read, it may not search by. */
function beyondAssisting({ role, unit, id }: Actor): Pick<CaseFilter, "beyondAssisting"> {
  return role === "department" && unit !== null ? { beyondAssisting: { unit, account: id } } : {};
}

/** Whatever can be in this person's hands: their unit's cases, a grid worker's cells. */
function handsOf(actor: Actor): readonly string[] {
  if (actor.role === "gridWorker") return actor.cells;
  return actor.unit === null ? [] : [actor.unit];
}

/** Days of the Chinese wall clock; the week ends on Sunday. */
function dueWithin(due: FilterQuery["due"], now: Instant): Pick<CaseFilter, "dueFrom" | "dueTo"> {
  const today = startOfDay(dayNumber(now));
  const daysToMonday = (8 - weekday(dayNumber(now))) % 7 || 7;
  switch (due) {
    case undefined:
      return {};
    case "overdue":
      return { dueTo: now };
    case "today":
      return { dueFrom: now, dueTo: today + DAY };
    case "tomorrow":
      return { dueFrom: today + DAY, dueTo: today + 2 * DAY };
    case "week":
      return { dueFrom: now, dueTo: today + daysToMonday * DAY };
  }
}
