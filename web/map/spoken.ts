/** The very functions by which the server hears addresses and places points, on the device: they need no network. */
import { cellsOf } from "../../geo/atlas.ts";
import { extentOf, middleOf } from "../../geo/extent.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer } from "../../geo/locate.ts";
import { createMender, type Mend } from "../../geo/mend.ts";
import { pastedPoint, type PastedReading, readingsOf } from "../../geo/pasted.ts";
import { createPlaceFinder } from "../../geo/places/finder.ts";
import { createTeachable } from "../../geo/places/learned.ts";
import type { PlaceGuess } from "../../geo/places/place.ts";
import type { ReportedPoint } from "../../geo/point.ts";
import type { BaseMapAnswer, GazetteerAnswer } from "../../server/domain/mapAnswers.ts";

/** A place that a line of text may mean, for a chip. */
export type Meant =
  | { readonly kind: "spoken"; readonly guess: PlaceGuess }
  /** Degrees that were pasted, read in a datum; `swapped` when they stood the other way round. */
  | (PastedReading & { readonly kind: "pasted" });

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
  const mend = createMender(locate, middleOf(extentOf(cells)));
  const names = new Map(cells.map(({ code, name }) => [code, name]));
  return {
    meantBy: (text) => {
      const pasted = pastedPoint(text);
      return pasted
        ? readingsOf(pasted, locate).map((reading) => ({ kind: "pasted", ...reading }))
        : find(text).map((guess) => ({ kind: "spoken", guess }));
    },
    teachable: createTeachable(gazetteer),
    mend,
    stray(text) {
      const pasted = pastedPoint(text);
      if (pasted === null || readingsOf(pasted, locate).length > 0) return null;
      return mend(pasted.lng < pasted.lat ? { lng: pasted.lat, lat: pasted.lng } : pasted);
    },
    nameOfCell: (code) => names.get(code) ?? code,
  };
}
