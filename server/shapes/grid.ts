/** Shapes of what the API says of the grid. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { GridAnswer, GridCellsAnswer, GridDraftAnswer, GridTrialAnswer } from "../domain/gridAnswers.ts";
import { gridLayers } from "../domain/gridVersion.ts";
import { instant, known, maybeText } from "./common.ts";

export const layerShape = v.picklist(gridLayers);
const position = v.tuple([v.number(), v.number()]);
const area = v.array(v.array(v.array(position)));

const cell = known(
  "GridCell",
  v.object({
    code: v.string(),
    name: v.string(),
    kind: v.picklist(["base", "dedicated"]),
    rings: area,
  }),
);

const head = {
  layer: layerShape,
  revision: v.number(),
  source: v.string(),
  by: v.string(),
  changedAt: instant,
};

export const gridShape = known(
  "GridAnswer",
  agreeing<GridAnswer>()(
    v.object({
      layers: v.array(
        v.object({
          code: layerShape,
          name: v.string(),
          dispatches: v.boolean(),
          codeDigits: v.number(),
          version: v.nullable(v.number()),
        }),
      ),
      versions: v.array(
        v.object({
          version: v.number(),
          layer: layerShape,
          validFrom: v.string(),
          note: v.string(),
          source: v.string(),
          hash: v.string(),
          cells: v.number(),
          kept: v.number(),
          begun: v.number(),
          ended: v.number(),
          publishedBy: v.string(),
          publishedAt: instant,
          by: v.string(),
          inForce: v.boolean(),
        }),
      ),
      drafts: v.array(v.object(head)),
      mayEdit: v.boolean(),
      today: v.string(),
      hint: maybeText,
      now: instant,
    }),
  ),
);

export const gridCellsShape = known(
  "GridCellsAnswer",
  agreeing<GridCellsAnswer>()(
    v.object({ version: v.number(), kept: v.array(cell), begun: v.array(cell), ended: v.array(cell) }),
  ),
);

const datum = v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"]);

export const correctionShape = v.variant("kind", [
  v.strictObject({ kind: v.literal("datum"), datum }),
  v.strictObject({ kind: v.literal("swapped") }),
  v.strictObject({ kind: v.literal("rings") }),
]);

const faultCode = v.picklist([
  "notAGrid",
  "notAnArea",
  "notANumber",
  "swapped",
  "projected",
  "degreesNotMetres",
  "metresNotDegrees",
  "noTable",
  "noIndex",
  "offTheMap",
  "elsewhere",
  "datumUnstated",
  "datumSuspected",
  "notClosed",
  "tooFewPoints",
  "repeatedPoint",
  "selfCrossing",
  "sliver",
  "missingCode",
  "codeLength",
  "codePrefix",
  "repeatedCode",
  "gap",
  "overlap",
  "tooDetailed",
]);

export const gridDraftShape = known(
  "GridDraftAnswer",
  agreeing<GridDraftAnswer>()(
    v.object({
      ...head,
      datum,
      stated: v.boolean(),
      cells: v.array(cell),
      faults: v.array(
        v.object({
          code: faultCode,
          grave: v.boolean(),
          cells: v.array(v.string()),
          at: v.nullable(position),
          message: v.string(),
          correction: v.nullable(correctionShape),
        }),
      ),
      usedCodes: v.array(v.string()),
      fields: v.array(v.object({ name: v.string(), example: v.string() })),
    }),
  ),
);

export const gridTrialShape = known(
  "GridTrialAnswer",
  agreeing<GridTrialAnswer>()(
    v.object({
      validFrom: v.string(),
      kept: v.number(),
      begun: v.number(),
      ended: v.number(),
      cells: v.array(
        v.object({
          code: v.string(),
          name: v.string(),
          change: v.picklist(["begun", "ended", "changed"]),
        }),
      ),
      open: v.object({
        looked: v.number(),
        moved: v.number(),
        rows: v.array(v.object({ number: v.string(), before: maybeText, after: maybeText })),
      }),
      workers: v.array(v.object({ name: v.string(), cells: v.array(v.string()) })),
    }),
  ),
);
