/** Shapes of what happened to a case. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { EventAnswer } from "../domain/caseAnswers.ts";
import { caseState, instant, known, maybeNamed, maybeText, role } from "./common.ts";

export const fact = v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]));

/** Who did something: role, and name and unit where they may be told. */
export const actorShape = v.object({
  role: v.picklist([...role.options, "resident", "system"]),
  name: maybeText,
  unit: maybeNamed,
});

export const eventShape = known(
  "EventAnswer",
  agreeing<EventAnswer>()(
    v.object({
      seq: v.number(),
      action: v.string(),
      at: instant,
      recordedAt: instant,
      actor: actorShape,
      from: v.nullable(caseState),
      to: caseState,
      facts: v.record(v.string(), fact),
      words: v.record(v.string(), v.string()),
      told: v.nullable(
        v.array(v.object({ to: v.string(), reads: v.array(v.object({ name: v.string(), at: instant })) })),
      ),
    }),
  ),
);
