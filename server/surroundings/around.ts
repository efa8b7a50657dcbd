/** What lies around a place: residents by the share of each cell within the circle, places that need care, help near by. */
import type { Account, CellPeople } from "../../db/store.ts";
import { circleShare } from "../../geo/circle.ts";
import { degreeScale, metresBetween } from "../../geo/near.ts";
import type { Cell } from "../../geo/cell.ts";
import type { Point } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { onDuty } from "../domain/emergency/emergency.ts";
import { scopeOf } from "../domain/permit.ts";
import { RADII, type SurroundingsAnswer } from "../domain/surroundings/answers.ts";
import { DAY } from "../domain/time.ts";

/** 室外消火栓 (fixtures/components.json). */
const HYDRANT = "0699";
const WIDEST = RADII.at(-1) ?? 0;
const WALK = 1000;
const MOST = { hydrants: 2000, shownHydrants: 10, pins: 500, similar: 10, workers: 12 };

export async function surroundingsOf(
  { spot, item }: { readonly spot: Point; readonly item: string | null },
  actor: Actor,
  deps: Deps,
): Promise<SurroundingsAnswer> {
  const { store, clock, cells } = deps;
  const wide = boxAround(spot, WIDEST);
  const [people, sites, hydrants, accounts, similar] = await Promise.all([
    store.sites.people(),
    store.sites.all(),
    store.components.inBox(wide, { limit: MOST.hydrants, classCode: HYDRANT }),
    store.people.list(),
    similarCases({ spot, item }, actor, deps),
  ]);
  const near = sharesOf(nearCells(cells, wide), spot);
  const wet = byDistance(hydrants, spot).filter(({ metres }) => metres <= WIDEST);
  const residents = residentsWithin(near, people);
  return {
    rings: RADII.map((metres, at) => ({
      metres,
      people: Math.round(residents[at] ?? 0),
      hydrants: wet.filter((row) => row.metres <= metres).length,
    })),
    peopleKnown: people.length > 0,
    sites: byDistance(sites, spot)
      .filter(({ metres }) => metres <= WIDEST)
      .map(({ kind, name, metres, people, phone }) => ({ kind, name, metres, people, phone })),
    hydrants: wet.slice(0, MOST.shownHydrants).map(({ code, name, metres }) => ({ code, name, metres })),
    workers: workersOf({ near, accounts }, deps),
    similar,
    now: clock.now(),
  };
}

function boxAround({ lng, lat }: Point, metres: number) {
  const scale = degreeScale(lat);
  const [wide, high] = [metres / scale.lng, metres / scale.lat];
  return { west: lng - wide, east: lng + wide, south: lat - high, north: lat + high };
}

type Box = ReturnType<typeof boxAround>;

const boxes = new WeakMap<Cell, Box>();

function nearCells(cells: readonly Cell[], { west, east, south, north }: Box): readonly Cell[] {
  return cells.filter((cell) => {
    const box = boxes.get(cell) ?? boxOf(cell);
    return box.west <= east && box.east >= west && box.south <= north && box.north >= south;
  });
}

function boxOf(cell: Cell): Box {
  const corners = cell.rings.flat(2);
  const box = corners.reduce(
    ({ west, east, south, north }, [lng, lat]) => ({
      west: Math.min(west, lng),
      east: Math.max(east, lng),
      south: Math.min(south, lat),
      north: Math.max(north, lat),
    }),
    { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity },
  );
  boxes.set(cell, box);
  return box;
}

/** A cell with how much of it, 0 to 1, lies within each of the radii. */
interface Shared {
  readonly cell: Cell;
  readonly shares: readonly number[];
}

function sharesOf(near: readonly Cell[], spot: Point): readonly Shared[] {
  return near.map((cell) => ({ cell, shares: shareOf(cell, spot) }));
}

/** Most cells lie wholly in or out of a circle, as their box tells; only those on its rim are measured. */
function shareOf(cell: Cell, spot: Point): readonly number[] {
  const { nearest, farthest } = reachOf(boxes.get(cell) ?? boxOf(cell), spot);
  const rims = RADII.filter((metres) => metres > nearest && metres < farthest);
  const { within, whole } =
    rims.length === 0 ? { within: [], whole: 1 } : circleShare(cell.rings, spot, rims);
  return RADII.map((metres) => {
    if (metres <= nearest) return 0;
    if (metres >= farthest) return 1;
    return whole > 0 ? (within[rims.indexOf(metres)] ?? 0) / whole : 0;
  });
}

/** Metres from a spot to the nearest and the farthest point of a box. */
function reachOf({ west, east, south, north }: Box, { lng, lat }: Point) {
  const scale = degreeScale(lat);
  const aside = Math.max(west - lng, 0, lng - east) * scale.lng;
  const above = Math.max(south - lat, 0, lat - north) * scale.lat;
  const across = Math.max(Math.abs(west - lng), Math.abs(east - lng)) * scale.lng;
  const along = Math.max(Math.abs(south - lat), Math.abs(north - lat)) * scale.lat;
  return { nearest: Math.hypot(aside, above), farthest: Math.hypot(across, along) };
}

/** Residents of a cell are taken to live evenly over it: so much of its area, so many of its people (面积加权). */
function residentsWithin(shared: readonly Shared[], people: readonly CellPeople[]): readonly number[] {
  const peopleByCell = new Map(people.map((row) => [row.cellCode, row.people]));
  const totals = RADII.map(() => 0);
  for (const { cell, shares } of shared) {
    const own = peopleByCell.get(cell.code) ?? 0;
    for (const [at, share] of shares.entries()) totals[at] = (totals[at] ?? 0) + own * share;
  }
  return totals;
}

function byDistance<T extends Point>(places: readonly T[], spot: Point): readonly (T & { metres: number })[] {
  return places
    .map((place) => ({ ...place, metres: Math.round(metresBetween(spot, place)) }))
    .sort((a, b) => a.metres - b.metres);
}

/** Those who walk here, then those the roster names for the township now. */
function workersOf(
  { near, accounts }: { readonly near: readonly Shared[]; readonly accounts: readonly Account[] },
  { reference, names, clock }: Deps,
): SurroundingsAnswer["workers"] {
  const walk = RADII.indexOf(WALK);
  const close = new Set(near.filter(({ shares }) => (shares[walk] ?? 0) > 0).map(({ cell }) => cell.code));
  const townships = new Set([...close].map((code) => code.slice(0, 9)));
  const active = accounts.filter(({ disabled }) => !disabled);
  const walkers = active.flatMap(({ role, name, cells }) => {
    const own = role === "gridWorker" ? cells.find((code) => close.has(code)) : undefined;
    const of = own === undefined ? null : names.cell(own);
    return of === null ? [] : [{ name, of, onDuty: false }];
  });
  const present = new Set(onDuty(reference.emergency.roster, clock.now()).map(({ username }) => username));
  const guards = active.flatMap(({ username, name, unit }) => {
    const of = present.has(username) && unit !== null && townships.has(unit) ? names.holder(unit) : null;
    return of === null ? [] : [{ name, of, onDuty: true }];
  });
  return [...guards, ...walkers].slice(0, MOST.workers);
}

async function similarCases(
  { spot, item }: { readonly spot: Point; readonly item: string | null },
  actor: Actor,
  { store, clock }: Deps,
): Promise<SurroundingsAnswer["similar"]> {
  if (item === null) return [];
  const now = clock.now();
  const view = { box: boxAround(spot, WALK), limit: MOST.pins, now };
  const pins = await store.cases.pins(scopeOf(actor), { item, reportedFrom: now - 30 * DAY }, view);
  return byDistance(pins, spot)
    .filter(({ metres }) => metres <= WALK)
    .slice(0, MOST.similar)
    .map(({ id, number, state, metres, text }) => ({ id, number, state, metres, text }));
}
