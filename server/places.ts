/** Names of places as this county knows them: its own lists and what people taught, which counts at once. */
import type { Store, TaughtName } from "../db/store.ts";
import type { Placer } from "../geo/locate.ts";
import { createPlaceFinder, type PlaceFinder } from "../geo/places/finder.ts";
import { type LearnedName, withLearned } from "../geo/places/learned.ts";
import type { Gazetteer } from "../geo/places/place.ts";
import { dayNumber, dayOf } from "./domain/time.ts";

export interface Places {
  readonly find: PlaceFinder;
  /** With the learned names. */
  readonly gazetteer: () => Gazetteer;
  /** Looks for names taught or taken back, here or by other processes. */
  readonly refresh: () => Promise<void>;
}

/** More learned names than this make no county. */
export const MOST_NAMES = 5000;

interface Material {
  readonly store: Pick<Store, "places">;
  readonly locate: Placer;
  /** The county's own lists, which change with the grid. */
  readonly gazetteer: () => Gazetteer;
}

interface Heard {
  readonly base: Gazetteer;
  readonly names: readonly LearnedName[];
  readonly all: Gazetteer;
  readonly find: PlaceFinder;
}

export function createPlaces({ store, locate, gazetteer }: Material): Places {
  let names: readonly LearnedName[] = [];
  let stamp: string | null = null;
  let heard: Heard | null = null;

  function current(): Heard {
    const base = gazetteer();
    if (heard?.base === base && heard.names === names) return heard;
    const all = names.length === 0 ? base : withLearned(base, names);
    heard = { base, names, all, find: createPlaceFinder(all, locate) };
    return heard;
  }

  return {
    find: (text) => current().find(text),
    gazetteer: () => current().all,
    async refresh() {
      const seen = await store.places.stamp();
      if (seen === stamp) return;
      const taught = await store.places.names(MOST_NAMES);
      names = taught.filter(({ undoneAt }) => undoneAt === null).map(learnedName);
      stamp = seen;
    },
  };
}

function learnedName({ name, lng, lat, cellCode, taughtAt }: TaughtName): LearnedName {
  return { name, point: { lng, lat }, cellCode, learnedOn: dayOf(dayNumber(taughtAt)) };
}
