/** Components, sites and residents of the demo county, laid out once, and which of them a story is about. */
import type { DemoCounty } from "../../fixtures/demo/county.ts";
import { inventComponents } from "../../fixtures/demo/components.ts";
import { inventPeople, inventSites } from "../../fixtures/demo/ground.ts";
import { metresBetween } from "../../geo/near.ts";
import type { Deps } from "../deps.ts";
import {
  type CaseComponent,
  classOf,
  type Component,
  componentOfCase,
} from "../domain/component/component.ts";
import { DAY } from "../domain/time.ts";
import type { Spot } from "./spots.ts";

export interface StoryComponent {
  readonly kept: CaseComponent;
  readonly spot: Spot;
}

export interface DemoComponents {
  /** The nearest thing in the cell that this item is a fault of. */
  readonly near: (spot: Spot, item: string) => StoryComponent | null;
  /** One that stands in one of these areas, the same on every telling. */
  readonly oneIn: (within: string, item: string) => StoryComponent | null;
}

/** A register without anything in it: stories are then about no component. */
export const noComponents: DemoComponents = { near: () => null, oneIn: () => null };

/** Surveyed long before the month that the demo tells of. */
const SURVEYED_DAYS_AGO = 200;

export async function seedComponents(county: DemoCounty, deps: Deps): Promise<DemoComponents> {
  const { store, reference, locate, clock } = deps;
  const book = reference.components;
  const components = inventComponents(county, {
    book,
    cellAt(point) {
      const placement = locate(point);
      return placement.kind === "inside" ? placement.cell : null;
    },
    now: clock.now() - SURVEYED_DAYS_AGO * DAY,
  });
  await store.components.put(components);
  await store.sites.put(inventSites(county));
  await store.sites.putPeople(inventPeople(county));
  const byCell = new Map<string, Component[]>();
  for (const row of components) {
    const here = byCell.get(row.cellCode ?? "");
    if (here) here.push(row);
    else byCell.set(row.cellCode ?? "", [row]);
  }
  const isOf = (item: string) => (row: Component) =>
    classOf(book, row.classCode)?.items.includes(item) ?? false;
  const told = (row: Component, spot: Pick<Spot, "address">): StoryComponent => ({
    kept: componentOfCase(row, book),
    spot: {
      words: row.name,
      address: spot.address,
      point: { lng: row.lng, lat: row.lat },
      cell: row.cellCode ?? "",
    },
  });
  return {
    near(spot, item) {
      const here = (byCell.get(spot.cell) ?? []).filter(isOf(item));
      const [nearest] = here.toSorted((a, b) => metresBetween(a, spot.point) - metresBetween(b, spot.point));
      return nearest === undefined ? null : told(nearest, spot);
    },
    oneIn(within, item) {
      const there = components.filter((row) => row.cellCode?.startsWith(within) && isOf(item)(row));
      const found = there[Math.floor(there.length / 2)];
      return found === undefined ? null : told(found, { address: found.name });
    },
  };
}
