/** Shapes of a case's clocks: how they stand, how their ends were counted, whose time it was. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { ClockKind, DueBy } from "../domain/clock.ts";
import type { ClockAnswer, ClockExplanation, HeldTimesAnswer } from "../domain/clockAnswers.ts";
import { clockWords } from "../domain/words.ts";
import { budget, budgetUnit, instant, known, maybeInstant, maybeNamed, maybeText } from "./common.ts";

export const dueByShape = known(
  "DueBy",
  agreeing<DueBy>()(v.object({ unit: budgetUnit, calendar: maybeText, provisional: v.boolean() })),
);

export const clockShape = known(
  "ClockAnswer",
  agreeing<ClockAnswer>()(
    v.object({
      name: maybeText,
      id: v.string(),
      kind: v.picklist(Object.keys(clockWords) as ClockKind[]),
      unit: maybeNamed,
      budget,
      startedAt: instant,
      warnAt: instant,
      dueAt: instant,
      severeAt: instant,
      running: v.boolean(),
      stage: v.picklist(["running", "warned", "overdue", "severe"]),
      stoppedAt: maybeInstant,
      outcome: v.nullable(v.picklist(["met", "missed", "void"])),
      dueBy: dueByShape,
    }),
  ),
);

export const heldTimesShape = known(
  "HeldTimesAnswer",
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
