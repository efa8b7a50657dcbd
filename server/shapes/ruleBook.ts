/** Shape of what the rule book remembers of a case. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { RulesAnswer } from "../domain/ruleAnswers.ts";
import { instant, known, maybeInstant, maybeNamed, maybeText } from "./common.ts";

const used = v.object({ used: v.number(), most: v.number() });
const orderKind = v.picklist(["urge", "supervise", "circulate", "instruct"]);

export const rulesShape = known(
  "RulesAnswer",
  agreeing<RulesAnswer>()(
    v.object({
      returnUntil: maybeInstant,
      dispute: v.nullable(
        v.object({
          by: maybeNamed,
          at: instant,
          level: v.picklist([1, 2, 3]),
          rulers: v.array(v.string()),
          suggestedUnit: maybeNamed,
          dueAt: maybeInstant,
        }),
      ),
      ruled: v.boolean(),
      request: v.nullable(
        v.object({
          kind: v.picklist(["extension", "suspension", "wait"]),
          at: instant,
          until: maybeText,
          dueAt: maybeInstant,
        }),
      ),
      extensions: used,
      suspensions: used,
      waits: used,
      suspendedUntil: maybeText,
      ladders: v.array(
        v.object({ unit: v.string(), step: v.picklist(["urge", "supervise", "circulate"]), at: instant }),
      ),
      supervision: v.nullable(
        v.object({ kind: orderKind, unit: maybeNamed, at: instant, dueAt: maybeInstant }),
      ),
      review: v.nullable(
        v.object({
          kind: v.picklist(["overdue", "unreasonable"]),
          at: instant,
          seconded: v.boolean(),
          dueAt: maybeInstant,
        }),
      ),
      exempt: v.array(v.picklist(["overdue", "unreasonable"])),
      transfers: v.array(v.string()),
      unsolved: maybeText,
      selfHandled: v.boolean(),
      onBehalf: v.boolean(),
      reopens: used,
      rectifications: used,
    }),
  ),
);
