/** The names of this county as they are today, made ready once for each version of the grid and each learned name. */
import type { Gazetteer, Place, Road } from "../../geo/places/place.ts";
import type { Cell } from "../../geo/cell.ts";
import type { Deps } from "../deps.ts";
import type { FoundName } from "../domain/findAnswers.ts";
import { createNameIndex, type NameIndex } from "./nameIndex.ts";

type Known = Pick<Deps, "reference" | "cells" | "places" | "names">;

export function createCountyNames(deps: Known): NameIndex {
  let held: {
    readonly cells: readonly Cell[];
    readonly gazetteer: Gazetteer;
    readonly index: NameIndex;
  } | null = null;
  return {
    find(wanted) {
      const [cells, gazetteer] = [deps.cells, deps.places.gazetteer()];
      if (held?.cells !== cells || held.gazetteer !== gazetteer)
        held = { cells, gazetteer, index: createNameIndex(namesOf(deps, cells, gazetteer)) };
      return held.index.find(wanted);
    },
  };
}

function namesOf(
  { reference, names }: Known,
  cells: readonly Cell[],
  gazetteer: Gazetteer,
): readonly FoundName[] {
  const nothing = { note: "", point: null };
  const township = (code: string) => names.township(code)?.name ?? "";
  return [
    ...reference.units
      .filter(({ level }) => level === "county")
      .map(({ code, name }) => ({ kind: "unit", code, name, ...nothing }) as const),
    ...reference.townships.map(({ code, name }) => ({ kind: "township", code, name, ...nothing }) as const),
    ...reference.taxonomy.items.map(({ code, name }) => ({ kind: "item", code, name, ...nothing }) as const),
    ...cells.map(({ code, name }) => ({
      kind: "cell" as const,
      code,
      name,
      note: township(code.slice(0, TOWNSHIP)),
      point: null,
    })),
    ...gazetteer.roads.flatMap(roadName),
    ...gazetteer.places.filter(({ kind }) => kind !== "township").map((place) => placeName(place, township)),
  ];
}

/** Figures of a township in the code of a cell. */
const TOWNSHIP = 9;

/** A road is shown in the middle of its course; one that has none is on no map. */
function roadName({ name, line }: Road): readonly FoundName[] {
  const middle = line[Math.floor(line.length / 2)];
  if (middle === undefined) return [];
  const [lng, lat] = middle;
  return [{ kind: "place", code: `${lng},${lat}`, name, note: "", point: { lng, lat } }];
}

function placeName(place: Place, township: (code: string) => string): FoundName {
  const { name, point, townshipCode } = place;
  return { kind: "place", code: `${point.lng},${point.lat}`, name, note: township(townshipCode), point };
}
