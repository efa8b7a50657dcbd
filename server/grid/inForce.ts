/**
 * The grid that counts now, held in memory. A version that comes into force, also one that another process published,
 * is taken into use by `refresh`: placing, names and neighbours follow, and nothing else has to know.
 */
import { neighboursOf } from "../../geo/analysis/neighbours.ts";
import { type Cell, cellsInForce } from "../../geo/cell.ts";
import { extentOf, middleOf } from "../../geo/extent.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer, type Placer } from "../../geo/locate.ts";
import { createMender, type Mender } from "../../geo/mend.ts";
import type { Gazetteer } from "../../geo/places/place.ts";
import type { Store } from "../../db/store.ts";
import { once } from "../../fixtures/once.ts";
import { type GridLayer, gridLayers, versionOfDay } from "../domain/gridVersion.ts";
import { type Day, dayNumber, dayOf, type Instant } from "../domain/time.ts";

export interface HeldGrid {
  /** As it stands in placements: the number of the version, or the day where none is published. */
  readonly gridVersion: string;
  readonly cells: readonly Cell[];
  readonly locate: Placer;
  /** What is probably wrong with a point that lies in no cell. */
  readonly mend: Mender;
  readonly gazetteer: Gazetteer;
  /** Codes of the cells that share a border with one. */
  readonly neighbours: (cell: string) => readonly string[];
  /** Names of all cells there ever were: a case keeps the cell of its day. */
  readonly cellNames: ReadonlyMap<string, string>;
}

export interface GridInForce {
  /** The governance grid 治理网格, which decides who is sent. */
  readonly current: () => HeldGrid;
  /** Layers besides it that have a version in force. */
  readonly others: () => ReadonlyMap<GridLayer, Pick<HeldGrid, "cells" | "locate">>;
  /** Looks whether another version counts by now. @returns true when one was taken into use. */
  readonly refresh: () => Promise<boolean>;
}

interface GridMaterial {
  readonly store: Store;
  readonly clock: { readonly now: () => Instant };
  /** Every life of every cell, until a version is read from the store. */
  readonly cells: readonly Cell[];
  readonly gazetteerOf: (cells: readonly Cell[]) => Gazetteer;
}

export function createGridInForce({ store, clock, cells, gazetteerOf }: GridMaterial): GridInForce {
  const today = () => dayOf(dayNumber(clock.now()));
  let held = hold(cells, { gridVersion: today(), day: today(), gazetteerOf });
  let others: ReadonlyMap<GridLayer, Pick<HeldGrid, "cells" | "locate">> = new Map();
  let seen = "";
  return {
    current: () => held,
    others: () => others,
    async refresh() {
      const day = today();
      const versions = await store.grid.versions();
      const inForce = gridLayers.map((layer) => versionOfDay(versions, layer, day));
      const key = inForce.map((row) => row?.version ?? 0).join(" ");
      if (key === seen) return false;
      const lives = await Promise.all(gridLayers.map(async (layer) => await store.grid.cells(layer)));
      for (const [place, layer] of gridLayers.entries()) {
        const version = inForce[place];
        if (version === undefined) continue;
        const next = { gridVersion: `${version.version}`, day, gazetteerOf };
        if (layer === "governance") held = hold(lives[place] ?? [], next);
        else others = new Map([...others, [layer, holdLayer(lives[place] ?? [], next)]]);
      }
      seen = key;
      return true;
    },
  };
}

interface HoldOptions {
  readonly gridVersion: string;
  readonly day: Day;
  readonly gazetteerOf: GridMaterial["gazetteerOf"];
}

function holdLayer(lives: readonly Cell[], { gridVersion, day }: HoldOptions) {
  const cells = cellsInForce(lives, day);
  // Built for the first point: a grid that another one follows at once is never built
  const placer = once(() => createPlacer(buildGrid(cells, gridVersion)));
  const locate: Placer = (point) => placer()(point);
  return { cells, locate };
}

function hold(lives: readonly Cell[], options: HoldOptions): HeldGrid {
  const { cells, locate } = holdLayer(lives, options);
  // The newest life last, so that its name is the one that is read
  const byDay = lives.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const mender = once(() => createMender(locate, middleOf(extentOf(cells))));
  const gazetteer = once(() => options.gazetteerOf(cells));
  return {
    gridVersion: options.gridVersion,
    cells,
    locate,
    mend: (point) => mender()(point),
    get gazetteer() {
      return gazetteer();
    },
    neighbours: neighbourFinder(cells),
    cellNames: new Map([...byDay, ...cells].map(({ code, name }) => [code, name])),
  };
}

/** Looked for once, on the first question: drawing the whole mesh takes a moment. */
function neighbourFinder(cells: readonly Cell[]): HeldGrid["neighbours"] {
  let found: ReadonlyMap<string, readonly string[]> | null = null;
  return (code) => {
    found ??= new Map(
      neighboursOf(cells).map((places, at) => [
        cells[at]?.code ?? "",
        places.flatMap((place) => cells[place]?.code ?? []),
      ]),
    );
    return found.get(code) ?? [];
  };
}
