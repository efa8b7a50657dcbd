/** The whole house in this process: the real app on the real store, started anew after every crash. */
import { presetConfig } from "../config.ts";
import { hash } from "@node-rs/argon2";
import type { Hono } from "hono";
import { openRehearsal, type Rehearsal } from "../../db/rehearsal.ts";
import type { Store } from "../../db/store.ts";
import { loadStartingCatalogue } from "../../fixtures/catalogue.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { loadPeople, loadReference } from "../../fixtures/load.ts";
import { createApp } from "../app.ts";
import type { App } from "../appEnv.ts";
import { keepCalendars } from "../calendars.ts";
import { createInForce, seedCatalogue } from "../catalogue/inForce.ts";
import { createCountyInForce } from "../county/inForce.ts";
import type { Chance } from "../demo/chance.ts";
import { createDeps, type Deps, heldBy } from "../deps.ts";
import type { Reference } from "../domain/reference.ts";
import { DAY } from "../domain/time.ts";
import { createEmergencies } from "../emergencies.ts";
import { createIds } from "../ids.ts";
import { createLearner } from "../learning/learner.ts";
import { createLive } from "../live.ts";
import type { Log } from "../log.ts";
import { seedGrid, seedReference } from "../seed.ts";
import type { Mishaps } from "./mishaps.ts";
import type { Wall } from "./wall.ts";

export const PASSWORD = "rehearsal-password";

export interface County {
  readonly reference: Reference;
  readonly rehearsal: Rehearsal;
  /** Of the process that runs now. */
  deps(): Deps;
  app(): Hono<App>;
  /** The process is gone; another one opens what it left. */
  restart(): Promise<void>;
  close(): void;
}

export interface CountyMaterial {
  readonly wall: Wall;
  readonly mishaps: Mishaps;
  readonly chance: Chance;
  readonly log: Log;
  readonly dataDir: string;
  /** What stands between the server and its store: the mirror, and bugs that are planted on purpose. */
  readonly wrap: (store: Store) => Store;
}

export async function openCounty(material: CountyMaterial): Promise<County> {
  const { wall, mishaps, chance, log, dataDir, wrap } = material;
  const rehearsal = openRehearsal(mishaps);
  const reference = loadReference();
  const store = wrap(rehearsal.start());
  await store.evaluation.makeSums();
  await seedReference(store, reference);
  const cells = await seedGrid(store, { demo: true, now: wall.now() });
  const start = loadStartingCatalogue(reference);
  await seedCatalogue(store, start, wall.now() - DAY);
  await seedPeople(store, cells, wall.now());
  const lexicon = loadLexicon();
  // What may happen to a disk is thought up, too: how full this machine's is must change no run of a seed
  const config = { ...presetConfig(), port: 0, host: "", dataDir, trustProxy: true, diskFree: 0 } as const;
  const clock = { now: wall.now };
  const learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon });
  const catalogue = createInForce({ store, clock }, () => start);
  await catalogue.refresh();
  const ids = createIds(wall.now, () => chance.next());
  const keptCalendars = await keepCalendars(store, reference);
  // The process of the moment may be another one by then
  const standing: Pick<Store, "county" | "reference"> = {
    get county() {
      return deps.store.county;
    },
    get reference() {
      return deps.store.reference;
    },
  };
  const inForce = createCountyInForce({ store: standing, clock, log, start: reference, kept: keptCalendars });
  let deps: Deps = createDeps({
    county: inForce,
    store,
    config,
    clock,
    log,
    reference,
    cells,
    learner,
    catalogue,
    ids,
  });
  let app = createApp(deps);

  async function restart(): Promise<void> {
    mishaps.revive();
    const fresh = wrap(rehearsal.start());
    const again = createInForce({ store: fresh, clock }, () => start);
    await again.refresh();
    // What a process holds in memory is gone; what it was started with (grid, names, reader) is as it was
    const learnt = createLearner({ store: fresh, taxonomy: reference.taxonomy, lexicon });
    deps = {
      ...deps,
      store: fresh,
      catalogue: again,
      learner: learnt,
      reader: learnt,
      live: createLive(),
      emergencies: createEmergencies(fresh, inForce.current),
      get reference() {
        return inForce.current();
      },
      get calendar() {
        return inForce.book().of(null);
      },
      get calendars() {
        return inForce.book();
      },
      ...heldBy(fresh),
    };
    await inForce.refresh();
    await deps.emergencies.reload();
    await learnt.refresh();
    app = createApp(deps);
  }

  return { reference, rehearsal, deps: () => deps, app: () => app, restart, close: () => rehearsal.close() };
}

/** The accounts of the demo county, behind a password that is cheap to check: a year has thousands of sign-ins. */
async function seedPeople(store: Store, cells: Deps["cells"], now: number): Promise<void> {
  const cheap = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  for (const { communities, ...person } of loadPeople().people) {
    const own = cells.filter((cell) => communities.includes(cell.communityCode)).map(({ code }) => code);
    const rest = { cells: own, disabled: false, demo: true, createdAt: now };
    await store.people.put({ posts: [], ...person, id: `sim-${person.username}`, ...rest }, cheap);
  }
}
