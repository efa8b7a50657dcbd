/** Shape of what is found by name. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { type FindAnswer, foundKinds } from "../domain/findAnswers.ts";
import { known, point } from "./common.ts";

export const findShape = known(
  "FindAnswer",
  agreeing<FindAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          kind: v.picklist(foundKinds),
          code: v.string(),
          name: v.string(),
          note: v.string(),
          point: v.nullable(point),
        }),
      ),
    }),
  ),
);
