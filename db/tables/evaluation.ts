/** What the figures are counted from (made from events, so that it may be thrown away), and objections to figures. */
import { sql } from "drizzle-orm";
import type { CaseState } from "../../server/domain/case.ts";
import type { Subject } from "../../server/domain/evaluate/facts.ts";
import type { ObjectionState } from "../../server/domain/evaluate/objection.ts";
import type { Kit } from "../kit.ts";

export function evaluationTables(k: Kit) {
  /** One row for a case and one for each unit it was sent to. Empty text instead of NULL: groups have a name. */
  const tallies = k.table(
    "tallies",
    {
      caseId: k.key().notNull(),
      subject: k.key<Subject>().notNull(),
      unit: k.key().notNull(),
      openedAt: k.instant().notNull(),
      /** `YYYY-MM` of `openedAt` in China. */
      month: k.key().notNull(),
      township: k.key().notNull(),
      cell: k.key().notNull(),
      item: k.key().notNull(),
      /** All facts in one short text: few different ones exist, and the figures are counted by them. */
      profile: k.key().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.subject, t.unit] }),
      k.index("tallies_opened").on(t.openedAt, t.subject, t.unit, t.profile),
    ],
  );

  /** The ledger of held time, stretch by stretch. */
  const heldTimes = k.table(
    "held_times",
    {
      caseId: k.key().notNull(),
      at: k.int().notNull(),
      unit: k.key().notNull(),
      state: k.key<CaseState>().notNull(),
      township: k.key().notNull(),
      /** The unit that led the case when the row was written, for the scope. */
      lead: k.key().notNull(),
      from: k.instant().notNull(),
      /** NULL while it lasts. */
      until: k.instant(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.at] }),
      k.index("held_times_until").on(t.until, t.from),
      k
        .index("held_times_running")
        .on(t.from)
        .where(sql`${t.until} is null`),
    ],
  );

  /** Tallies added up by the day, month or year (`2026-11-22`, `2026-11`, `2026`) in which they were opened (sums.ts). */
  const tallySums = k.table(
    "tally_sums",
    {
      span: k.key().notNull(),
      unit: k.key().notNull(),
      subject: k.key<Subject>().notNull(),
      township: k.key().notNull(),
      profile: k.key().notNull(),
      count: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.span, t.unit, t.subject, t.township, t.profile] })],
  );

  /** Stretches that are over, added up by month. */
  const heldSums = k.table(
    "held_sums",
    {
      month: k.key().notNull(),
      /** The last month before in which the same cases counted for the same; empty text for none. */
      before: k.key().notNull(),
      unit: k.key().notNull(),
      state: k.key<CaseState>().notNull(),
      township: k.key().notNull(),
      lead: k.key().notNull(),
      /** Milliseconds. */
      held: k.instant().notNull(),
      cases: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.month, t.unit, t.state, t.township, t.lead, t.before] })],
  );

  const objections = k.table(
    "objections",
    {
      id: k.key().primaryKey(),
      indicator: k.key().notNull(),
      groupBy: k.key<"unit" | "township">().notNull(),
      /** The unit whose figure it is, and who objects. */
      unit: k.key().notNull(),
      from: k.instant().notNull(),
      to: k.instant().notNull(),
      /** The figure as it stood. */
      over: k.real().notNull(),
      of: k.real().notNull(),
      reason: k.text().notNull(),
      askedBy: k.key().notNull(),
      askedAt: k.instant().notNull(),
      /** Until when the centre has to answer. */
      dueAt: k.instant().notNull(),
      state: k.key<ObjectionState>().notNull(),
      answer: k.text(),
      answeredBy: k.key(),
      answeredAt: k.instant(),
      undoReason: k.text(),
      undoneBy: k.key(),
      undoneAt: k.instant(),
    },
    (t) => [
      k.index("objections_unit").on(t.unit, t.askedAt),
      k
        .uniqueIndex("objections_figure")
        .on(t.indicator, t.groupBy, t.unit, t.from, t.to)
        .where(sql`${t.state} <> 'withdrawn'`),
    ],
  );

  /** The rows an objection asks to take out of its indicator. */
  const objectionCases = k.table(
    "objection_cases",
    {
      caseId: k.key().notNull(),
      subject: k.key<Subject>().notNull(),
      unit: k.key().notNull(),
      objectionId: k.key().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.subject, t.unit, t.objectionId] }),
      k.index("objection_cases_objection").on(t.objectionId),
    ],
  );

  return { tallies, heldTimes, tallySums, heldSums, objections, objectionCases };
}
