/** What the evaluation page shows, as it stands in the address: a copied link shows a colleague the same figures. Pure. */
import type { FigurePart, Grouping } from "../../server/domain/evaluate/answers.ts";
import type { Family } from "../../server/domain/evaluate/rules.ts";
import { DAY, type Day, dayNumber, dayOf, type Instant, parseDay } from "../../server/domain/time.ts";
import { queryOf } from "../api.ts";
import { readVersion } from "./versionInAddress.ts";

export const views = ["figures", "held", "objections", "weights"] as const;
export type View = (typeof views)[number];

export const groupings: readonly [Grouping, ...Grouping[]] = ["unit", "township", "item", "month", "cell"];
const families: readonly [Family, ...Family[]] = [
  "handling",
  "dispatching",
  "closing",
  "replying",
  "calling",
];
const parts: readonly [FigurePart, ...FigurePart[]] = ["over", "of", "excluded"];

export interface Asked {
  readonly view: View;
  readonly from: Day;
  readonly to: Day;
  readonly by: Grouping;
  readonly family: Family;
  readonly township: string | undefined;
  /** A version of the grid instead of the cells of each case's day; counts by cell and by township only. */
  readonly gridVersion: string | undefined;
}

type Query = Readonly<Record<string, string | undefined>>;

/** What is not said, or is no such word, is the plain choice: this month, by unit. */
export function readAsked(query: Query, now: Instant): Asked {
  const [month] = periods(now);
  return {
    view: oneOf(views, query["view"]),
    from: dayIn(query["from"]) ?? month.from,
    to: dayIn(query["to"]) ?? month.to,
    by: oneOf(groupings, query["by"]),
    family: oneOf(families, query["family"]),
    township: query["township"] || undefined,
    gridVersion: readVersion(query["gridVersion"]),
  };
}

export function evaluationAddress(asked: Asked): string {
  return `/evaluation${queryOf({ ...asked })}`;
}

/** The question to the server. */
export function figuresQuery({ from, to, by, township, gridVersion }: Asked): string {
  return queryOf({ from, to, by, township, gridVersion: goesByCells(by) ? gridVersion : undefined });
}

/** Units, matters and months are the same whatever the cells are. */
export function goesByCells(by: Grouping): boolean {
  return by === "cell" || by === "township";
}

export interface CasesAsked {
  readonly indicator: string;
  readonly part: FigurePart;
  readonly from: Day;
  readonly to: Day;
  readonly by: Grouping;
  /** undefined: the figure of all groups together. */
  readonly group: string | undefined;
  readonly township: string | undefined;
  readonly reason: string | undefined;
  readonly gridVersion: string | undefined;
}

export function readCasesAsked(query: Query, now: Instant): CasesAsked {
  const { from, to, by, township, gridVersion } = readAsked(query, now);
  return {
    indicator: query["indicator"] ?? "",
    part: oneOf(parts, query["part"] ?? "of"),
    from,
    to,
    by,
    group: query["group"],
    township,
    reason: query["reason"],
    gridVersion: goesByCells(by) ? gridVersion : undefined,
  };
}

export function casesAddress(asked: CasesAsked): string {
  return `/evaluation/cases${casesQuery(asked)}`;
}

/** The cases under the line of a figure: of all, or of one unit. */
export function figureAddress(of: {
  readonly indicator: string;
  readonly from: Day;
  readonly to: Day;
  readonly unit?: string;
  readonly part?: FigurePart;
}): string {
  const { indicator, from, to, unit, part = "of" } = of;
  return casesAddress({
    indicator,
    part,
    from,
    to,
    by: "unit",
    group: unit,
    township: undefined,
    reason: undefined,
    gridVersion: undefined,
  });
}

/** A group without a code is asked for by an empty name, so it must not be dropped from the address. */
export function casesQuery({ group, ...rest }: CasesAsked, after: string | null = null): string {
  const query = queryOf({ ...rest, after });
  return group === undefined ? query : `${query}&group=${encodeURIComponent(group)}`;
}

export interface HeldAsked {
  readonly from: Day;
  readonly to: Day;
  readonly state: string | undefined;
  readonly unit: string | undefined;
}

export function readHeldAsked(query: Query, now: Instant): HeldAsked {
  const { from, to } = readAsked(query, now);
  return { from, to, state: query["state"] || undefined, unit: query["unit"] || undefined };
}

/** The cases behind a bar of held time: of a stage, of a unit, or of both. */
export function heldAddress(asked: Partial<HeldAsked> & Pick<HeldAsked, "from" | "to">): string {
  return `/evaluation/held${queryOf({ ...asked })}`;
}

export interface NamedPeriod {
  readonly code: "thisMonth" | "lastMonth" | "thirtyDays" | "thisYear";
  readonly from: Day;
  readonly to: Day;
}

/** Periods that are asked for again and again, this month first. */
export function periods(now: Instant): readonly [NamedPeriod, ...NamedPeriod[]] {
  const today = dayNumber(now);
  const to = dayOf(today);
  const firstOfMonth = `${to.slice(0, 7)}-01`;
  const endOfLast = dayOf((parseDay(firstOfMonth) ?? today) - 1);
  return [
    { code: "thisMonth", from: firstOfMonth, to },
    { code: "lastMonth", from: `${endOfLast.slice(0, 7)}-01`, to: endOfLast },
    { code: "thirtyDays", from: dayOf(dayNumber(now - 29 * DAY)), to },
    { code: "thisYear", from: `${to.slice(0, 4)}-01-01`, to },
  ];
}

function dayIn(text: string | undefined): Day | undefined {
  return text !== undefined && parseDay(text) !== null ? text : undefined;
}

/** The first of the list stands for what is not in it. */
function oneOf<T extends string>(known: readonly [T, ...T[]], text: string | undefined): T {
  return known.find((one) => one === text) ?? known[0];
}
