/** Shapes of what phones out in the field ask for. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { fieldSchema } from "../../fixtures/schema/field.ts";
import type { FieldTasksAnswer } from "../domain/field.ts";
import { caseRowShape } from "./lists.ts";
import { instant, known, point } from "./common.ts";

export const fieldRuleShape = known("FieldRule", fieldSchema);

export const fieldTasksShape = known(
  "FieldTasksAnswer",
  agreeing<FieldTasksAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          ...caseRowShape.entries,
          point: v.nullable(point),
          photos: v.array(v.object({ id: v.string(), stage: v.picklist(["before", "after", "check"]) })),
        }),
      ),
      now: instant,
    }),
  ),
);
