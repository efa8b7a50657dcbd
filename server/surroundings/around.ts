/** What lies around a place: residents by the share of each cell within the circle, places that need care, help near by. */
import type { Account } from "../../db/store.ts";
import { boxAround, metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { onDuty } from "../domain/emergency/emergency.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { RADII, type SurroundingsAnswer } from "../domain/surroundings/answers.ts";
import { DAY } from "../domain/time.ts";
import { SIMILAR_DAYS } from "../held/cases.ts";
import type { Staff } from "../held/places.ts";
import { type Shared, sharesAround } from "./shares.ts";

const WIDEST = RADII.at(-1) ?? 0;
const WALK = 1000;
const MOST = { shownHydrants: 10, similar: 10, workers: 12 };

export async function surroundingsOf(
  { spot, item }: { readonly spot: Point; readonly item: string | null },
  actor: Actor,
  deps: Deps,
): Promise<SurroundingsAnswer> {
  const { clock, cells, heldPlaces } = deps;
  const { sites, hydrants, peopleByCell, staff } = await heldPlaces.current();
  const wide = boxAround(spot, WIDEST);
  const all = { spot, within: WIDEST, pointOf: (place: Point) => place };
  const near = sharesAround(cells, spot, RADII);
  const wet = byDistance(hydrants.inBox(wide), all);
  const residents = residentsWithin(near, peopleByCell);
  return {
    rings: RADII.map((metres, at) => ({
      metres,
      people: Math.round(residents[at] ?? 0),
      hydrants: wet.filter((row) => row.metres <= metres).length,
    })),
    peopleKnown: peopleByCell.size > 0,
    sites: byDistance(sites.inBox(wide), all).map(({ place: { kind, name, people, phone }, metres }) => ({
      kind,
      name,
      metres,
      people,
      phone,
    })),
    hydrants: wet
      .slice(0, MOST.shownHydrants)
      .map(({ place: { code, name }, metres }) => ({ code, name, metres })),
    workers: workersOf({ near, staff }, deps),
    similar: await similarCases({ spot, item }, actor, deps),
    now: clock.now(),
  };
}

/** Residents of a cell are taken to live evenly over it: so much of its area, so many of its people (面积加权). */
function residentsWithin(
  shared: readonly Shared[],
  peopleByCell: ReadonlyMap<string, number>,
): readonly number[] {
  const totals = RADII.map(() => 0);
  for (const { cell, shares } of shared) {
    const own = peopleByCell.get(cell.code) ?? 0;
    for (const [at, share] of shares.entries()) totals[at] = (totals[at] ?? 0) + own * share;
  }
  return totals;
}

/** The nearest first; metres are whole ones. */
function byDistance<T>(
  places: readonly T[],
  {
    spot,
    within,
    pointOf,
  }: { readonly spot: Point; readonly within: number; readonly pointOf: (place: T) => Point },
): readonly { readonly place: T; readonly metres: number }[] {
  return places
    .map((place) => ({ place, metres: Math.round(metresBetween(spot, pointOf(place))) }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.metres - b.metres);
}

/** Those who walk here, then those the roster names for the township now; both by their usernames. */
function workersOf(
  { near, staff }: { readonly near: readonly Shared[]; readonly staff: Staff },
  { reference, names, clock }: Deps,
): SurroundingsAnswer["workers"] {
  const walk = RADII.indexOf(WALK);
  const close = near.filter(({ shares }) => (shares[walk] ?? 0) > 0).map(({ cell }) => cell.code);
  const here = new Set(close);
  const townships = new Set(close.map((code) => code.slice(0, 9)));
  const walkers = sorted(new Set(close.flatMap((code) => staff.walkersByCell.get(code) ?? [])));
  const present = new Set(onDuty(reference.emergency.roster, clock.now()).map(({ username }) => username));
  const guards = sorted([...present].flatMap((username) => staff.byUsername.get(username) ?? []));
  return [
    ...guards.flatMap(({ name, unit }) => {
      const of = unit !== null && townships.has(unit) ? names.holder(unit) : null;
      return of === null ? [] : [{ name, of, onDuty: true }];
    }),
    ...walkers.flatMap(({ name, cells }) => {
      const of = names.cell(cells.find((code) => here.has(code)) ?? null);
      return of === null ? [] : [{ name, of, onDuty: false }];
    }),
  ].slice(0, MOST.workers);
}

function sorted(accounts: Iterable<Account>): readonly Account[] {
  return [...accounts].sort((a, b) => (a.username < b.username ? -1 : 1));
}

/** Words are read from the database for the few that are shown; who may not see them any more is left out. */
async function similarCases(
  { spot, item }: { readonly spot: Point; readonly item: string | null },
  actor: Actor,
  { store, clock, heldCases }: Deps,
): Promise<SurroundingsAnswer["similar"]> {
  if (item === null) return [];
  const scope = scopeOf(actor);
  const since = clock.now() - SIMILAR_DAYS * DAY;
  const found = await heldCases.placedAround(spot, WALK, { item, scope, since });
  const nearest = byDistance(found, { spot, within: WALK, pointOf: (row) => row.spot }).slice(
    0,
    MOST.similar,
  );
  const rows = await Promise.all(
    nearest.map(async ({ place, metres }) => ({ metres, found: await store.cases.byId(place.id) })),
  );
  return rows.flatMap(({ metres, found }) => {
    if (found === null || !inScope(scope, found)) return [];
    const { id, number, state, text } = found;
    return [{ id, number, state, metres, text }];
  });
}
