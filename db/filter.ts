/** The filters of the worklist as conditions. */
import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, not, or, sql, type SQL } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { Lamp } from "../server/domain/clock.ts";
import { open } from "../server/domain/moves/row.ts";
import type { Mark } from "../server/domain/marks.ts";
import type { Instant } from "../server/domain/time.ts";
import type { Base } from "./db.ts";
import type { CaseFilter } from "./store.ts";

type Tables = Base["tables"];

export function filterCondition(tables: Tables, filter: CaseFilter, now: Instant): SQL | undefined {
  return and(...stateConditions(tables, filter, now), ...placeConditions(tables, filter));
}

/** Written without a parameter, so that SQLite sees the partial index of open cases. */
export function isOpenRow({ cases }: Tables): SQL {
  return sql`${cases.open} = true`;
}

/** `lampOf` (server/domain/clock.ts) in SQL; NULL when no clock runs. */
export function lampColumn({ cases }: Tables, now: Instant): SQL<Lamp | null> {
  return sql<Lamp | null>`case
    when ${isNull(cases.dueAt)} then null
    when ${lte(cases.severeAt, now)} then 'severe'
    when ${lte(cases.dueAt, now)} then 'red'
    when ${lte(cases.warnAt, now)} then 'amber'
    else 'green' end`;
}

function stateConditions(tables: Tables, filter: CaseFilter, now: Instant): readonly (SQL | undefined)[] {
  const { cases } = tables;
  const { states, lamp, desk, overdueEver } = filter;
  return [
    // All open states are told by their index alone, which a list then takes without reading rows
    states && !isEveryOpen(states) ? inArray(cases.state, [...states]) : undefined,
    states?.every(isOpen) ? isOpenRow(tables) : undefined,
    lamp && eq(lampColumn(tables, now), lamp),
    given(filter.dueFrom, (from) => gte(cases.dueAt, from)),
    given(filter.dueTo, (to) => lt(cases.dueAt, to)),
    given(desk, (needed) => (needed ? isNotNull(cases.desk) : isNull(cases.desk))),
    given(overdueEver, (missed) => (missed ? gt(cases.missed, 0) : eq(cases.missed, 0))),
    given(filter.mark, (mark) => isMarked(tables, mark)),
    given(filter.beyondAssisting, (seer) => isMoreThanAssistant(tables, seer)),
    given(filter.reportedFrom, (from) => gte(cases.reportedAt, from)),
    given(filter.reportedTo, (to) => lt(cases.reportedAt, to)),
  ];
}

function isEveryOpen(states: NonNullable<CaseFilter["states"]>): boolean {
  return states.every(isOpen) && new Set(states).size === open.length;
}

function placeConditions(tables: Tables, filter: CaseFilter): readonly (SQL | undefined)[] {
  const { cases } = tables;
  return [
    given(filter.township, (code) => eq(cases.townshipCode, code)),
    given(filter.cell, (code) => eq(cases.cellCode, code)),
    given(filter.unit, (code) => eq(cases.leadUnit, code)),
    filter.holder && inArray(cases.holder, [...filter.holder]),
    filter.hands && inHands(tables, filter.hands),
    given(filter.handler, (account) => isAssigned(tables, eq(tables.assignments.handler, account))),
    given(filter.item, (code) => eq(cases.itemCode, code)),
    given(filter.channel, (channel) => sql`${cases.channel} = ${channel}`),
    given(filter.reportedBy, (account) => eq(cases.reportedBy, account)),
    filter.words ? saysWords(tables, filter.words) : undefined,
  ];
}

/** Marks hold no wildcard; `is not null` lets the partial index of marked cases serve. */
function isMarked({ cases }: Tables, mark: Mark): SQL {
  return sql`(${cases.marks} is not null and ${cases.marks} like ${`%,${mark},%`})`;
}

/** A ruler that assists as well is left out too: it finds its rulings by other lists. */
function isMoreThanAssistant(
  tables: Tables,
  { unit, account }: NonNullable<CaseFilter["beyondAssisting"]>,
): SQL {
  const { cases, assignments } = tables;
  const assists = isAssigned(tables, and(eq(assignments.part, "assist"), eq(assignments.unit, unit)));
  return sql`(${eq(cases.leadUnit, unit)} or ${eq(cases.reportedBy, account)} or ${not(assists)})`;
}

function inHands(tables: Tables, units: readonly string[]): SQL | undefined {
  return or(...handBranches(tables, units));
}

/** The ways in which a case can be in hands: held, or open and waiting for an assistant. Each has an index of its own. */
export function handBranches(tables: Tables, units: readonly string[]): readonly (SQL | undefined)[] {
  const { assignments, cases } = tables;
  // In the words of its index, and looked up by it: open cases are many, those who assist now are few
  const assisting = sql`select ${assignments.caseId} from ${assignments} where ${assignments.part} = 'assist'
    and ${assignments.state} in ('called', 'signed') and ${inArray(assignments.unit, [...units])}`;
  return [inArray(cases.holder, [...units]), and(isOpenRow(tables), sql`${cases.id} in (${assisting})`)];
}

function isAssigned({ cases, assignments }: Tables, condition: SQL | undefined): SQL {
  return sql`exists (select 1 from ${assignments} where ${and(eq(assignments.caseId, cases.id), condition)})`;
}

function given<T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined {
  return value === undefined ? undefined : condition(value);
}

/** A plain piece of the text, the address or the number; letters of either case. */
function saysWords({ cases }: Tables, words: string): SQL | undefined {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const says = (column: SQL | typeof cases.text) => sql`lower(${column}) like ${pattern} escape '\\'`;
  return or(says(cases.text), says(sql`${cases.address}`), says(sql`${cases.number}`));
}
