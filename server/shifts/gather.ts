/** 系统偏移 looked for: every source of points beside where its cases are known to be. */
import type { PointedCase } from "../../db/store.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { NOBODY } from "../../geo/label.ts";
import type { Datum, Point } from "../../geo/point.ts";
import { asStated } from "../../geo/shift.ts";
import { evidenceOf as evidenceAmong } from "../../geo/shiftEvidence.ts";
import { type ShiftRun, shiftRunOf, type TimedPair } from "../../geo/shiftRun.ts";
import { toUnits } from "../../geo/units.ts";
import type { Deps } from "../deps.ts";
import { rulesOf } from "../domain/caseRules.ts";
import { placesOf } from "../domain/relocate.ts";
import { type ShiftSource, sourceOf } from "../domain/shift/source.ts";
import { DAY, HOUR, type Instant } from "../domain/time.ts";

/*
 * How far back is looked and from how many exchanged points on is a county's choice (fixtures/analysis.json). These
 * bound the work of one look in any county; what proves a shift is statistics and stands in geo/shift.ts.
 */
const MOST_CASES = 60_000;
const PAGE = 2000;
/** So many pairs prove a shift, and so many more are enough to find its ends: more addresses would only take time. */
const MOST_PAIRS = 300;
const MOST_AT_EDGE = 300;

export interface Evidence extends TimedPair {
  readonly found: PointedCase;
  readonly by: string;
}

export interface SourcePoints {
  readonly source: ShiftSource;
  readonly cases: readonly PointedCase[];
  /** In the order of time. */
  readonly evidence: readonly Evidence[];
  readonly run: ShiftRun<Evidence> | null;
  /** Points outside the county that lie in it with latitude and longitude exchanged. */
  readonly swapped: readonly PointedCase[];
}

export async function gatherSources(deps: Deps): Promise<readonly SourcePoints[]> {
  const bySource = new Map<string, { source: ShiftSource; cases: PointedCase[] }>();
  for await (const found of pointedCases(deps)) {
    const source = sourceOf(found);
    const key = `${source.kind} ${source.key}`;
    const known = bySource.get(key);
    if (known) known.cases.push(found);
    else bySource.set(key, { source, cases: [found] });
  }
  const { fewestSwapped } = deps.reference.analysis.shift;
  const isInCounty = countyOf(deps);
  const views: SourcePoints[] = [];
  for (const { source, cases } of bySource.values()) {
    const swapped = cases.filter(({ point }) => isSwapped(point, isInCounty));
    const isNoted = new Set(swapped);
    const evidence = await evidenceOf(
      cases.filter((found) => !isNoted.has(found)),
      deps,
    );
    views.push({
      source,
      cases,
      evidence,
      run: shiftRunOf(evidence) ?? null,
      swapped: swapped.length >= fewestSwapped ? swapped : [],
    });
  }
  kept.set(deps.store, { views, at: deps.clock.now() });
  return views;
}

const OLD = 6 * HOUR;

/** @returns whether it was time to look again. */
export async function gatherWhenOld(deps: Deps): Promise<boolean> {
  const last = kept.get(deps.store);
  if (last !== undefined && deps.clock.now() - last.at < OLD) return false;
  await gatherSources(deps);
  return true;
}

/** What was found last: case files offer a corrected pin from it and wait for nothing. */
export function lastGathered(deps: Pick<Deps, "store">): readonly SourcePoints[] {
  return kept.get(deps.store)?.views ?? [];
}

const kept = new WeakMap<Deps["store"], { readonly views: readonly SourcePoints[]; readonly at: Instant }>();

/**
 * Cases whose point was measured and read in the datum that the evidence is about, whenever they were sent; moved ones are
 * somebody's word.
 */
export function movableOf({ cases, run }: SourcePoints): readonly PointedCase[] {
  if (run === null) return [];
  const stated = commonDatum(run.pairs);
  return cases.filter(
    (found) => isMeasured(found) && datumOf(found) === stated && placesOf(found).length === 0,
  );
}

async function* pointedCases({ store, clock, reference }: Deps): AsyncGenerator<PointedCase> {
  // What went wrong longer ago is not corrected any more: its cases are over and reported on
  const since = clock.now() - reference.analysis.shift.days * DAY;
  let before: string | null = null;
  for (let seen = 0; seen < MOST_CASES; seen += PAGE) {
    const rows: readonly PointedCase[] = await store.shifts.pointed(since, { before, limit: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
    before = rows.at(-1)?.id ?? null;
  }
}

async function evidenceOf(cases: readonly PointedCase[], deps: Deps): Promise<readonly Evidence[]> {
  const measured = cases
    .filter((found) => isMeasured(found) && placesOf(found).length === 0)
    .sort((a, b) => a.reportedAt - b.reportedAt);
  const codes = measured.flatMap(({ rules }) => rules?.component?.code ?? []);
  const components = new Map(
    (await deps.store.components.byCodes([...new Set(codes)])).map((row) => [row.code, row]),
  );
  return evidenceAmong({
    count: measured.length,
    mostPairs: MOST_PAIRS,
    mostAtEdge: MOST_AT_EDGE,
    look(index): Evidence | null {
      const found = measured[index];
      if (found === undefined) return null;
      const component = components.get(rulesOf(found).component?.code ?? "");
      const known = component ? { point: component, by: component.name } : spokenPoint(found, deps);
      if (!known) return null;
      return { found, at: found.reportedAt, sent: found.point, known: bare(known.point), by: known.by };
    },
  });
}

/** Only crossings and landmarks as they are spelled: a village is wider than any shift. */
function spokenPoint({ address, text }: PointedCase, { findPlaces }: Deps) {
  const said = address ?? text;
  const [guess] = findPlaces(said);
  const isExact = guess?.precision === "point" && guess.heard === "spelled";
  return isExact ? { point: guess.point, by: said.slice(0, 40) } : null;
}

function bare({ lng, lat }: Point): Point {
  return { lng, lat };
}

/** What a device or another system measured; hands, words and the register are not shifted by a device. */
function isMeasured({ point: { source } }: PointedCase): boolean {
  return source === undefined || source === "satellite" || source === "import";
}

function datumOf({ point }: Pick<PointedCase, "point">): Datum {
  return point.datum === undefined || point.datum === "cgcs2000" ? "wgs84" : point.datum;
}

function commonDatum(evidence: readonly Evidence[]): Datum {
  const counts = new Map<Datum, number>();
  for (const { found } of evidence) counts.set(datumOf(found), (counts.get(datumOf(found)) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? "wgs84";
}

function countyOf({ cells, gridVersion }: Deps): (point: Point) => boolean {
  const find = createFinder(buildGrid(cells, gridVersion).index);
  return ({ lng, lat }) => find(toUnits(lng), toUnits(lat)) !== NOBODY;
}

function isSwapped(sent: PointedCase["point"], isInCounty: (point: Point) => boolean): boolean {
  const { lng, lat } = asStated(sent);
  return !isInCounty({ lng, lat }) && isInCounty({ lng: lat, lat: lng });
}
