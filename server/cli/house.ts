/** The whole house for one command, without listening: database, reference data, reader and grid. */
import { loadStartingCatalogue } from "../../fixtures/catalogue.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { loadReference } from "../../fixtures/load.ts";
import { isHeld } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { keepCalendars } from "../calendars.ts";
import { createInForce } from "../catalogue/inForce.ts";
import { createCountyInForce } from "../county/inForce.ts";
import { exitCode, type Terminal } from "../command.ts";
import type { Config } from "../config.ts";
import { createDeps, type Deps } from "../deps.ts";
import { createLearner } from "../learning/learner.ts";
import { seedGrid } from "../seed.ts";
import { withSnapshot } from "./snapshot.ts";
import { configOf, isSqlite, missingDatabase, withStore } from "./store.ts";

export async function withHouse(
  terminal: Terminal,
  use: (deps: Deps) => Promise<number> | number,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return exitCode.usage;
  return withStore(config, terminal, async (store) => use(await houseOn(store, config, terminal)));
}

/** The same for a command that only asks: while a server works on the folder, it looks at a copy. */
export async function beside(
  terminal: Terminal,
  use: (deps: Deps) => Promise<number> | number,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return exitCode.usage;
  const isBusy = isSqlite(config) && missingDatabase(config) === null && isHeld(config.dataDir);
  if (!isBusy) return withHouse(terminal, use);
  return withSnapshot(config, async (store) => use(await houseOn(store, config, terminal)));
}

async function houseOn(store: Store, config: Config, terminal: Terminal): Promise<Deps> {
  const brought = loadReference();
  const clock = { now: terminal.now };
  const log = () => undefined;
  const kept = await keepCalendars(store, brought);
  const county = createCountyInForce({ store, clock, log, start: brought, kept });
  await county.refresh();
  const reference = county.current();
  const start = loadStartingCatalogue(reference);
  const catalogue = createInForce({ store, clock }, () => start);
  await catalogue.refresh();
  const learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon: loadLexicon() });
  await learner.refresh();
  const deps = createDeps({
    config,
    store,
    county,
    reference,
    log,
    clock,
    catalogue,
    learner,
    // A command may come before the first start: then the demo county is laid out here, cells only
    cells: await seedGrid(store, { demo: config.demo, now: clock.now() }),
  });
  await deps.grid.refresh();
  await deps.places.refresh();
  return deps;
}
