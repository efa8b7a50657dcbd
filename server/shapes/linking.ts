/** Shapes of what the API says of cases that belong together. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { PrecedentsAnswer } from "../domain/linking/answers.ts";
import { instant, known, maybeNamed, maybeText, named } from "./common.ts";

export const precedentsShape = known(
  "PrecedentsAnswer",
  agreeing<PrecedentsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          caseId: v.string(),
          number: v.string(),
          at: instant,
          item: maybeNamed,
          township: maybeNamed,
          unit: named,
          against: named,
          basis: named,
          level: v.number(),
          grounds: v.array(v.picklist(["item", "township", "units", "text"])),
          note: maybeText,
          visible: v.boolean(),
        }),
      ),
    }),
  ),
);
