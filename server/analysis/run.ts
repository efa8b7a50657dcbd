/** One run of analysis over the whole county, in slices, so that the server answers in between; and what it found, kept. */
import { setImmediate as pause } from "node:timers/promises";
import type { StoredFinding } from "../../db/store.ts";
import type { Cell } from "../../geo/cell.ts";
import type { Point } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import type { Finding } from "../domain/analysis/finding.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { type AnalysisTask, findAll } from "./find.ts";

/** When analysis last ran, in the settings of the installation. */
const RAN = "analysis.ran";

export async function lastRun({ store }: Pick<Deps, "store">): Promise<Instant | null> {
  const kept = await store.settings.get(RAN);
  return kept === null ? null : Number(kept);
}

/** @returns how many findings there are. */
export async function runAnalysis(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const found = await drained(findAll(await taskOf(deps, now)));
  const named: Finding[] = [];
  for (const finding of found) named.push(await asNew(finding, deps));
  await deps.store.findings.put(named, now);
  await deps.store.settings.put(RAN, String(now));
  return named.length;
}

export async function taskOf(deps: Deps, now: Instant): Promise<AnalysisTask> {
  const { store, reference, cells, neighbours } = deps;
  const { analysis: rules, components } = reference;
  const days = Math.max(rules.surge.history, rules.recurring.days, components.repeated.days);
  const [traces, people] = await Promise.all([store.findings.traces(now - days * DAY), store.sites.people()]);
  const peopleByCell = new Map(people.map((row) => [row.cellCode, row.people]));
  const placeOf = new Map(cells.map(({ code }, place) => [code, place]));
  return {
    traces,
    rules,
    components,
    now,
    ground: {
      cells: cells.map((cell) => ({
        code: cell.code,
        middle: middleOf(cell),
        people: peopleByCell.get(cell.code) ?? 0,
      })),
      neighbours: cells.map(({ code }) => neighbours(code).flatMap((other) => placeOf.get(other) ?? [])),
    },
  };
}

/** How long the server may be kept from answering. */
const SLICE = 15;

async function drained<T>(steps: Generator<unknown, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
}

/** As many new cases after somebody decided make it a new matter, with a name of its own. */
const RENEWED_BY = 3;

async function asNew(finding: Finding, { store }: Deps): Promise<Finding> {
  const known = await store.findings.byId(finding.id);
  if (known === null || known.state === "open" || !isRenewed(finding, known)) return finding;
  return asNewFrom(finding, known, store);
}

async function asNewFrom(finding: Finding, known: StoredFinding, store: Deps["store"]): Promise<Finding> {
  const renewed = { ...finding, id: `${finding.id}@${known.decidedAt}` };
  const again = await store.findings.byId(renewed.id);
  if (again === null || again.state === "open" || !isRenewed(renewed, again)) return renewed;
  return asNewFrom(finding, again, store);
}

function isRenewed(finding: Finding, known: StoredFinding): boolean {
  const before = new Set(known.cases);
  return finding.cases.filter((id) => !before.has(id)).length >= RENEWED_BY;
}

/** Middle of the box around a cell: near enough for circles of kilometres. */
function middleOf({ rings }: Cell): Point {
  const corners = rings.flat(2);
  const mid = (values: readonly number[]) =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { lng: mid(corners.map(([lng]) => lng)), lat: mid(corners.map(([, lat]) => lat)) };
}
