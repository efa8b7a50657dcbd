/** The sheet that maps are drawn on: cells with shared borders, rivers, roads and names; drawn by the page, no tiles. */
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { toUnits } from "../../geo/units.ts";
import { type BorderLevel, levelsOf, weaveAtlas } from "../../geo/weave.ts";
import type { Gazetteer } from "../../geo/places/place.ts";
import type { Deps } from "../deps.ts";
import type { BaseMapAnswer } from "../domain/mapAnswers.ts";

type Material = Pick<Deps, "cells" | "ground"> & { readonly gazetteer: Gazetteer };

type Sheet = Omit<BaseMapAnswer, "source">;

const sheets = new WeakMap<readonly Cell[], { readonly of: Material; readonly sheet: Sheet }>();

export function baseMapOf(deps: Pick<Deps, "cells" | "ground" | "places" | "config">): BaseMapAnswer {
  const { cells, ground, places, config } = deps;
  return { source: config.map, ...sheetOf({ cells, ground, gazetteer: places.gazetteer() }) };
}

/** Woven once for each set of cells: a county takes a quarter of a second. */
function sheetOf({ cells, ground, gazetteer }: Material): Sheet {
  const known = sheets.get(cells);
  if (known?.of.ground === ground && known.of.gazetteer === gazetteer) return known.sheet;
  const sheet = {
    ...bordersOf(cells),
    lines: ground.lines.map(lineRow),
    places: placesOf({ ground, gazetteer }),
  };
  sheets.set(cells, { of: { cells, ground, gazetteer }, sheet });
  return sheet;
}

const LETTERS: Readonly<Record<BorderLevel, string>> = { cell: "n", community: "c", township: "t", rim: "r" };

function bordersOf(cells: readonly Cell[]): Pick<BaseMapAnswer, "atlas" | "levels"> {
  const atlas = weaveAtlas(cells);
  const find = createFinder(buildGrid(cells, "map").index);
  const levels = levelsOf(atlas, (x, y) => cells[find(x, y)]?.code ?? "");
  return { atlas, levels: levels.map((level) => LETTERS[level]).join("") };
}

function lineRow({ kind, name, path }: Material["ground"]["lines"][number]): BaseMapAnswer["lines"][number] {
  const units = path.map(([lng, lat]) => [toUnits(lng), toUnits(lat)] as const);
  const steps = units.flatMap(([x, y], at) => {
    const [beforeX, beforeY] = units[at - 1] ?? [0, 0];
    return [x - beforeX, y - beforeY];
  });
  return { kind, name, steps };
}

/** Names with a place; townships from the ground where the gazetteer tells none. */
function placesOf({ gazetteer, ground }: Pick<Material, "gazetteer" | "ground">): BaseMapAnswer["places"] {
  const told = gazetteer.places.map(({ kind, name, aliases, point }) => {
    const short = kind === "village" || kind === "community" ? (aliases[0] ?? name) : name;
    return { kind, name: short, at: [point.lng, point.lat] as const };
  });
  if (told.length > 0) return told;
  return ground.townships.map(({ name, rings }) => ({
    kind: "township",
    name,
    at: middleOf(rings[0]?.[0] ?? []),
  }));
}

function middleOf(ring: readonly (readonly [number, number])[]): readonly [number, number] {
  const sum = ring.reduce<readonly [number, number]>(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
}
