/** Shapes of what the API says of cases. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  AssignmentAnswer,
  CaseAnswer,
  EventAnswer,
  MoveOffer,
  ReporterAnswer,
} from "../domain/caseAnswers.ts";
import type { ClockAnswer } from "../domain/clockAnswers.ts";
import type { InboxAnswer } from "../domain/inboxAnswers.ts";
import type { CaseListAnswer, CaseRow, CountsAnswer, DueCountsAnswer } from "../domain/listAnswers.ts";
import type { ProgressAnswer, ReportAnswer } from "../domain/reportAnswers.ts";
import type { RevealAnswer } from "../domain/securityAnswers.ts";
import type { ClockKind, DueBy } from "../domain/clock.ts";
import type { Reading } from "../domain/reader.ts";
import { clockWords } from "../domain/words.ts";
import { type FieldName, fields } from "../domain/fields.ts";
import { marks } from "../domain/marks.ts";
import {
  budget,
  budgetUnit,
  caseState,
  channel,
  deskReasons,
  instant,
  known,
  maybeInstant,
  maybeNamed,
  maybeText,
  named,
  layerCells,
  placement,
  point,
  responsible,
  role,
  ruleShape,
  sentPoint,
  speech,
  suggestion,
  times,
  urgency,
} from "./common.ts";
import { ledgerShape, rulesShape } from "./ruleBook.ts";

export const dueByShape = known(
  "DueBy",
  agreeing<DueBy>()(v.object({ unit: budgetUnit, calendar: maybeText, provisional: v.boolean() })),
);

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

const readingShape = known(
  "Reading",
  agreeing<Reading>()(
    v.object({
      candidates: v.array(
        v.object({
          code: v.string(),
          probability: v.number(),
          words: v.array(v.object({ word: v.string(), weight: v.number() })),
        }),
      ),
      sure: v.boolean(),
      speech,
      danger: v.array(v.string()),
      why: v.nullable(v.picklist(["belowLine", "noWords", "consult"])),
    }),
  ),
);

const reporterShape = known(
  "ReporterAnswer",
  agreeing<ReporterAnswer>()(
    v.object({ name: maybeText, phone: maybeText, hidden: v.boolean(), mayReveal: v.boolean() }),
  ),
);

const clockShape = known(
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

const assignmentShape = known(
  "AssignmentAnswer",
  agreeing<AssignmentAnswer>()(
    v.object({
      unit: named,
      part: v.picklist(["lead", "assist"]),
      state: v.picklist(["called", "signed", "done", "declined", "released"]),
      handler: maybeText,
    }),
  ),
);

export const fact = v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]));

/** Who did something: role, and name and unit where they may be told. */
export const actorShape = v.object({
  role: v.picklist([...role.options, "resident", "system"]),
  name: maybeText,
  unit: maybeNamed,
});

const eventShape = known(
  "EventAnswer",
  agreeing<EventAnswer>()(
    v.object({
      seq: v.number(),
      action: v.string(),
      at: instant,
      recordedAt: instant,
      actor: actorShape,
      from: v.nullable(caseState),
      to: caseState,
      facts: v.record(v.string(), fact),
      words: v.record(v.string(), v.string()),
      told: v.nullable(
        v.array(v.object({ to: v.string(), reads: v.array(v.object({ name: v.string(), at: instant })) })),
      ),
    }),
  ),
);

const fieldName = v.picklist(Object.keys(fields) as FieldName[]);
const startValue = v.union([v.string(), v.array(v.string())]);
const startByField = Object.fromEntries(
  fieldName.options.map((name) => [name, v.exactOptional(startValue)]),
) as Record<FieldName, v.ExactOptionalSchema<typeof startValue, undefined>>;

const offerShape = known(
  "MoveOffer",
  agreeing<MoveOffer>()(
    v.object({
      action: v.string(),
      needs: v.array(fieldName),
      may: v.array(fieldName),
      defaults: v.object(startByField),
    }),
  ),
);

export const caseShape = known(
  "CaseAnswer",
  agreeing<CaseAnswer>()(
    v.object({
      ...caseRowShape.entries,
      condition: v.nullable(v.object({ code: v.string(), fileWhen: v.string(), closeWhen: v.string() })),
      point: v.nullable(point),
      placement: v.nullable(placement),
      sentPoint: v.nullable(sentPoint),
      earlierPlaces: v.array(
        v.object({
          point: v.nullable(sentPoint),
          spot: v.nullable(point),
          cell: maybeNamed,
          until: instant,
          metres: v.nullable(v.number()),
        }),
      ),
      shiftOffer: v.nullable(v.object({ sentence: v.string(), point: sentPoint, spot: point })),
      layers: layerCells,
      reading: readingShape,
      times,
      suggestions: v.array(suggestion),
      responsible,
      reporter: v.nullable(reporterShape),
      photos: v.array(v.object({ id: v.string(), stage: v.picklist(["before", "after", "check"]) })),
      rating: v.nullable(
        v.object({ score: v.number(), by: v.picklist(["reporter", "centre"]), at: instant }),
      ),
      followUp: v.nullable(
        v.object({
          reached: v.boolean(),
          solved: v.nullable(v.boolean()),
          truthful: v.exactOptional(v.boolean()),
          unreached: v.exactOptional(v.string()),
          at: instant,
        }),
      ),
      clocks: v.array(clockShape),
      rules: rulesShape,
      ledger: ledgerShape,
      stages: v.array(v.object({ code: v.string(), name: v.string(), budget, doneAt: maybeInstant })),
      assignments: v.array(assignmentShape),
      history: v.array(eventShape),
      moves: v.array(offerShape),
      component: v.nullable(v.object({ code: v.string(), name: v.string(), owner: maybeNamed })),
      emergency: v.nullable(v.object({ reason: v.string(), startedAt: instant })),
      blocked: v.array(v.object({ action: v.string(), rule: ruleShape })),
      trackingCode: maybeText,
      now: instant,
    }),
  ),
);

export const reportShape = known(
  "ReportAnswer",
  agreeing<ReportAnswer>()(
    v.object({
      id: v.string(),
      number: v.string(),
      trackingCode: v.string(),
      recordHash: v.string(),
      state: caseState,
      item: v.nullable(suggestion),
      alternatives: v.array(suggestion),
      sure: v.boolean(),
      desk: deskReasons,
      danger: v.array(v.string()),
      cell: maybeNamed,
      placement: v.nullable(placement),
      holder: maybeNamed,
      responsible,
      deadlines: v.object({ file: maybeInstant, accept: maybeInstant, handle: maybeInstant }),
    }),
  ),
);

export const progressShape = known(
  "ProgressAnswer",
  agreeing<ProgressAnswer>()(
    v.object({
      number: v.string(),
      text: v.string(),
      reportedAt: instant,
      step: v.picklist(["received", "sent", "working", "done", "declined", "withdrawn"]),
      unit: maybeText,
      promisedBy: maybeInstant,
      entries: v.array(v.object({ at: instant, action: v.string(), unit: maybeText, words: maybeText })),
      mayRate: v.boolean(),
      mayReopen: v.boolean(),
      mayAdd: v.boolean(),
      mayWithdraw: v.boolean(),
      rating: v.nullable(v.number()),
      parts: v.array(
        v.object({
          text: v.string(),
          step: v.picklist(["received", "sent", "working", "done", "declined", "withdrawn"]),
          unit: maybeText,
        }),
      ),
      now: instant,
    }),
  ),
);

export const inboxShape = known(
  "InboxAnswer",
  agreeing<InboxAnswer>()(
    v.object({
      unread: v.number(),
      rows: v.array(
        v.object({
          id: v.string(),
          caseId: v.string(),
          number: v.string(),
          kind: v.string(),
          text: v.string(),
          createdAt: instant,
          readAt: maybeInstant,
          urgency,
        }),
      ),
      calls: v.array(
        v.object({
          id: v.string(),
          callId: v.string(),
          number: v.string(),
          kind: v.string(),
          text: v.string(),
          createdAt: instant,
          level: v.picklist(["daily", "tough", "emergency"]),
        }),
      ),
      now: instant,
    }),
  ),
);

export const revealShape = known(
  "RevealAnswer",
  agreeing<RevealAnswer>()(v.object({ name: maybeText, phone: maybeText })),
);
