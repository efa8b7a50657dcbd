/** Shapes of lists of cases: worklists, how many stand in them, and the 案卷台账. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  CaseListAnswer,
  CaseRow,
  CountsAnswer,
  DueCountsAnswer,
  LedgerAnswer,
} from "../domain/listAnswers.ts";
import { marks } from "../domain/marks.ts";
import { dueByShape } from "./clocks.ts";
import {
  caseState,
  channel,
  deskReasons,
  instant,
  known,
  maybeInstant,
  maybeNamed,
  maybeText,
  urgency,
} from "./common.ts";

export const caseRowShape = known(
  "CaseRow",
  agreeing<CaseRow>()(
    v.object({
      id: v.string(),
      number: v.string(),
      version: v.number(),
      state: caseState,
      channel,
      reportedAt: instant,
      updatedAt: instant,
      text: v.string(),
      address: maybeText,
      item: maybeNamed,
      urgency,
      township: maybeNamed,
      cell: maybeNamed,
      leadUnit: maybeNamed,
      holder: maybeNamed,
      desk: deskReasons,
      returns: v.number(),
      reworks: v.number(),
      urges: v.number(),
      missed: v.number(),
      confidential: v.boolean(),
      warnAt: maybeInstant,
      dueAt: maybeInstant,
      severeAt: maybeInstant,
      marks: v.array(v.picklist(marks)),
      dueBy: v.nullable(dueByShape),
    }),
  ),
);

export const caseListShape = known(
  "CaseListAnswer",
  agreeing<CaseListAnswer>()(v.object({ rows: v.array(caseRowShape), next: maybeText, now: instant })),
);

const count = v.exactOptional(v.number());

export const dueCountsShape = known(
  "DueCountsAnswer",
  agreeing<DueCountsAnswer>()(
    v.object({ overdue: v.number(), today: v.number(), tomorrow: v.number(), week: v.number() }),
  ),
);

export const countsShape = known(
  "CountsAnswer",
  agreeing<CountsAnswer>()(
    v.object({
      byState: v.object({
        reported: count,
        verifying: count,
        declined: count,
        withdrawn: count,
        filed: count,
        dispatched: count,
        accepted: count,
        waiting: count,
        suspended: count,
        handled: count,
        checked: count,
        closed: count,
        unsolved: count,
        followedUp: count,
      }),
      byLamp: v.object({ green: count, amber: count, red: count, severe: count }),
      total: v.number(),
      more: v.boolean(),
    }),
  ),
);

export const ledgerShape = known(
  "LedgerAnswer",
  agreeing<LedgerAnswer>()(
    v.object({
      columns: v.array(v.string()),
      rows: v.array(v.object({ id: v.string(), cells: v.array(v.union([v.string(), v.number()])) })),
      next: v.nullable(v.string()),
    }),
  ),
);
