/** Shapes of what the API says of emergencies. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { EmergenciesAnswer, EmergencyAnswer } from "../domain/emergency/answers.ts";
import { budget, instant, known, maybeInstant, maybeText, named, urgency } from "./common.ts";

const facts = v.object({
  open: v.number(),
  urgent: v.number(),
  overdue: v.number(),
  severe: v.number(),
  warned: v.number(),
  frozen: v.number(),
  fresh: v.number(),
  missed: v.number(),
});

export const emergencyShape = known(
  "EmergencyAnswer",
  agreeing<EmergencyAnswer>()(
    v.object({
      id: v.string(),
      area: v.array(named),
      reason: v.string(),
      startedAt: instant,
      startedBy: v.string(),
      endedAt: maybeInstant,
      endedBy: maybeText,
      endWords: maybeText,
      log: v.array(
        v.object({ kind: v.picklist(["begin", "brief", "end"]), at: instant, by: maybeText, facts }),
      ),
    }),
  ),
);

export const emergenciesShape = known(
  "EmergenciesAnswer",
  agreeing<EmergenciesAnswer>()(
    v.object({
      maySwitch: v.boolean(),
      rows: v.array(emergencyShape),
      townships: v.array(named),
      rules: v.object({
        basis: v.string(),
        version: v.string(),
        briefMinutes: v.number(),
        frozen: v.array(urgency),
        limits: v.array(
          v.object({
            name: v.string(),
            urgencies: v.array(urgency),
            budget: v.nullable(budget),
            factor: v.nullable(v.number()),
            basis: v.string(),
          }),
        ),
      }),
      roster: v.array(
        v.object({ unit: named, name: maybeText, from: v.string(), to: v.string(), now: v.boolean() }),
      ),
      now: instant,
    }),
  ),
);
