/** The case and what belongs to it. Rows are lean: an index that no hot question needs is not kept. */
import { sql } from "drizzle-orm";
import type { Assignment } from "../../server/domain/assignment.ts";
import type {
  ActorRole,
  CaseEvent,
  CasePhoto,
  CaseState,
  Channel,
  DeskReason,
  Fact,
  FollowUp,
  Rating,
  Urgency,
} from "../../server/domain/case.ts";
import type { Clock, DueBy } from "../../server/domain/clock.ts";
import type { Reading } from "../../server/domain/reader.ts";
import type { Placement } from "../../geo/placement.ts";
import type { ReportedPoint } from "../../geo/point.ts";
import type { SealedWord } from "../chain.ts";
import type { Kit } from "../kit.ts";
import { policyPacking, rulesPacking } from "../packed.ts";

export function caseTables(k: Kit) {
  const cases = k.table(
    "cases",
    {
      id: k.key().primaryKey(),
      number: k.key().notNull(),
      version: k.int().notNull(),
      turn: k.int().notNull(),
      reportId: k.key().notNull(),
      trackingCode: k.text().notNull(),
      state: k.key<CaseState>().notNull(),
      /** `isOpen(state)`, kept as a column because partial indexes ask for it. */
      open: k.bool().notNull(),
      channel: k.key<Channel>().notNull(),
      reportedAt: k.instant().notNull(),
      reportedBy: k.key(),
      text: k.text().notNull(),
      address: k.text(),
      point: k.json<ReportedPoint>(),
      /** WGS-84, for the map; from the placement, which knows the datum. */
      lng: k.real(),
      lat: k.real(),
      placement: k.json<Placement>(),
      cellCode: k.key(),
      townshipCode: k.key(),
      itemCode: k.key(),
      conditionCode: k.key(),
      urgency: k.key<Urgency>().notNull(),
      reading: k.json<Reading>().notNull(),
      /** NULL instead of an empty list, so that "somebody must look" is `is not null`. */
      desk: k.json<readonly DeskReason[]>(),
      confidential: k.bool().notNull(),
      contactable: k.bool().notNull(),
      leadUnit: k.key(),
      holder: k.key(),
      handledBy: k.key(),
      returns: k.int().notNull(),
      reworks: k.int().notNull(),
      urges: k.int().notNull(),
      missed: k.int().notNull(),
      warnAt: k.instant(),
      dueAt: k.instant(),
      severeAt: k.instant(),
      dueBy: k.json<DueBy>(),
      followUp: k.json<FollowUp>(),
      ratingScore: k.int(),
      ratingBy: k.key<Rating["by"]>(),
      ratedAt: k.instant(),
      photos: k.json<readonly CasePhoto[]>(),
      closedAt: k.instant(),
      updatedAt: k.instant().notNull(),
      headHash: k.key().notNull(),
      /** What the rule book must remember; NULL while nothing of it has happened. */
      rules: k.packed(rulesPacking),
      /**
       * `,BB,SFJ,`: rulers and assistants beside the lead, from `rules`, for the scope of lists; NULL when there are none. By
       * `caseParties` they are looked up.
       */
      parties: k.text(),
      /** `,ladder:urge,answer,`: what lists of supervision ask for, from `rules` (marks.ts); NULL when there is nothing. */
      marks: k.text(),
      /** Lead case that it was merged into, and case that it is a part of: from `rules`, to find the others by. */
      mergedInto: k.key(),
      parentCase: k.key(),
      /** 部件 it is about: from `rules`, for the history of the component. */
      componentCode: k.key(),
      /** When the sweep looks next: the earliest `lookAt` of the clocks, or the end of a delay. */
      sweepAt: k.instant(),
      /** The figures know this version of the case; every change of the case takes it back. */
      tallied: k.bool().notNull().default(false),
    },
    (t) => [
      k.uniqueIndex("cases_report").on(t.reportId),
      k.uniqueIndex("cases_number").on(t.number),
      k.index("cases_reported").on(t.reportedAt),
      k.index("cases_township").on(t.townshipCode, t.id),
      k.index("cases_cell").on(t.cellCode, t.id),
      k
        .index("cases_unit")
        .on(t.leadUnit, t.id)
        .where(sql`${t.leadUnit} is not null`),
      k
        .index("cases_reporter")
        .on(t.reportedBy, t.id)
        .where(sql`${t.reportedBy} is not null`),
      k
        .index("cases_marks")
        .on(t.id)
        .where(sql`${t.marks} is not null`),
      k
        .index("cases_merged")
        .on(t.mergedInto)
        .where(sql`${t.mergedInto} is not null`),
      k
        .index("cases_parent")
        .on(t.parentCase)
        .where(sql`${t.parentCase} is not null`),
      k
        .index("cases_component")
        .on(t.componentCode)
        .where(sql`${t.componentCode} is not null`),
      k
        .index("cases_due")
        .on(t.dueAt, t.id)
        .where(sql`${t.open} = true`),
      // Open cases by whatever lists are asked for: without these each list would walk the years. Who takes part is told
      // here too, so that no row is read to find it out
      k
        .index("cases_open")
        .on(t.id, t.parties)
        .where(sql`${t.open} = true`),
      k
        .index("cases_open_township")
        .on(t.townshipCode, t.id)
        .where(sql`${t.open} = true`),
      k
        .index("cases_open_cell")
        .on(t.cellCode, t.id)
        .where(sql`${t.open} = true`),
      k
        .index("cases_open_unit")
        .on(t.leadUnit, t.id)
        .where(sql`${t.open} = true`),
      // For counts alone, which are told in their order and read no row. Written as expressions, so that no list takes them;
      // not by cell: SQLite reads a row for each group of an expression, and cells are many
      k
        .index("cases_count_state")
        .on(sql`(${t.state} || '')`, t.dueAt, t.warnAt, t.severeAt)
        .where(sql`${t.open} = true`),
      k
        .index("cases_count_holder")
        .on(sql`(${t.holder} || '')`, t.warnAt, t.dueAt)
        .where(sql`${t.open} = true`),
      k
        .index("cases_count_cell")
        .on(t.cellCode, t.dueAt)
        .where(sql`${t.open} = true`),
      k
        .index("cases_count_township")
        .on(sql`(${t.townshipCode} || '')`, t.dueAt)
        .where(sql`${t.open} = true`),
      k
        .index("cases_holder")
        .on(t.holder, t.id)
        .where(sql`${t.holder} is not null`),
      k
        .index("cases_item")
        .on(t.itemCode, t.id)
        .where(sql`${t.itemCode} is not null`),
      k.index("cases_updated").on(t.updatedAt, t.id),
      k
        .index("cases_open_reporter")
        .on(t.reportedBy, t.id)
        .where(sql`${t.open} = true`),
      // Strips of a hundredth of a degree by months of 30 days, and all that a map sorts by. Only who says `+ 0` as well is
      // given it (boxes.ts)
      k
        .index("cases_month_strips")
        .on(sql`(${t.updatedAt} / 2592000000)`, sql`round(${t.lat} * 100)`, t.lng, t.lat, t.updatedAt, t.id)
        .where(sql`${t.lng} + 0 is not null`),
      k
        .index("cases_sweep")
        .on(t.sweepAt)
        .where(sql`${t.sweepAt} is not null`),
      k
        .index("cases_untallied")
        .on(t.id)
        .where(sql`${t.tallied} = false`),
    ],
  );

  /** A row for each of `parties`, so that the newest cases of a party are found without reading those of others. */
  const caseParties = k.table("case_parties", { caseId: k.key().notNull(), unit: k.key().notNull() }, (t) => [
    k.primaryKey({ columns: [t.caseId, t.unit] }),
    k.index("case_parties_unit").on(t.unit, t.caseId),
  ]);

  /** Append-only: triggers refuse update and delete. See chain.ts for the hash. */
  const events = k.table(
    "events",
    {
      caseId: k
        .key()
        .notNull()
        .references(() => cases.id),
      seq: k.int().notNull(),
      action: k.key<CaseEvent["action"]>().notNull(),
      at: k.instant().notNull(),
      recordedAt: k.instant().notNull(),
      actorId: k.key().notNull(),
      actorRole: k.key<ActorRole>().notNull(),
      actorUnit: k.key(),
      from: k.key<CaseState>(),
      to: k.key<CaseState>().notNull(),
      facts: k.json<Readonly<Record<string, Fact>>>().notNull(),
      /** Commitment of every free text, by field. */
      seals: k.json<Readonly<Record<string, string>>>().notNull(),
      commandId: k.key(),
      previousHash: k.key().notNull(),
      hash: k.key().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.seq] }),
      k
        .index("events_sent_back")
        .on(t.at)
        .where(sql`${t.action} in ('return', 'rework')`),
      k
        .index("events_answers")
        .on(t.actorUnit, t.at)
        .where(sql`${t.action} = 'handle'`),
      k
        .index("events_ruled")
        .on(t.at)
        .where(sql`${t.action} in ('rule', 'uphold')`),
      k
        .index("events_brought_back")
        .on(t.at)
        .where(sql`${t.action} in ('dispute', 'reopen', 'rectify')`),
    ],
  );

  /** The free words of an event with their salts: the only place they stand in, so that erasing is a delete. */
  const sealedWords = k.table(
    "sealed_words",
    {
      caseId: k.key().notNull(),
      seq: k.int().notNull(),
      words: k.json<Readonly<Record<string, SealedWord>>>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.caseId, t.seq] })],
  );

  /** Who reported: sealed (db/secrets), so that the file, its log and its copies tell nothing without the keys. */
  const reporters = k.table(
    "reporters",
    {
      caseId: k.key().primaryKey(),
      name: k.secret("reporters.name"),
      phone: k.secret("reporters.phone"),
      /** To find cases of one number again. */
      phoneKey: k.lookup(),
      /** Hides them in their seal; NULL for rows from before they were sealed. */
      salt: k.text(),
    },
    (t) => [
      k
        .index("reporters_phone")
        .on(t.phoneKey)
        .where(sql`${t.phoneKey} is not null`),
    ],
  );

  const clocks = k.table(
    "clocks",
    {
      caseId: k
        .key()
        .notNull()
        .references(() => cases.id),
      id: k.key().notNull(),
      kind: k.key<Clock["kind"]>().notNull(),
      unit: k.key(),
      policy: k.packed(policyPacking).notNull(),
      startedAt: k.instant().notNull(),
      spent: k.real().notNull(),
      runningSince: k.instant(),
      warnAt: k.instant().notNull(),
      dueAt: k.instant().notNull(),
      severeAt: k.instant().notNull(),
      stage: k.key<Clock["stage"]>().notNull(),
      lookAt: k.instant(),
      stoppedAt: k.instant(),
      outcome: k.key<NonNullable<Clock["outcome"]>>(),
      provisional: k.bool().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.id] }),
      // Filings and answers are asked for one by one (supervision.ts)
      k
        .index("clocks_answered")
        .on(t.stoppedAt)
        .where(sql`${t.kind} in ('file', 'supervise')`),
      // All that is asked of finished work by the hundred (supervision.ts)
      k
        .index("clocks_finished")
        .on(t.stoppedAt, t.kind, t.unit, t.caseId)
        .where(sql`${t.kind} in ('handle', 'close')`),
    ],
  );

  /** 主办 and 协办 of a case, as the case itself knows them: what lists of units and of handlers ask for. */
  const assignments = k.table(
    "assignments",
    {
      caseId: k
        .key()
        .notNull()
        .references(() => cases.id),
      unit: k.key().notNull(),
      part: k.key<Assignment["part"]>().notNull(),
      state: k.key<Assignment["state"]>().notNull(),
      handler: k.key(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.unit] }),
      k
        .index("assignments_handler")
        .on(t.handler, t.caseId)
        .where(sql`${t.handler} is not null`),
      // Few assist at any time, however many have
      k
        .index("assignments_assisting")
        .on(t.unit, t.caseId)
        .where(sql`${t.part} = 'assist' and ${t.state} in ('called', 'signed')`),
    ],
  );

  /**
   * What a case is found by (words.ts). Written by hand in the migrations, and so not in schema.*.ts: on SQLite a number
   * of its own (`place`) ties each row to a full-text table that triggers keep, on PostgreSQL the index is GIN.
   */
  const caseWords = k.table("case_words", { caseId: k.key().primaryKey(), grams: k.grams().notNull() });

  /** The full-text table of SQLite takes its commands as rows. */
  const wordCommands = k.table("case_grams", { caseGrams: k.text().notNull(), rank: k.int().notNull() });

  const casePhotos = k.table(
    "case_photos",
    { photoId: k.key().notNull(), caseId: k.key().notNull() },
    (t) => [k.primaryKey({ columns: [t.photoId, t.caseId] })],
  );

  return {
    cases,
    caseParties,
    events,
    sealedWords,
    reporters,
    clocks,
    assignments,
    caseWords,
    wordCommands,
    casePhotos,
  };
}
