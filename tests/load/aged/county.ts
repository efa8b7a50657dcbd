/** An empty county with its people, grid and pictures, and the month that can be played in it through the real moves. */
import { openSqlite } from "../../../db/sqlite.ts";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import { loadReference } from "../../../fixtures/load.ts";
import { backgroundStories } from "../../../server/demo/background.ts";
import { castOf } from "../../../server/demo/cast.ts";
import { noComponents } from "../../../server/demo/components.ts";
import { type DemoPhotos, keepDemoPhotos } from "../../../server/demo/photos.ts";
import { play } from "../../../server/demo/play.ts";
import { createSpots } from "../../../server/demo/spots.ts";
import { loadSentences } from "../../../server/demo/words.ts";
import { presetConfig } from "../../../server/config.ts";
import { createDeps, type Deps } from "../../../server/deps.ts";
import { createReader } from "../../../server/domain/reader.ts";
import type { Instant } from "../../../server/domain/time.ts";
import { groundOfCounty } from "../../../server/groundOfCounty.ts";
import { seedDemoPeople, seedGrid, seedReference } from "../../../server/seed.ts";

interface Laid {
  readonly deps: Deps;
  readonly photos: DemoPhotos;
}

/** @param folder empty. */
export async function layOut(folder: string, now: Instant): Promise<Laid> {
  const reference = loadReference();
  const store = openSqlite(folder);
  await store.record.adoptRows();
  await seedReference(store, reference);
  const cells = await seedGrid(store, { demo: true, now });
  await seedDemoPeople(store, cells, now);
  const deps = createDeps({
    // Years of cases are meant to fill a disk
    config: { ...presetConfig(), dataDir: folder, demo: false, diskFree: 0 },
    store,
    clock: { now: () => now },
    log: () => undefined,
    reference,
    reader: createReader(reference.taxonomy),
    cells,
    ground: groundOfCounty(),
  });
  // Nothing is there yet: this only notes in which way it will be counted, summed and found
  await store.evaluation.catchUp(1);
  await store.evaluation.makeSums();
  await store.words.catchUp(1);
  return { deps, photos: await keepDemoPhotos(deps) };
}

/** A month up to now, told in so many cases and counted. */
export async function playMonth({ deps, photos }: Laid, amount: number): Promise<void> {
  const { reference, calendar, locate, store, clock } = deps;
  const county = loadCounty();
  const stage = {
    items: reference.taxonomy.items,
    spots: createSpots(county, locate),
    sentences: loadSentences(),
    townships: county.townships.map(({ code }) => code),
    components: noComponents,
  };
  const cast = castOf(await store.people.list(), reference.deskUnit);
  await play(backgroundStories(clock.now(), amount, stage), {
    deps,
    cast,
    reference,
    calendar,
    catalogue: deps.catalogue.current(),
    photos,
    onProgress: () => undefined,
  });
  while ((await store.evaluation.catchUp(500)) > 0);
}
