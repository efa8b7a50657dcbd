/** The shape of what lies around a place. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { SurroundingsAnswer } from "../domain/surroundings/answers.ts";
import { caseState, instant, known, maybeText, named } from "./common.ts";

export const surroundingsShape = known(
  "SurroundingsAnswer",
  agreeing<SurroundingsAnswer>()(
    v.object({
      rings: v.array(v.object({ metres: v.number(), people: v.number(), hydrants: v.number() })),
      peopleKnown: v.boolean(),
      sites: v.array(
        v.object({
          kind: v.picklist([
            "school",
            "hospital",
            "nursingHome",
            "chemicalStore",
            "petrolStation",
            "market",
            "shelter",
          ]),
          name: v.string(),
          metres: v.number(),
          people: v.nullable(v.number()),
          phone: maybeText,
        }),
      ),
      hydrants: v.array(v.object({ code: v.string(), name: v.string(), metres: v.number() })),
      workers: v.array(v.object({ name: v.string(), of: named, onDuty: v.boolean() })),
      similar: v.array(
        v.object({
          id: v.string(),
          number: v.string(),
          state: caseState,
          metres: v.number(),
          text: v.string(),
        }),
      ),
      now: instant,
    }),
  ),
);
