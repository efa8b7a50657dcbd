/** A house for measuring: the demo county, the real reader, a database in a folder of its own, and reports to take in. */
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { presetConfig } from "../../server/config.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import type { Cell } from "../../geo/cell.ts";
import { backgroundStories } from "../../server/demo/background.ts";
import { noComponents } from "../../server/demo/components.ts";
import { createSpots } from "../../server/demo/spots.ts";
import { loadSentences } from "../../server/demo/words.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import { createReader } from "../../server/domain/reader.ts";
import type { Report } from "../../server/domain/report.ts";
import type { Instant } from "../../server/domain/time.ts";
import { bareGround } from "../../server/ground.ts";
import { at } from "../support/calendar.ts";
import { reference } from "../support/county.ts";
import { temporaryFolder } from "../support/store.ts";

/** A Friday morning, so that clocks count. */
export const benchNow = at("2026-11-20 09:00");

const { cells: countyCells, ...county } = loadCounty();

export interface BenchHouse {
  readonly deps: Deps;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** The program of the thread in which a served house writes; of the server, which is built before the goals are. */
const writeThread = resolve("dist/server/writeThread.js");

interface Built {
  readonly cells?: readonly Cell[];
  /** In a thread of its own, as it is served (decision 0064). */
  readonly writesAway?: boolean;
}

export function openBenchHouse({ cells = countyCells, writesAway = false }: Built = {}): BenchHouse {
  const folder = temporaryFolder();
  const store = openSqlite(folder, undefined, writesAway ? writeThread : null);
  return {
    deps: depsFor({ store, dataDir: folder, cells }),
    folder,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A house on a county that stands already (`npm run age`) and stays. */
export function openAgedHouse(
  folder: string,
  { writesAway = false }: Pick<Built, "writesAway"> = {},
): BenchHouse {
  const store = openSqlite(folder, undefined, writesAway ? writeThread : null);
  const deps = depsFor({ store, dataDir: folder, cells: countyCells });
  return { deps, folder, close: async () => await store.close() };
}

/** The same house at another instant. */
export function atInstant(deps: Deps, now: Instant): Deps {
  return { ...deps, clock: { now: () => now } };
}

const places = depsOfGround();

/** Reports as people write them, each with its point. */
export function benchReports(amount: number, name: string): readonly Report[] {
  return backgroundStories(benchNow, amount, places).map((story, index) => ({
    id: `${name}-${index}-${story.key}`,
    text: story.text,
    channel: "hotline",
    point: { ...story.spot.point, accuracy: story.accuracy },
    address: story.spot.address,
    photos: [],
    itemCode: null,
    reporter: { name: "王秀兰", phone: "13800000000" },
    confidential: false,
  }));
}

interface Ground {
  readonly store: Store;
  readonly dataDir: string;
  readonly cells: readonly Cell[];
}

function depsFor({ store, dataDir, cells }: Ground): Deps {
  return createDeps({
    config: { ...presetConfig(), port: 0, host: "", dataDir, databaseUrl: "", demo: true, trustProxy: false },
    store,
    clock: { now: () => benchNow },
    log: () => undefined,
    reference,
    reader: createReader(reference.taxonomy),
    cells,
    ground: bareGround,
  });
}

function depsOfGround() {
  const scratch = openBenchHouse();
  const { locate } = scratch.deps;
  void scratch.close();
  return {
    items: reference.taxonomy.items,
    spots: createSpots({ cells: countyCells, ...county }, locate),
    sentences: loadSentences(),
    townships: county.townships.map(({ code }) => code),
    components: noComponents,
  };
}
