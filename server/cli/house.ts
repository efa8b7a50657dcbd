/** The whole house for one command, without listening: database, reference data, reader and grid. */
import type { Store } from "../../db/store.ts";
import { loadStartingCatalogue } from "../../fixtures/catalogue.ts";
import { type DemoCounty, loadCounty } from "../../fixtures/demo/county.ts";
import { gazetteerOf } from "../../fixtures/demo/gazetteer.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { loadReference } from "../../fixtures/load.ts";
import type { Cell } from "../../geo/cell.ts";
import { keepCalendars } from "../calendars.ts";
import { createInForce } from "../catalogue/inForce.ts";
import { exitCode, type Terminal } from "../command.ts";
import { createDeps, type Deps } from "../deps.ts";
import { createLearner } from "../learning/learner.ts";
import { configOf, withStore } from "./store.ts";

export async function withHouse(
  terminal: Terminal,
  use: (deps: Deps) => Promise<number> | number,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return exitCode.usage;
  return withStore(config, terminal, async (store) => {
    const reference = loadReference();
    const clock = { now: terminal.now };
    const catalogue = createInForce({ store, clock }, loadStartingCatalogue(reference));
    await catalogue.refresh();
    const learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon: loadLexicon() });
    await learner.refresh();
    const county = config.demo ? loadCounty() : null;
    return use(
      createDeps({
        config,
        store,
        reference,
        log: () => undefined,
        keptCalendars: await keepCalendars(store, reference),
        clock,
        catalogue,
        learner,
        cells: await cellsOf(store, county),
        ...(county && { gazetteer: gazetteerOf(county) }),
      }),
    );
  });
}

/** A command may come before the first start: then the demo county is laid out here, cells only. */
async function cellsOf(store: Store, county: DemoCounty | null): Promise<readonly Cell[]> {
  const cells = await store.grid.cells();
  if (cells.length > 0 || county === null) return cells;
  await store.grid.putCells(county.cells);
  return county.cells;
}
