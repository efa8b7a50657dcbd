/** The whole house for one command, without listening: database, reference data, reader and grid. */
import type { Store } from "../../db/store.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { loadReference } from "../../fixtures/load.ts";
import { exitCode, type Terminal } from "../command.ts";
import type { Config } from "../config.ts";
import { createDeps, type Deps } from "../deps.ts";
import { createReader } from "../domain/reader.ts";
import { bareGround } from "../ground.ts";
import { configOf, withStore } from "./store.ts";

export async function withHouse(
  terminal: Terminal,
  use: (deps: Deps) => Promise<number> | number,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return exitCode.usage;
  return withStore(config, terminal, async (store) => {
    const reference = loadReference();
    return use(
      createDeps({
        config,
        store,
        reference,
        ground: bareGround,
        log: () => undefined,
        clock: { now: terminal.now },
        reader: createReader(reference.taxonomy),
        cells: await cellsOf(store, config),
      }),
    );
  });
}

/** A command may come before the first start: then the demo county is laid out here, cells only. */
async function cellsOf(store: Store, { demo }: Config): ReturnType<Store["grid"]["cells"]> {
  const cells = await store.grid.cells();
  if (cells.length > 0 || !demo) return cells;
  await store.grid.putCells(loadCounty().cells);
  return store.grid.cells();
}
