/** Shapes of what the API says of the dispatch catalogue. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { catalogueRuleSchema } from "../../fixtures/schema/catalogue.ts";
import type { CatalogueAnswer, TrialAnswer } from "../domain/catalogue/answers.ts";
import { instant, known, maybeNamed, maybeText, named } from "./common.ts";
import { draftRow, versionRow } from "./versions.ts";

const ruleRow = known(
  "RuleRow",
  v.object({
    rule: catalogueRuleSchema,
    asks: v.string(),
    lead: named,
    assist: v.array(named),
    closed: v.array(v.string()),
  }),
);

export const catalogueShape = known(
  "CatalogueAnswer",
  agreeing<CatalogueAnswer>()(
    v.object({
      version: v.number(),
      validFrom: v.string(),
      rules: v.array(ruleRow),
      faults: v.array(
        v.object({
          kind: v.picklist(["unknownCode", "doubleCode", "hole", "conflict", "closedUnit", "toTownship"]),
          grave: v.boolean(),
          message: v.string(),
        }),
      ),
      versions: v.array(v.object(versionRow)),
      draft: v.nullable(
        v.object({
          ...draftRow,
          changes: v.array(v.object({ kind: v.picklist(["added", "removed", "changed"]), row: ruleRow })),
        }),
      ),
      proposals: v.array(v.object({ row: ruleRow, numbers: v.array(v.string()), isRuled: v.boolean() })),
      mayEdit: v.boolean(),
      now: instant,
    }),
  ),
);

export const trialShape = known(
  "TrialAnswer",
  agreeing<TrialAnswer>()(
    v.object({
      days: v.number(),
      cases: v.number(),
      moved: v.number(),
      newlyUnclear: v.number(),
      byUnit: v.array(v.object({ unit: named, gained: v.number(), lost: v.number() })),
      rows: v.array(
        v.object({
          id: maybeText,
          number: v.nullable(v.string()),
          text: maybeText,
          item: maybeNamed,
          before: named,
          after: named,
          beforeRule: maybeText,
          afterRule: maybeText,
        }),
      ),
    }),
  ),
);
