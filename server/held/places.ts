/**
 * What surroundings are told from, in memory: sites, hydrants, people per cell, who walks and who is on duty. Counters of
 * the database say before every question which of it was written since, here or by another process; only that is read.
 */
import type { Account, Store, Watched } from "../../db/store.ts";
import { createNearby, type Nearby } from "../../geo/nearby.ts";
import type { Component } from "../domain/component/component.ts";
import type { Site } from "../domain/surroundings/site.ts";

export interface HeldPlaces {
  /** As they stand now. */
  current(): Promise<Places>;
}

interface Places {
  readonly sites: Nearby<Site>;
  readonly hydrants: Nearby<Component>;
  readonly peopleByCell: ReadonlyMap<string, number>;
  readonly staff: Staff;
}

/** Those that may sign in. */
export interface Staff {
  /** Grid workers by each of their cells. */
  readonly walkersByCell: ReadonlyMap<string, readonly Account[]>;
  readonly byUsername: ReadonlyMap<string, Account>;
}

/** 室外消火栓 (fixtures/components.json). */
const HYDRANT = "0699";

export function createHeldPlaces(
  store: Pick<Store, "sites" | "components" | "people" | "changes">,
): HeldPlaces {
  let held: Places = {
    sites: createNearby(),
    hydrants: createNearby(),
    peopleByCell: new Map(),
    staff: staffOf([]),
  };
  const known = new Map<Watched, number>();

  const readers: Partial<Record<Watched, () => Promise<Partial<Places>>>> = {
    sites: async () => ({ sites: indexed(await store.sites.all(), ({ id }) => id) }),
    components: async () => ({
      hydrants: indexed(await store.components.standing(HYDRANT), ({ code }) => code),
    }),
    cell_people: async () => ({
      peopleByCell: new Map((await store.sites.people()).map((row) => [row.cellCode, row.people])),
    }),
    accounts: async () => ({ staff: staffOf(await store.people.list()) }),
  };

  async function catchUp(): Promise<Places> {
    const counts = await store.changes.counts();
    for (const [table, read] of Object.entries(readers) as [Watched, () => Promise<Partial<Places>>][]) {
      if (known.get(table) === counts[table]) continue;
      held = { ...held, ...(await read()) };
      known.set(table, counts[table]);
    }
    return held;
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    async current() {
      const mine = last.then(catchUp, catchUp);
      last = mine.catch(() => undefined);
      return await mine;
    },
  };
}

function indexed<Thing extends { readonly lng: number; readonly lat: number }>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Nearby<Thing> {
  const found = createNearby<Thing>();
  for (const thing of things) found.put(keyOf(thing), thing, thing);
  return found;
}

function staffOf(accounts: readonly Account[]): Staff {
  const active = accounts.filter(({ disabled }) => !disabled);
  const walkersByCell = new Map<string, Account[]>();
  for (const account of active) {
    if (account.role !== "gridWorker") continue;
    for (const cell of account.cells) {
      const walkers = walkersByCell.get(cell);
      if (walkers === undefined) walkersByCell.set(cell, [account]);
      else walkers.push(account);
    }
  }
  return { walkersByCell, byUsername: new Map(active.map((account) => [account.username, account])) };
}
