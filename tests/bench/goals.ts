/** The goals of the house as data: each a figure that is measured beside its limit, in one run. */

export interface Goal {
  readonly id: GoalId;
  readonly name: string;
  readonly sense: "atLeast" | "atMost";
  readonly limit: number;
  /** What the figure is a multiple or a number of. */
  readonly of: string;
}

const list = [
  ["intake", "the whole way in, 32 at a time", "atLeast", 0.6, "group commit of the same rows"],
  ["grouped", "the whole way in, 32 at a time", "atLeast", 3, "one transaction for each"],
  ["door", "the whole way in over HTTP, 64 connections", "atLeast", 0.6, "group commit of the same rows"],
  ["postgres", "the whole way in on PostgreSQL", "atLeast", 2, "plain pg transactions of the same rows"],
  ["beside", "p99 of a light GET beside reports", "atMost", 0.25, "the same, writing in the main thread"],
  ["besideSlow", "the same, 5 ms added to each sync", "atMost", 0.1, "the same, writing in the main thread"],
  ["aged", "the whole way in on a county of years", "atLeast", 0.65, "that of an empty one"],
  ["page", "a filtered page, the dearest", "atMost", 3, "reading the 50 newest rows"],
  ["stats", "figures from sums, the dearest", "atMost", 1.2, "reading the 50 newest rows"],
  ["search", "two to four characters, the dearest", "atMost", 4, "reading the 50 newest rows"],
  ["polling", "polling with many clocks pending", "atMost", 1.2, "polling with 10 thousand"],
  [
    "firing",
    "firing clocks that are due, on PostgreSQL",
    "atLeast",
    2,
    "pg-boss, fetched and completed in 500s",
  ],
  [
    "firingRecorded",
    "firing clocks that are due, on PostgreSQL",
    "atLeast",
    2,
    "pg-boss, with jobs that write a record",
  ],
  ["lives", "whole lives of cases", "atLeast", 1000, "a second, in one process"],
  ["lifeTime", "p99 of the slowest act at half that load", "atMost", 100, "ms"],
  ["memory", "memory of the process that did it", "atMost", 512, "MB"],
] as const satisfies readonly (readonly [string, string, Goal["sense"], number, string])[];

export type GoalId = (typeof list)[number][0];

export const goals: readonly Goal[] = list.map(([id, name, sense, limit, of]) => ({
  id,
  name,
  sense,
  limit,
  of,
}));

/** What a run found; `told` says how, where the name alone does not. */
export interface Found {
  readonly goal: GoalId;
  readonly value: number;
  readonly told?: string;
}

export interface Verdict extends Goal {
  readonly value: number | null;
  readonly told: string;
  /** null where it was not measured. */
  readonly isReached: boolean | null;
}

export function judge(found: readonly Found[]): readonly Verdict[] {
  return goals.map((goal) => {
    const { value = null, told = "" } = found.find((each) => each.goal === goal.id) ?? {};
    const isReached =
      value === null ? null : goal.sense === "atLeast" ? value >= goal.limit : value <= goal.limit;
    return { ...goal, value, told, isReached };
  });
}

/** A table for people and for docs/performance.md. */
export function printVerdicts(verdicts: readonly Verdict[]): readonly string[] {
  const rows = verdicts.map(({ name, of, sense, limit, value, told, isReached }) => {
    const wanted = `${sense === "atLeast" ? "≥" : "≤"} ${limit} ${of}`;
    const measured = value === null ? "not measured" : `${short(value)}${told === "" ? "" : ` (${told})`}`;
    const gap = value === null ? 1 : sense === "atLeast" ? limit / value : value / limit;
    const verdict = isReached === null ? "–" : isReached ? "reached" : `missed by ${short(gap)} times`;
    return `| ${name} | ${wanted} | ${measured} | ${verdict} |`;
  });
  return ["| what | goal | measured | |", "| --- | --- | --- | --- |", ...rows];
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
