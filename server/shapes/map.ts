/** Shapes of the answers for maps, for the API document. */
import * as v from "valibot";
import type { BaseMapAnswer, GazetteerAnswer, MapCountsAnswer, NamesAnswer } from "../domain/mapAnswers.ts";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { gridVersionName, instant, known, maybeNamed, maybeText, point } from "./common.ts";

const numbers = v.array(v.number());

export const baseMapShape = known(
  "BaseMapAnswer",
  agreeing<BaseMapAnswer>()(
    v.object({
      source: v.object({
        tiles: v.nullable(v.object({ url: v.string(), datum: v.picklist(["wgs84", "cgcs2000", "gcj02"]) })),
        attribution: v.string(),
        approval: v.string(),
      }),
      atlas: v.object({
        unitsPerDegree: v.number(),
        arcs: v.array(numbers),
        cells: v.array(
          v.object({
            code: v.string(),
            name: v.string(),
            kind: v.picklist(["base", "dedicated"]),
            validFrom: v.string(),
            arcs: numbers,
          }),
        ),
      }),
      levels: v.string(),
      lines: v.array(
        v.object({
          kind: v.picklist(["river", "stream", "motorway", "national", "county", "street"]),
          name: v.string(),
          steps: numbers,
        }),
      ),
      places: v.array(
        v.object({
          kind: v.picklist(["township", "community", "village", "landmark"]),
          name: v.string(),
          at: v.tuple([v.number(), v.number()]),
        }),
      ),
    }),
  ),
);

export const mapCountsShape = known(
  "MapCountsAnswer",
  agreeing<MapCountsAnswer>()(
    v.object({
      gridVersion: v.nullable(gridVersionName),
      cells: v.array(v.object({ code: v.string(), name: v.string(), open: v.number(), overdue: v.number() })),
      beside: v.number(),
    }),
  ),
);

export const namesShape = known(
  "NamesAnswer",
  agreeing<NamesAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          point,
          cell: maybeNamed,
          by: v.string(),
          at: instant,
          caseId: maybeText,
          undone: v.nullable(v.object({ by: v.string(), at: instant })),
          mayUndo: v.boolean(),
        }),
      ),
    }),
  ),
);

const placeKind = v.picklist(["township", "community", "village", "landmark"]);
const position = v.tuple([v.number(), v.number()]);

export const gazetteerShape = known(
  "GazetteerAnswer",
  agreeing<GazetteerAnswer>()(
    v.object({
      above: v.array(v.string()),
      places: v.array(
        v.object({
          kind: placeKind,
          name: v.string(),
          aliases: v.array(v.string()),
          townshipCode: v.string(),
          communityCode: v.exactOptional(v.string()),
          cellCode: v.exactOptional(v.string()),
          point,
          learnedOn: v.exactOptional(v.string()),
        }),
      ),
      roads: v.array(v.object({ name: v.string(), line: v.array(position) })),
    }),
  ),
);
