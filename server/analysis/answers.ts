/** Findings with names, for those who may act on them. */
import type { StoredFinding } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { FindingCasesAnswer, FindingRow, FindingsAnswer } from "../domain/analysis/answers.ts";
import { findingSentence } from "../domain/analysis/words.ts";
import type { Actor } from "../domain/case.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { pinOf } from "../domain/report.ts";
import { lastRun } from "./run.ts";

const MOST = 200;
const MOST_CASES = 200;

/** Whose findings somebody looks at: null for the whole county, undefined where they are nobody's business. */
export function findingsOf({ role, unit }: Actor): string | null | undefined {
  if (role === "centre" || role === "leader") return null;
  return role === "township" && unit !== null ? unit : undefined;
}

export function mayDecide({ role }: Actor): boolean {
  return role === "centre" || role === "township";
}

/** The finding as far as it concerns this person; null where it does not. */
export async function findingFor(id: string, actor: Actor, { store }: Deps): Promise<StoredFinding | null> {
  const township = findingsOf(actor);
  const found = await store.findings.byId(id);
  return found !== null && (township === null || found.townshipCode === township) ? found : null;
}

export async function findingsAnswer(actor: Actor, deps: Deps): Promise<FindingsAnswer> {
  const { store, clock, reference } = deps;
  const ranAt = await lastRun(deps);
  const township = findingsOf(actor) ?? null;
  const found = ranAt === null ? [] : await store.findings.list({ township, run: ranAt }, MOST);
  const components = await store.components.byCodes(found.flatMap(({ component }) => component ?? []));
  const nameByCode = new Map(components.map(({ code, name }) => [code, name]));
  const deciders = await namesOf(found, deps);
  const viewer = {
    actor,
    deps,
    deciders,
    nameOf: (code: string) => nameByCode.get(code) ?? deps.names.any(code),
  };
  return {
    rows: found.map((row) => findingRow(row, viewer)).toSorted(byWeight),
    ranAt,
    mayDecide: mayDecide(actor),
    reasons: reference.analysis.reasons.map(({ code, name }) => ({ code, name })),
    now: clock.now(),
  };
}

interface Viewer {
  readonly actor: Actor;
  readonly deps: Deps;
  readonly deciders: ReadonlyMap<string, string>;
  readonly nameOf: (code: string) => string;
}

function findingRow(found: StoredFinding, { actor, deps, deciders, nameOf }: Viewer): FindingRow {
  const { id, kind, state, townshipCode, cells, point, from, to, cases, expected, chance, component } = found;
  const { names, reference } = deps;
  const { decidedBy, decidedAt, reason, note, taskCase, firstAt } = found;
  const named = reference.analysis.reasons.find(({ code }) => code === reason);
  return {
    id,
    kind,
    state,
    sentence: findingSentence(found, nameOf),
    township: names.township(townshipCode),
    cells: cells.flatMap((code) => names.cell(code) ?? []),
    point,
    from,
    to,
    count: cases.length,
    expected,
    chance,
    component: component === null ? null : { code: component, name: nameOf(component) },
    firstAt,
    decided:
      decidedBy === null || decidedAt === null
        ? null
        : {
            by: deciders.get(decidedBy) ?? decidedBy,
            at: decidedAt,
            reason: named === undefined ? null : { code: named.code, name: named.name },
            note,
            taskCase,
            mayReopen: state === "dismissed" && decidedBy === actor.id,
          },
  };
}

const kinds: readonly FindingRow["kind"][] = ["surge", "recurring", "cluster", "hotCell"];

/** What waits comes first; of that, what chance explains least. */
function byWeight(a: FindingRow, b: FindingRow): number {
  const waits = (row: FindingRow) => (row.state === "open" ? 0 : 1);
  return (
    waits(a) - waits(b) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.chance ?? 1) - (b.chance ?? 1) ||
    b.count - a.count
  );
}

async function namesOf(
  found: readonly StoredFinding[],
  { store }: Deps,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(found.flatMap(({ decidedBy }) => decidedBy ?? []))];
  const accounts = await Promise.all(ids.map((id) => store.people.byId(id)));
  return new Map(accounts.flatMap((account) => (account ? [[account.id, account.name] as const] : [])));
}

export async function findingCasesAnswer(
  found: StoredFinding,
  actor: Actor,
  { store, names, clock }: Deps,
): Promise<FindingCasesAnswer> {
  const ids = found.cases.slice(0, MOST_CASES);
  const cases = await Promise.all(ids.map((id) => store.cases.byId(id)));
  const seen = cases.flatMap((row) => (row !== null && inScope(scopeOf(actor), row) ? [row] : []));
  return {
    rows: seen.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      item: names.item(row.itemCode),
      text: row.text,
      address: row.address,
      reportedAt: row.reportedAt,
      point: pinOf(row.placement),
    })),
    hidden: found.cases.length - seen.length,
    now: clock.now(),
  };
}
