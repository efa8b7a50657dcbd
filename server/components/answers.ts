/** Components with names, cases and distances, as the screens want them. */
import type { ComponentFilter, ComponentTally } from "../../db/store.ts";
import { degreeScale, metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import type { Actor, Case } from "../domain/case.ts";
import type {
  ComponentAnswer,
  ComponentCaseRow,
  ComponentListRow,
  ComponentsAnswer,
  NearComponent,
  NearComponentsAnswer,
} from "../domain/component/answers.ts";
import { classOf, type Component } from "../domain/component/component.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { DAY } from "../domain/time.ts";

const PAGE = 50;
const MOST_CASES = 100;

export function mayImport({ role }: Actor): boolean {
  return role === "admin" || role === "centre";
}

/** @param filter `isRepeated` by the county's own rule. */
export async function componentsAnswer(
  {
    filter,
    isRepeated,
    after,
  }: { readonly filter: ComponentFilter; readonly isRepeated: boolean; readonly after: string },
  actor: Actor,
  deps: Deps,
): Promise<ComponentsAnswer> {
  const { store, clock, reference } = deps;
  const rule = reference.components.repeated;
  const asked = isRepeated ? { ...filter, repeated: { cases: rule.cases, since: sinceOf(deps) } } : filter;
  const [found, total] = await Promise.all([
    store.components.list(asked, { after, limit: PAGE + 1 }),
    store.components.count(asked),
  ]);
  const shown = found.slice(0, PAGE);
  return {
    rows: await rowsOf(shown, deps),
    total,
    next: found.length > PAGE ? (shown.at(-1)?.code ?? null) : null,
    classes: reference.components.classes.map(({ code, name }) => ({ code, name })),
    rule,
    mayImport: mayImport(actor),
    now: clock.now(),
  };
}

export async function componentAnswer(found: Component, actor: Actor, deps: Deps): Promise<ComponentAnswer> {
  const { store, clock, reference } = deps;
  const [tally] = await store.components.tallies([found.code], sinceOf(deps));
  const cases = await store.components.casesOf(found.code, MOST_CASES);
  return {
    ...listRow(found, tally, deps),
    source: found.source,
    updatedAt: found.updatedAt,
    mended: tally?.mended ?? 0,
    lastMendedAt: tally?.lastMendedAt ?? null,
    history: cases.map((row) => caseRow(row, actor, deps)),
    rule: reference.components.repeated,
    now: clock.now(),
  };
}

/** Looked for ever farther out: in a street ten metres are near, in the fields five hundred. */
const RADII = [60, 200, 600];
const ENOUGH = 5;
const SHOWN = 20;
const MOST_NEAR = 800;

/** @param items only components of which one of these is a fault; all when empty. */
export async function nearComponents(
  spot: Point,
  items: readonly string[],
  deps: Deps,
): Promise<NearComponentsAnswer> {
  for (const metres of RADII) {
    const rows = await within(spot, metres, items, deps);
    if (rows.length < ENOUGH && metres !== RADII.at(-1)) continue;
    const shown = rows.slice(0, SHOWN);
    const tallies = await tallyByCode(
      shown.map(({ code }) => code),
      deps,
    );
    return { rows: shown.map((row) => ({ ...row, open: tallies.get(row.code)?.open ?? 0 })) };
  }
  return { rows: [] };
}

async function within(spot: Point, metres: number, items: readonly string[], deps: Deps) {
  const scale = degreeScale(spot.lat);
  const [wide, high] = [metres / scale.lng, metres / scale.lat];
  const box = {
    west: spot.lng - wide,
    east: spot.lng + wide,
    south: spot.lat - high,
    north: spot.lat + high,
  };
  const found = await deps.store.components.inBox(box, { limit: MOST_NEAR });
  return found
    .map((row) => ({ ...nearRow(row, deps), metres: Math.round(metresBetween(spot, row) * 10) / 10 }))
    .filter((row) => row.metres <= metres)
    .filter((row) => items.length === 0 || row.items.some((item) => items.includes(item)))
    .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1));
}

export function nearRow(found: Component, { reference, names }: Deps): NearComponent {
  const { code, classCode, name, owner, lng, lat } = found;
  const kind = classOf(reference.components, classCode);
  return {
    code,
    class: { code: classCode, name: kind?.name ?? classCode },
    name,
    owner: names.holder(owner),
    point: { lng, lat },
    items: kind?.items ?? [],
  };
}

async function rowsOf(found: readonly Component[], deps: Deps): Promise<readonly ComponentListRow[]> {
  const tallies = await tallyByCode(
    found.map(({ code }) => code),
    deps,
  );
  return found.map((row) => listRow(row, tallies.get(row.code), deps));
}

async function tallyByCode(
  codes: readonly string[],
  deps: Deps,
): Promise<ReadonlyMap<string, ComponentTally>> {
  const tallies = await deps.store.components.tallies(codes, sinceOf(deps));
  return new Map(tallies.map((row) => [row.code, row]));
}

function listRow(found: Component, tally: ComponentTally | undefined, deps: Deps): ComponentListRow {
  const { reference, names } = deps;
  const { cellCode, unit, state } = found;
  const { code, class: kind, name, owner, point } = nearRow(found, deps);
  const { cases = 0, open = 0, lately = 0, lastReportedAt = null } = tally ?? {};
  return {
    code,
    class: kind,
    name,
    owner,
    unit: names.holder(unit),
    cell: names.cell(cellCode),
    township: names.township(cellCode?.slice(0, 9) ?? null),
    point,
    state,
    cases,
    open,
    lately,
    repeated: lately >= reference.components.repeated.cases,
    lastReportedAt,
  };
}

function caseRow(found: Case, actor: Actor, { names }: Deps): ComponentCaseRow {
  const { state, itemCode, leadUnit, reportedAt, closedAt } = found;
  const { id, number, text } = inScope(scopeOf(actor), found) ? found : hidden;
  return {
    id,
    number,
    state,
    item: names.item(itemCode),
    leadUnit: names.holder(leadUnit),
    reportedAt,
    closedAt,
    text,
  };
}

const hidden = { id: null, number: null, text: null };

function sinceOf({ clock, reference }: Deps): number {
  return clock.now() - reference.components.repeated.days * DAY;
}
