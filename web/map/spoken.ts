/** The very functions by which the server hears addresses and places points, on the device: they need no network. */
import { cellsOf } from "../../geo/atlas.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer, type Placer } from "../../geo/locate.ts";
import { createMender, type Mend } from "../../geo/mend.ts";
import { pastedPoint } from "../../geo/pasted.ts";
import { createPlaceFinder } from "../../geo/places/finder.ts";
import { createTeachable } from "../../geo/places/learned.ts";
import type { PlaceGuess } from "../../geo/places/place.ts";
import type { Datum, Point, ReportedPoint } from "../../geo/point.ts";
import type { BaseMapAnswer, GazetteerAnswer } from "../../server/domain/mapAnswers.ts";

/** A place that a line of text may mean, for a chip. */
export type Meant =
  | { readonly kind: "spoken"; readonly guess: PlaceGuess }
  /** Degrees that were pasted, read in a datum; `swapped` when they stood the other way round. */
  | {
      readonly kind: "pasted";
      /** As they stand there, longitude first. */
      readonly point: Point;
      readonly datum: Datum;
      readonly swapped: boolean;
      readonly cell: string;
    };

export interface Spoken {
  /** At most three, the likeliest first. */
  readonly meantBy: (text: string) => readonly Meant[];
  /** The name in the text that is not known yet. */
  readonly teachable: (text: string) => string | null;
  readonly mend: (point: ReportedPoint) => Mend | null;
  /** What is wrong with degrees in the text that lie nowhere in the county, whichever way they are read. */
  readonly stray: (text: string) => Mend | null;
  readonly nameOfCell: (code: string) => string;
}

export function createSpoken(map: BaseMapAnswer, gazetteer: GazetteerAnswer): Spoken {
  const cells = cellsOf(map.atlas);
  const locate = createPlacer(buildGrid(cells, "phone"));
  const find = createPlaceFinder(gazetteer, locate);
  const mend = createMender(locate, middleOf(gazetteer));
  const names = new Map(cells.map(({ code, name }) => [code, name]));
  return {
    meantBy: (text) => {
      const pasted = pastedPoint(text);
      return pasted ? readings(pasted, locate) : find(text).map((guess) => ({ kind: "spoken", guess }));
    },
    teachable: createTeachable(gazetteer),
    mend,
    stray(text) {
      const pasted = pastedPoint(text);
      if (pasted === null || readings(pasted, locate).length > 0) return null;
      return mend(pasted.lng < pasted.lat ? { lng: pasted.lat, lat: pasted.lng } : pasted);
    },
    nameOfCell: (code) => names.get(code) ?? code,
  };
}

/** Both ways round, and both as a GPS tells it and as map services of the phone do. */
function readings(pasted: Point, locate: Placer): readonly Meant[] {
  const turned = { lng: pasted.lat, lat: pasted.lng };
  return [pasted, turned].flatMap((point, turn) =>
    (["wgs84", "gcj02"] as const).flatMap((datum) => {
      const placement = point.lat > 90 ? null : locate({ ...point, datum });
      if (placement?.kind !== "inside" && placement?.kind !== "near") return [];
      const { cell } = placement;
      return [{ kind: "pasted" as const, point, datum, swapped: turn === 1, cell }];
    }),
  );
}

function middleOf({ places }: GazetteerAnswer): Point {
  const seats = places.filter(({ kind }) => kind === "township");
  const count = Math.max(1, seats.length);
  return {
    lng: seats.reduce((sum, { point }) => sum + point.lng, 0) / count,
    lat: seats.reduce((sum, { point }) => sum + point.lat, 0) / count,
  };
}
