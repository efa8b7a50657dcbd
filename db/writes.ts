/**
 * The statements that change cases, each written once for both databases. SQLite compiles them with slots and keeps
 * them prepared (`compile.ts`); PostgreSQL builds them with their values inside its transaction.
 */
import { and, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { callWrites, type CallRowOf } from "./callWrites.ts";
import type { Base } from "./db.ts";
import { type GridRowOf, gridWrites } from "./gridWrites.ts";
import type { Tables } from "./tables.ts";

/** Every column, so that a prepared statement never meets a row with another shape. */
type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];

type ChangedCase = Row<"cases"> & { readonly expects: number; readonly expectsHash: string };

/** The row that each statement takes. */
export interface RowOf extends CallRowOf, GridRowOf {
  readonly addCase: Row<"cases">;
  readonly changeCase: ChangedCase;
  /** With when the sweep looks next, which ends a delay: for changed clocks. */
  readonly changeCaseAndLook: ChangedCase;
  readonly addEvent: Row<"events">;
  readonly sealWords: Row<"sealedWords">;
  readonly addWords: Row<"caseWords">;
  readonly unfind: { readonly caseId: string };
  readonly addReporter: Row<"reporters">;
  readonly sealReporter: Pick<Row<"reporters">, "caseId" | "name" | "phone" | "phoneKey">;
  readonly putClock: Row<"clocks">;
  readonly putAssignment: Row<"assignments">;
  readonly addNotice: Row<"outbox">;
  readonly addParty: Row<"caseParties">;
  readonly forgetParties: { readonly caseId: string };
  readonly addPhoto: Row<"casePhotos">;
  readonly addLesson: Row<"lessons">;
  readonly putCounter: Row<"counters">;
  /** Added to what stands. */
  readonly turnCounter: Row<"counters">;
  readonly forgetReporter: { readonly caseId: string };
  readonly forgetWords: { readonly caseId: string };
  readonly blankCase: { readonly id: string };
  readonly markTallied: { readonly id: string; readonly expects: number };
  readonly forgetTallies: { readonly caseId: string };
  readonly forgetHeld: { readonly caseId: string };
  readonly addTally: Row<"tallies">;
  readonly addHeld: Row<"heldTimes">;
  /** Added to what stands; may be less than nothing. */
  readonly addTallySum: Row<"tallySums">;
  readonly addHeldSum: Row<"heldSums">;
  readonly addEmergency: Row<"emergencies">;
  readonly endEmergency: {
    readonly id: string;
    readonly endedAt: number;
    readonly endedBy: string;
    readonly endWords: string;
  };
  readonly addEmergencyLog: Row<"emergencyLog">;
  readonly addObjection: Row<"objections">;
  readonly addObjectionCase: Row<"objectionCases">;
  /** Its place is the next one. */
  readonly addEntry: Omit<Row<"recordEntries">, "position">;
  /** Its number is the next one of its row, too. */
  readonly addRowEntry: Omit<Row<"recordEntries">, "position" | "seq">;
  readonly addPhotoFile: Row<"photos">;
  readonly addReveal: Row<"reveals">;
  readonly addErasure: Row<"erasures">;
  readonly forgetPhoto: { readonly id: string };
  readonly addFact: Row<"securityLog">;
  readonly forgetFacts: { readonly before: number };
  readonly endContact: { readonly id: string };
  readonly addAccount: Row<"accounts">;
  readonly putAccount: Row<"accounts">;
  readonly changeAccount: Row<"accounts">;
  /** A password alone turns no counter of changes (changes.ts). */
  readonly changePassword: Pick<Row<"accounts">, "id" | "passwordHash">;
  readonly addCatalogue: Row<"catalogues">;
  /** The draft of this revision becomes a version. */
  readonly publishCatalogue: Row<"catalogues">;
  readonly addCounty: Row<"countyVersions">;
  /** As above, with the content that is published. */
  readonly publishCounty: Row<"countyVersions">;
  readonly changeObjection: Row<"objections"> & { readonly expects: Row<"objections">["state"] };
}

export type WriteName = keyof RowOf;

/**
 * One statement with its row. When it touches no row, `orElse` is the answer and the whole plan is dropped. Members of the row
 * that are not in `only` need not be written: they stand there already.
 */
export type Step = {
  [Name in WriteName]: {
    readonly write: Name;
    readonly row: RowOf[Name];
    readonly orElse?: "stale" | "duplicate";
    readonly only?: readonly string[];
  };
}[WriteName];

/** A statement that both drivers can run: `returning` makes `execute` answer the rows that were touched. */
export interface Query {
  execute(): PromiseLike<unknown>;
  returning(fields: { readonly touched: SQL }): { execute(): PromiseLike<unknown> };
  toSQL(): { readonly sql: string; readonly params: unknown[] };
}

type Writes = { readonly [Name in WriteName]: (base: Base, row: RowOf[Name]) => Query };

const writes: Writes = {
  ...callWrites,
  ...gridWrites,

  addCase: ({ db, tables: { cases } }, row) =>
    db.insert(cases).values(row).onConflictDoNothing({ target: cases.reportId }),

  changeCase: (base, row) => {
    const { sweepAt: _1, ...given } = row;
    return changeCase(base, given);
  },
  changeCaseAndLook: changeCase,

  addEvent: ({ db, tables }, row) => db.insert(tables.events).values(row),
  sealWords: ({ db, tables }, row) => db.insert(tables.sealedWords).values(row),
  addWords: ({ db, tables }, row) => db.insert(tables.caseWords).values(row).onConflictDoNothing(),
  unfind: ({ db, tables: { caseWords } }, row) =>
    db.delete(caseWords).where(eq(caseWords.caseId, row.caseId)),
  addReporter: ({ db, tables }, row) => db.insert(tables.reporters).values(row),
  sealReporter: ({ db, tables: { reporters } }, { caseId, ...row }) =>
    db.update(reporters).set(row).where(eq(reporters.caseId, caseId)),

  // The policy, the kind and the start of a clock are frozen.
  putClock: ({ db, tables: { clocks } }, row) =>
    db
      .insert(clocks)
      .values(row)
      .onConflictDoUpdate({
        target: [clocks.caseId, clocks.id],
        set: {
          unit: sql`excluded.unit`,
          spent: sql`excluded.spent`,
          runningSince: sql`excluded.running_since`,
          warnAt: sql`excluded.warn_at`,
          dueAt: sql`excluded.due_at`,
          severeAt: sql`excluded.severe_at`,
          stage: sql`excluded.stage`,
          lookAt: sql`excluded.look_at`,
          stoppedAt: sql`excluded.stopped_at`,
          outcome: sql`excluded.outcome`,
          provisional: sql`excluded.provisional`,
        },
      }),

  putAssignment: ({ db, tables: { assignments } }, row) =>
    db
      .insert(assignments)
      .values(row)
      .onConflictDoUpdate({
        target: [assignments.caseId, assignments.unit],
        set: {
          part: sql`excluded.part`,
          state: sql`excluded.state`,
          handler: sql`excluded.handler`,
        },
      }),

  addNotice: ({ db, tables }, row) => db.insert(tables.outbox).values(row),
  addParty: ({ db, tables }, row) => db.insert(tables.caseParties).values(row).onConflictDoNothing(),
  forgetParties: ({ db, tables: { caseParties } }, row) =>
    db.delete(caseParties).where(eq(caseParties.caseId, row.caseId)),
  addPhoto: ({ db, tables }, row) => db.insert(tables.casePhotos).values(row).onConflictDoNothing(),
  addLesson: ({ db, tables }, row) => db.insert(tables.lessons).values(row),
  putCounter: ({ db, tables: { counters } }, row) =>
    db
      .insert(counters)
      .values(row)
      .onConflictDoUpdate({ target: counters.name, set: { n: sql`excluded.n` } }),
  turnCounter: ({ db, tables: { counters } }, row) =>
    db
      .insert(counters)
      .values(row)
      .onConflictDoUpdate({ target: counters.name, set: { n: sql`${counters.n} + excluded.n` } }),

  forgetReporter: ({ db, tables: { reporters } }, row) =>
    db.delete(reporters).where(eq(reporters.caseId, row.caseId)),
  forgetWords: ({ db, tables: { sealedWords } }, row) =>
    db.delete(sealedWords).where(eq(sealedWords.caseId, row.caseId)),
  blankCase: ({ db, tables: { cases } }, row) =>
    db
      .update(cases)
      .set({ text: "", address: null, reading: blankReading, contactable: false })
      .where(eq(cases.id, row.id)),

  // Only for the version that was counted: a case that moved on meanwhile is counted again.
  markTallied: ({ db, tables: { cases } }, row) =>
    db
      .update(cases)
      .set({ tallied: true })
      .where(and(eq(cases.id, row.id), eq(cases.version, row.expects), sql`${cases.tallied} = false`)),
  forgetTallies: ({ db, tables: { tallies } }, row) =>
    db.delete(tallies).where(eq(tallies.caseId, row.caseId)),
  forgetHeld: ({ db, tables: { heldTimes } }, row) =>
    db.delete(heldTimes).where(eq(heldTimes.caseId, row.caseId)),
  addTally: ({ db, tables }, row) => db.insert(tables.tallies).values(row),
  addHeld: ({ db, tables }, row) => db.insert(tables.heldTimes).values(row),
  addTallySum: ({ db, tables: { tallySums: sums } }, row) =>
    db
      .insert(sums)
      .values(row)
      .onConflictDoUpdate({
        target: [sums.span, sums.unit, sums.subject, sums.township, sums.profile],
        set: { count: sql`${sums.count} + excluded.count` },
      }),
  addHeldSum: ({ db, tables: { heldSums: sums } }, row) =>
    db
      .insert(sums)
      .values(row)
      .onConflictDoUpdate({
        target: [sums.month, sums.unit, sums.state, sums.township, sums.lead, sums.before],
        set: { held: sql`${sums.held} + excluded.held`, cases: sql`${sums.cases} + excluded.cases` },
      }),
  addEmergency: ({ db, tables }, row) => db.insert(tables.emergencies).values(row),
  endEmergency: ({ db, tables: { emergencies } }, { id, ...row }) =>
    db
      .update(emergencies)
      .set(row)
      .where(and(eq(emergencies.id, id), isNull(emergencies.endedAt))),
  addEmergencyLog: ({ db, tables }, row) => db.insert(tables.emergencyLog).values(row).onConflictDoNothing(),
  addObjection: ({ db, tables }, row) => db.insert(tables.objections).values(row).onConflictDoNothing(),
  addObjectionCase: ({ db, tables }, row) => db.insert(tables.objectionCases).values(row),
  addEntry: ({ db, tables }, row) =>
    db.insert(tables.recordEntries).values({ ...row, position: nextPosition(tables) }),
  addRowEntry: ({ db, tables }, row) => {
    const { recordEntries: entries } = tables;
    const same = and(eq(entries.subject, row.subject), eq(entries.kind, row.kind));
    const seq = sql<number>`(select coalesce(max(${entries.seq}), 0) + 1 from ${entries} where ${same})`;
    return db.insert(entries).values({ ...row, seq, position: nextPosition(tables) });
  },
  // Named by content: the same picture twice is one row.
  addPhotoFile: ({ db, tables }, row) => db.insert(tables.photos).values(row).onConflictDoNothing(),
  addErasure: ({ db, tables }, row) => db.insert(tables.erasures).values(row),
  forgetPhoto: ({ db, tables: { photos } }, { id }) => db.delete(photos).where(eq(photos.id, id)),
  addFact: ({ db, tables }, row) => db.insert(tables.securityLog).values(row),
  forgetFacts: ({ db, tables: { securityLog } }, { before }) =>
    db.delete(securityLog).where(lt(securityLog.at, before)),
  endContact: ({ db, tables: { cases } }, { id }) =>
    db.update(cases).set({ contactable: false }).where(eq(cases.id, id)),
  addReveal: ({ db, tables }, row) => db.insert(tables.reveals).values(row),
  addAccount: ({ db, tables: { accounts } }, row) =>
    db.insert(accounts).values(row).onConflictDoNothing({ target: accounts.username }),
  putAccount: ({ db, tables: { accounts } }, row) =>
    db
      .insert(accounts)
      .values(row)
      .onConflictDoUpdate({
        target: accounts.username,
        set: {
          name: sql`excluded.name`,
          role: sql`excluded.role`,
          unit: sql`excluded.unit`,
          cells: sql`excluded.cells`,
          posts: sql`excluded.posts`,
          disabled: sql`excluded.disabled`,
          demo: sql`excluded.demo`,
          createdAt: sql`excluded.created_at`,
          passwordHash: sql`excluded.password_hash`,
        },
      }),
  changeAccount: ({ db, tables: { accounts } }, { id, ...row }) =>
    db.update(accounts).set(row).where(eq(accounts.id, id)),
  changePassword: ({ db, tables: { accounts } }, { id, passwordHash }) =>
    db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id)),
  addCatalogue: ({ db, tables }, row) => db.insert(tables.catalogues).values(row).onConflictDoNothing(),
  publishCatalogue: ({ db, tables: { catalogues } }, { version, revision, ...row }) =>
    db
      .update(catalogues)
      .set(row)
      .where(
        and(
          eq(catalogues.version, version),
          eq(catalogues.revision, revision),
          isNull(catalogues.publishedAt),
        ),
      ),
  addCounty: ({ db, tables }, row) => db.insert(tables.countyVersions).values(row).onConflictDoNothing(),
  publishCounty: ({ db, tables: { countyVersions } }, { subject, version, revision, ...row }) =>
    db
      .update(countyVersions)
      .set(row)
      .where(
        and(
          eq(countyVersions.subject, subject),
          eq(countyVersions.version, version),
          eq(countyVersions.revision, revision),
          isNull(countyVersions.publishedAt),
        ),
      ),
  changeObjection: ({ db, tables: { objections } }, { id, expects, ...row }) =>
    db
      .update(objections)
      .set(row)
      .where(and(eq(objections.id, id), eq(objections.state, expects))),
};

function nextPosition({ recordEntries }: Tables): SQL {
  return sql`(select coalesce(max(${recordEntries.position}), -1) + 1 from ${recordEntries})`;
}

/** Version and head together: a decision made on an older case, or on a wrong one, cannot continue the chain. */
function changeCase(
  { db, tables: { cases } }: Base,
  { expects, expectsHash, ...row }: Omit<ChangedCase, "sweepAt">,
): Query {
  return db
    .update(cases)
    .set(changing(row))
    .where(and(eq(cases.id, row.id), eq(cases.version, expects), eq(cases.headHash, expectsHash)));
}

/** What the report said never changes, so a decision made before an erasure cannot bring the words back. */
function changing(row: Omit<Row<"cases">, "sweepAt">): Partial<Row<"cases">> {
  const { id: _1, number: _2, reportId: _3, trackingCode: _4, channel: _5, ...rest } = row;
  const { reportedAt: _6, reportedBy: _7, text: _8, address: _9, ...kept } = rest;
  const { reading: _10, contactable: _11, ...changed } = kept;
  return changed;
}

/** The reader quotes the words that counted. */
const blankReading = {
  candidates: [],
  sure: false,
  speech: "report",
  danger: [],
  why: "noWords",
} as const;

/** The query of a step. `row` may hold slots instead of values, with the same keys. */
export function queryOf(base: Base, step: Step, row: object = step.row): Query {
  // A step pairs a statement with its own row by construction; TypeScript cannot follow the pairing here.
  const write = writes[step.write] as (base: Base, row: object) => Query;
  return write(base, row);
}
