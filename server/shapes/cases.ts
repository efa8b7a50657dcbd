/** Shape of the case file. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { AssignmentAnswer, CaseAnswer, MoveOffer, ReporterAnswer } from "../domain/caseAnswers.ts";
import { type FieldName, fields } from "../domain/fields.ts";
import { clockShape, heldTimesShape } from "./clocks.ts";
import {
  budget,
  instant,
  known,
  layerCells,
  maybeInstant,
  maybeNamed,
  maybeText,
  named,
  placement,
  point,
  responsible,
  ruleShape,
  sentPoint,
  suggestion,
  times,
} from "./common.ts";
import { eventShape } from "./events.ts";
import { caseRowShape } from "./lists.ts";
import { readingShape } from "./reader.ts";
import { rulesShape } from "./ruleBook.ts";

const reporterShape = known(
  "ReporterAnswer",
  agreeing<ReporterAnswer>()(
    v.object({ name: maybeText, phone: maybeText, hidden: v.boolean(), mayReveal: v.boolean() }),
  ),
);

const assignmentShape = known(
  "AssignmentAnswer",
  agreeing<AssignmentAnswer>()(
    v.object({
      unit: named,
      part: v.picklist(["lead", "assist"]),
      state: v.picklist(["called", "signed", "done", "declined", "released"]),
      handler: maybeText,
    }),
  ),
);

const fieldName = v.picklist(Object.keys(fields) as FieldName[]);
const startValue = v.union([v.string(), v.array(v.string())]);
const startByField = Object.fromEntries(
  fieldName.options.map((name) => [name, v.exactOptional(startValue)]),
) as Record<FieldName, v.ExactOptionalSchema<typeof startValue, undefined>>;

const offerShape = known(
  "MoveOffer",
  agreeing<MoveOffer>()(
    v.object({
      action: v.string(),
      needs: v.array(fieldName),
      may: v.array(fieldName),
      defaults: v.object(startByField),
    }),
  ),
);

export const caseShape = known(
  "CaseAnswer",
  agreeing<CaseAnswer>()(
    v.object({
      ...caseRowShape.entries,
      condition: v.nullable(v.object({ code: v.string(), fileWhen: v.string(), closeWhen: v.string() })),
      point: v.nullable(point),
      placement: v.nullable(placement),
      sentPoint: v.nullable(sentPoint),
      earlierPlaces: v.array(
        v.object({
          point: v.nullable(sentPoint),
          spot: v.nullable(point),
          cell: maybeNamed,
          until: instant,
          metres: v.nullable(v.number()),
        }),
      ),
      shiftOffer: v.nullable(v.object({ sentence: v.string(), point: sentPoint, spot: point })),
      layers: layerCells,
      reading: readingShape,
      times,
      suggestions: v.array(suggestion),
      responsible,
      reporter: v.nullable(reporterShape),
      photos: v.array(v.object({ id: v.string(), stage: v.picklist(["before", "after", "check"]) })),
      rating: v.nullable(
        v.object({ score: v.number(), by: v.picklist(["reporter", "centre"]), at: instant }),
      ),
      followUp: v.nullable(
        v.object({
          reached: v.boolean(),
          solved: v.nullable(v.boolean()),
          truthful: v.exactOptional(v.boolean()),
          unreached: v.exactOptional(v.string()),
          at: instant,
        }),
      ),
      clocks: v.array(clockShape),
      rules: rulesShape,
      ledger: heldTimesShape,
      stages: v.array(v.object({ code: v.string(), name: v.string(), budget, doneAt: maybeInstant })),
      assignments: v.array(assignmentShape),
      history: v.array(eventShape),
      moves: v.array(offerShape),
      component: v.nullable(v.object({ code: v.string(), name: v.string(), owner: maybeNamed })),
      emergency: v.nullable(v.object({ reason: v.string(), startedAt: instant })),
      blocked: v.array(v.object({ action: v.string(), rule: ruleShape })),
      trackingCode: maybeText,
      now: instant,
    }),
  ),
);
