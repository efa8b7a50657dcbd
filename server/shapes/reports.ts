/** Shapes of what a report is answered with, and of how far it is. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { progressStepNames } from "../domain/progressWords.ts";
import type { PhotoAnswer, ProgressAnswer, ReportAnswer } from "../domain/reportAnswers.ts";
import {
  caseState,
  deskReasons,
  instant,
  known,
  maybeInstant,
  maybeNamed,
  maybeText,
  placement,
  responsible,
  suggestion,
} from "./common.ts";

export const reportShape = known(
  "ReportAnswer",
  agreeing<ReportAnswer>()(
    v.object({
      id: v.string(),
      number: v.string(),
      trackingCode: v.string(),
      recordHash: v.string(),
      state: caseState,
      item: v.nullable(suggestion),
      alternatives: v.array(suggestion),
      sure: v.boolean(),
      desk: deskReasons,
      danger: v.array(v.string()),
      cell: maybeNamed,
      placement: v.nullable(placement),
      holder: maybeNamed,
      responsible,
      deadlines: v.object({ file: maybeInstant, accept: maybeInstant, handle: maybeInstant }),
    }),
  ),
);

const step = v.picklist([...progressStepNames, "declined", "withdrawn"]);

export const progressShape = known(
  "ProgressAnswer",
  agreeing<ProgressAnswer>()(
    v.object({
      number: v.string(),
      text: v.string(),
      reportedAt: instant,
      step,
      unit: maybeText,
      promisedBy: maybeInstant,
      entries: v.array(v.object({ at: instant, action: v.string(), unit: maybeText, words: maybeText })),
      mayRate: v.boolean(),
      mayReopen: v.boolean(),
      mayAdd: v.boolean(),
      mayWithdraw: v.boolean(),
      rating: v.nullable(v.number()),
      parts: v.array(
        v.object({
          text: v.string(),
          step,
          unit: maybeText,
        }),
      ),
      now: instant,
    }),
  ),
);

export const photoShape = known("PhotoAnswer", agreeing<PhotoAnswer>()(v.object({ id: v.string() })));
