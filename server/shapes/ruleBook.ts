/** Shapes of what the rule book says of a case: what it remembers, how its limits were counted, whose time it was. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { ClockExplanation, HeldTimesAnswer } from "../domain/clockAnswers.ts";
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

export const ledgerShape = known(
  "LedgerAnswer",
  agreeing<HeldTimesAnswer>()(
    v.object({
      total: v.number(),
      parts: v.array(
        v.object({
          holder: maybeNamed,
          pause: v.nullable(v.picklist(["suspended", "waiting"])),
          elapsed: v.number(),
          office: v.number(),
          times: v.number(),
        }),
      ),
    }),
  ),
);

export const clockExplanationShape = known(
  "ClockExplanation",
  agreeing<ClockExplanation>()(
    v.object({
      id: v.string(),
      sentence: v.string(),
      days: v.array(
        v.object({
          day: v.string(),
          weekday: v.string(),
          kind: v.picklist(["workday", "makeup", "holiday", "weekend"]),
          holiday: maybeText,
          firstDay: v.boolean(),
          counted: v.array(v.tuple([v.string(), v.string()])),
          spent: v.number(),
          left: v.number(),
        }),
      ),
      measure: v.picklist(["workday", "hour"]),
      firstDueAt: instant,
      dueAt: instant,
      notAnnounced: v.array(v.string()),
      turns: v.array(
        v.object({
          at: instant,
          action: v.string(),
          what: v.picklist(["extended", "held", "resumed", "stopped"]),
        }),
      ),
      policy: v.object({ code: v.string(), version: v.string(), name: v.string(), basis: v.string() }),
      calendar: v.object({ name: v.string(), version: v.string() }),
    }),
  ),
);
