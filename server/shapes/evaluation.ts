/** Shapes of what the API answers about evaluation. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  EvaluationAnswer,
  EvaluationRowsAnswer,
  HeldAnswer,
  HeldRowsAnswer,
  IndicatorAnswer,
  ObjectionAnswer,
  ObjectionsAnswer,
} from "../domain/evaluate/answers.ts";
import {
  caseState,
  gridVersionName,
  instant,
  known,
  maybeInstant,
  maybeNamed,
  maybeText,
  named,
} from "./common.ts";

const day = v.string();
const family = v.picklist(["handling", "dispatching", "closing", "replying", "calling"]);
const maybeNumber = v.nullable(v.number());

const indicator = known(
  "IndicatorAnswer",
  agreeing<IndicatorAnswer>()(
    v.object({
      ...named.entries,
      family,
      kind: v.picklist(["share", "average"]),
      better: v.picklist(["high", "low"]),
      formula: v.string(),
      basis: v.string(),
      unconfirmed: maybeText,
      exclusions: v.array(v.object({ ...named.entries, basis: v.string() })),
    }),
  ),
);

const figures = v.record(
  v.string(),
  known(
    "FigureAnswer",
    v.object({
      over: v.number(),
      of: v.number(),
      excluded: v.record(v.string(), v.number()),
      value: maybeNumber,
      small: v.boolean(),
      objection: v.nullable(v.picklist(["open", "accepted"])),
    }),
  ),
);

const scale = v.object({
  ...named.entries,
  levels: v.array(v.object({ name: v.string(), scores: v.array(v.number()), good: v.boolean() })),
  basis: v.string(),
});

const scheme = v.object({
  ...named.entries,
  parts: v.array(v.object({ indicator: v.string(), weight: v.number() })),
  basis: v.string(),
  unconfirmed: maybeText,
});

export const evaluationShape = known(
  "EvaluationAnswer",
  agreeing<EvaluationAnswer>()(
    v.object({
      from: day,
      to: day,
      by: v.picklist(["unit", "township", "item", "month", "cell"]),
      gridVersion: v.nullable(gridVersionName),
      indicators: v.array(indicator),
      groups: v.array(v.object({ group: named, figures, score: maybeNumber, rank: maybeNumber })),
      total: v.object({ figures, score: maybeNumber }),
      minimum: v.number(),
      rulesVersion: v.string(),
      weights: v.string(),
      schemes: v.array(scheme),
      scale: v.nullable(scale),
      counting: v.boolean(),
      now: instant,
    }),
  ),
);

export const evaluationRowsShape = known(
  "EvaluationRowsAnswer",
  agreeing<EvaluationRowsAnswer>()(
    v.object({
      indicator,
      group: maybeNamed,
      gridVersion: v.nullable(gridVersionName),
      from: day,
      to: day,
      rows: v.array(
        v.object({
          caseId: v.string(),
          number: v.string(),
          state: v.nullable(caseState),
          subject: v.picklist(["case", "turn", "call"]),
          unit: maybeNamed,
          township: maybeNamed,
          item: maybeNamed,
          openedAt: instant,
          value: v.number(),
          reason: maybeText,
          remark: maybeText,
          mayOpen: v.boolean(),
        }),
      ),
      total: v.number(),
      next: maybeText,
      now: instant,
    }),
  ),
);

const heldState = { state: caseState, held: v.number(), cases: v.number() };

export const heldShape = known(
  "HeldAnswer",
  agreeing<HeldAnswer>()(
    v.object({
      from: day,
      to: day,
      total: v.number(),
      byState: v.array(v.object({ ...heldState, pause: v.boolean() })),
      byUnit: v.array(
        v.object({
          unit: named,
          held: v.number(),
          paused: v.number(),
          states: v.array(v.object(heldState)),
        }),
      ),
      counting: v.boolean(),
      now: instant,
    }),
  ),
);

export const heldRowsShape = known(
  "HeldRowsAnswer",
  agreeing<HeldRowsAnswer>()(
    v.object({
      from: day,
      to: day,
      state: v.nullable(caseState),
      unit: maybeNamed,
      rows: v.array(
        v.object({
          caseId: v.string(),
          number: v.string(),
          item: maybeNamed,
          unit: named,
          state: caseState,
          held: v.number(),
          running: v.boolean(),
          mayOpen: v.boolean(),
        }),
      ),
      total: v.number(),
      held: v.number(),
      next: maybeText,
      now: instant,
    }),
  ),
);

export const objectionShape = known(
  "ObjectionAnswer",
  agreeing<ObjectionAnswer>()(
    v.object({
      id: v.string(),
      indicator: v.object({ code: v.string(), name: v.string() }),
      groupBy: v.picklist(["unit", "township"]),
      unit: named,
      from: day,
      to: day,
      over: v.number(),
      of: v.number(),
      reason: v.string(),
      askedAt: instant,
      dueAt: instant,
      state: v.picklist(["open", "accepted", "declined", "withdrawn", "undone"]),
      answer: maybeText,
      answeredAt: maybeInstant,
      undoReason: maybeText,
      undoneAt: maybeInstant,
      cases: v.array(v.object({ caseId: v.string(), number: v.string() })),
      acts: v.array(v.picklist(["accept", "decline", "undo", "withdraw"])),
    }),
  ),
);

export const objectionsShape = known(
  "ObjectionsAnswer",
  agreeing<ObjectionsAnswer>()(v.object({ rows: v.array(objectionShape), now: instant })),
);
