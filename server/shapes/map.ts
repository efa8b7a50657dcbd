/** Shapes of the answers for maps, for the API document. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  BaseMapAnswer,
  GazetteerAnswer,
  LocateAnswer,
  MapCasesAnswer,
  MapCellsAnswer,
  MapCountsAnswer,
  NamesAnswer,
} from "../domain/mapAnswers.ts";
import {
  area,
  caseState,
  correctionShape,
  gridVersionName,
  instant,
  known,
  layerCells,
  maybeNamed,
  maybeText,
  named,
  path,
  placement,
  point,
} from "./common.ts";
import { caseRowShape } from "./lists.ts";

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

export const locateShape = known(
  "LocateAnswer",
  agreeing<LocateAnswer>()(
    v.object({
      placement,
      cell: maybeNamed,
      township: maybeNamed,
      layers: layerCells,
      fault: v.nullable(v.picklist(["swapped", "gcj02", "bd09", "zero", "abroad", "far", "beside"])),
      correction: v.nullable(correctionShape),
    }),
  ),
);

export const mapCellsShape = known(
  "MapCellsAnswer",
  agreeing<MapCellsAnswer>()(
    v.object({
      cells: v.array(
        v.object({
          ...named.entries,
          townshipCode: v.string(),
          rings: area,
          open: v.number(),
          overdue: v.number(),
        }),
      ),
      townships: v.array(v.object({ ...named.entries, rings: area })),
      lines: v.array(
        v.object({
          kind: v.picklist(["river", "stream", "motorway", "national", "county", "street"]),
          name: v.string(),
          path,
        }),
      ),
    }),
  ),
);

const { warnAt, dueAt, severeAt, dueBy } = caseRowShape.entries;

export const mapCasesShape = known(
  "MapCasesAnswer",
  agreeing<MapCasesAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          number: v.string(),
          state: caseState,
          text: v.string(),
          address: maybeText,
          item: maybeNamed,
          cell: maybeNamed,
          holder: maybeNamed,
          warnAt,
          dueAt,
          severeAt,
          dueBy,
          point,
        }),
      ),
      now: instant,
    }),
  ),
);
