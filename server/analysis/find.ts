/** What can be found in the traces of cases, as findings; the geometry and statistics of it are geo/analysis. */
import type { CaseTrace } from "../../db/store.ts";
import { ALONE, clustersOf } from "../../geo/analysis/clusters.ts";
import { believed, tailOf } from "../../geo/analysis/discovery.ts";
import { hotScores, smoothedRates } from "../../geo/analysis/hotCells.ts";
import { type ScanCluster, type ScanEvent, scanSpaceTime } from "../../geo/analysis/scan.ts";
import type { Point } from "../../geo/point.ts";
import type { Finding } from "../domain/analysis/finding.ts";
import type { AnalysisRules } from "../domain/analysis/rules.ts";
import type { ComponentBook } from "../domain/component/component.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { findingOf, type Told } from "./findingOf.ts";

export interface AnalysisGround {
  /** Codes of the cells in force with their middles and residents (0 where nobody counted). */
  readonly cells: readonly { readonly code: string; readonly middle: Point; readonly people: number }[];
  /** For each cell, the places of those that share a side with it. */
  readonly neighbours: readonly (readonly number[])[];
}

export interface AnalysisTask {
  /** Oldest first. */
  readonly traces: readonly CaseTrace[];
  readonly ground: AnalysisGround;
  readonly rules: AnalysisRules;
  readonly components: ComponentBook;
  readonly now: Instant;
}

/** All findings of a moment. Yields while it scans, so that whoever runs it can do other things in between. */
export function* findAll(task: AnalysisTask): Generator<number, readonly Finding[]> {
  const surges = yield* findSurges(task);
  return [...surges, ...findRecurring(task), ...findClusters(task), ...findHotCells(task)];
}

/** 4 digits: matters of one minor class are counted together (垃圾类). */
const SUBJECT_DIGITS = 4;

export function* findSurges(task: AnalysisTask): Generator<number, readonly Finding[]> {
  const { traces, ground, rules, now } = task;
  const { surge } = rules;
  const placeOf = new Map(ground.cells.map(({ code }, place) => [code, place]));
  const seen = traces.flatMap((trace) => {
    const cell = placeOf.get(trace.cellCode ?? "");
    const subject = trace.itemCode?.slice(0, SUBJECT_DIGITS);
    const day = Math.floor((now - trace.reportedAt) / DAY);
    if (cell === undefined || subject === undefined || day < 0 || day >= surge.history) return [];
    return [{ trace, event: { subject, cell, day } }];
  });
  const events: readonly ScanEvent[] = seen.map(({ event }) => event);
  const middles = ground.cells.map(({ middle }) => middle);
  // The seed is the day: the same day says the same
  const seed = Math.floor(now / DAY);
  const found = yield* scanSpaceTime(events, middles, { ...surge, seed });
  return found
    .filter(({ p }) => p <= surge.chance)
    .map((cluster) =>
      findingOf(
        {
          kind: "surge",
          subject: cluster.subject,
          traces: seen.filter(({ event }) => isIn(event, cluster)).map(({ trace }) => trace),
          from: now - cluster.days * DAY,
          expected: cluster.expected,
          chance: cluster.p,
        },
        now,
      ),
    );
}

function isIn(event: ScanEvent, cluster: ScanCluster): boolean {
  return event.subject === cluster.subject && event.day < cluster.days && cluster.cells.includes(event.cell);
}

/** 高发网格: rates per resident, smoothed, with those of the neighbours; believed only as far as so many tests allow. */
export function findHotCells({ traces, ground, rules, now }: AnalysisTask): readonly Finding[] {
  const { hot } = rules;
  // Without residents a count says where people are, not where something is wrong
  if (ground.cells.every(({ people }) => people === 0)) return [];
  const since = now - hot.days * DAY;
  const byCell = new Map<string, CaseTrace[]>();
  for (const trace of traces) {
    if (trace.reportedAt < since || trace.cellCode === null) continue;
    const same = byCell.get(trace.cellCode);
    if (same) same.push(trace);
    else byCell.set(trace.cellCode, [trace]);
  }
  const counts = ground.cells.map(({ code, people }) => {
    return { events: byCell.get(code)?.length ?? 0, base: people > 0 ? people : 1 };
  });
  const scores = hotScores(smoothedRates(counts), ground.neighbours);
  const isHot = believed(scores.map(tailOf), hot.falseShare);
  const rate = sum(counts.map(({ events }) => events)) / Math.max(1, sum(counts.map(({ base }) => base)));
  return ground.cells
    .flatMap(({ code }, place): readonly Told[] => {
      const { events = 0, base = 1 } = counts[place] ?? {};
      if (isHot[place] !== true || events < hot.fewest || events <= rate * base) return [];
      const told = { kind: "hotCell", subject: null, traces: byCell.get(code) ?? [], from: since } as const;
      return [{ ...told, expected: rate * base, chance: null }];
    })
    .toSorted((a, b) => b.traces.length - a.traces.length)
    .slice(0, hot.most)
    .map((told) => findingOf(told, now));
}

/** 扎堆点位: many of one class within a stone's throw. */
export function findClusters({ traces, rules, now }: AnalysisTask): readonly Finding[] {
  const { cluster } = rules;
  const since = now - cluster.days * DAY;
  const lately = traces.filter(
    ({ reportedAt, componentCode }) => reportedAt >= since && componentCode === null,
  );
  return groupsAt(lately, SUBJECT_DIGITS, cluster).map(([subject, group]) =>
    findingOf({ kind: "cluster", subject, traces: group, from: since, expected: null, chance: null }, now),
  );
}

/** 反复发生: a component that keeps failing, or a spot where the same comes back after it was closed. */
export function findRecurring(task: AnalysisTask): readonly Finding[] {
  const { traces, rules, components, now } = task;
  const { recurring } = rules;
  const since = now - recurring.days * DAY;
  const spots = traces.filter(
    ({ reportedAt, componentCode }) => reportedAt >= since && componentCode === null,
  );
  const told = { kind: "recurring", expected: null, chance: null } as const;
  const places = groupsAt(spots, 6, recurring)
    .filter(([, group]) => comesBack(group, recurring.fewest))
    .map(([subject, group]) => findingOf({ ...told, subject, traces: group, from: since }, now));
  const { cases, days } = components.repeated;
  const from = now - days * DAY;
  const things = byComponent(traces.filter(({ reportedAt }) => reportedAt >= from))
    .filter(([, group]) => group.length >= cases)
    .map(([component, group]) =>
      findingOf({ ...told, subject: group.at(-1)?.itemCode ?? null, traces: group, from, component }, now),
    );
  return [...things, ...places];
}

/** Reported again after one of it was closed: so often that it is no remainder of the same matter. */
function comesBack(group: readonly CaseTrace[], fewest: number): boolean {
  let turns = 0;
  let closedAt = -Infinity;
  for (const trace of group.toSorted((a, b) => a.reportedAt - b.reportedAt)) {
    if (turns === 0 || trace.reportedAt > closedAt) turns += 1;
    closedAt = trace.closedAt ?? Infinity;
  }
  return turns >= fewest;
}

function byComponent(traces: readonly CaseTrace[]): readonly (readonly [string, readonly CaseTrace[]])[] {
  const groups = new Map<string, CaseTrace[]>();
  for (const trace of traces) {
    if (trace.componentCode === null) continue;
    const same = groups.get(trace.componentCode);
    if (same) same.push(trace);
    else groups.set(trace.componentCode, [trace]);
  }
  return [...groups];
}

/** Traces of one subject that stand close together. */
function groupsAt(
  traces: readonly CaseTrace[],
  digits: number,
  options: { readonly metres: number; readonly fewest: number },
): readonly (readonly [subject: string, group: readonly CaseTrace[]])[] {
  const bySubject = new Map<string, (CaseTrace & Point)[]>();
  for (const trace of traces) {
    const { itemCode, lng, lat } = trace;
    if (itemCode === null || lng === null || lat === null) continue;
    const subject = itemCode.slice(0, digits);
    const same = bySubject.get(subject);
    if (same) same.push({ ...trace, lng, lat });
    else bySubject.set(subject, [{ ...trace, lng, lat }]);
  }
  return [...bySubject].flatMap(([subject, points]) => {
    const clusters = clustersOf(points, options);
    const groups = new Map<number, CaseTrace[]>();
    for (const [place, number] of clusters.entries()) {
      const trace = points[place];
      if (number === ALONE || trace === undefined) continue;
      groups.set(number, [...(groups.get(number) ?? []), trace]);
    }
    return [...groups.values()].map((group) => [subject, group] as const);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
