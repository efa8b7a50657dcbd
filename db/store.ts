/**
 * What the server may ask of the database. One set of queries serves SQLite and PostgreSQL; `commit` is the only
 * writer of case state. Every function is asynchronous because PostgreSQL is; SQLite answers at once.
 */
import type {
  Actor,
  Case,
  CaseEvent,
  CaseState,
  Decision,
  Notice,
  Reporter,
  Role,
} from "../server/domain/case.ts";
import type { Clock, Lamp } from "../server/domain/clock.ts";
import type { Counts } from "../server/domain/evaluate.ts";
import type { Scope } from "../server/domain/permit.ts";
import type { Day, Instant } from "../server/domain/time.ts";
import type { Cell } from "../geo/cell.ts";

export interface Store {
  readonly engine: "sqlite" | "postgres" | "pglite";
  readonly cases: CaseQueries;
  readonly clocks: ClockQueries;
  readonly people: PeopleQueries;
  readonly photos: PhotoQueries;
  readonly outbox: OutboxQueries;
  readonly grid: GridQueries;
  readonly reference: ReferenceQueries;
  readonly stats: StatQueries;
  /** Values of the installation itself: set-up token, demo flag, keys. */
  readonly settings: SettingQueries;
  /** The next 案卷号 serial of a day, from 1. Gaps are allowed, doubles are not, also with several processes. */
  drawNumber(day: Day): Promise<number>;
  /**
   * Stores a decision whole, durably, or not at all. Decisions that arrive together share one durable transaction,
   * each in a savepoint of its own; the promise resolves only after it is on disk.
   */
  commit(decision: Decision): Promise<Commitment>;
  /** Recomputes every chain of events and compares it with the cases; yields progress. See `huying verify`. */
  verify(onProgress?: (done: number, total: number) => void): Promise<Verification>;
  /** Copies the whole database into a file while the server goes on (SQLite only; PostgreSQL has its own tools). */
  backupTo(path: string): Promise<void>;
  close(): Promise<void>;
}

export type Commitment =
  /** `case` carries the new head hash. */
  | { readonly kind: "committed"; readonly case: Case }
  /** Somebody else changed the case first: nothing was stored. */
  | { readonly kind: "stale" }
  /** The report id is known already: nothing was stored; this is the first case. */
  | { readonly kind: "duplicate"; readonly caseId: string };

/** Filters of the worklist; all of them together, each optional. */
export interface CaseFilter {
  readonly states?: readonly CaseState[];
  readonly lamp?: Lamp;
  /** Due within these instants (from ≤ dueAt < to). */
  readonly dueFrom?: Instant;
  readonly dueTo?: Instant;
  readonly township?: string;
  readonly cell?: string;
  readonly unit?: string;
  readonly holder?: readonly string[];
  readonly item?: string;
  readonly channel?: string;
  /** Cases that a person must look at (desk reasons not empty). */
  readonly desk?: boolean;
  readonly overdueEver?: boolean;
  /** Words in text, address or number: plain substring for now. */
  readonly words?: string;
  readonly reportedFrom?: Instant;
  readonly reportedTo?: Instant;
  readonly reportedBy?: string;
}

/** Keyset paging: `after` is the cursor of the last row seen. `due` lists open cases only, earliest due first. */
export interface Page {
  readonly sort: "newest" | "due";
  readonly after: string | null;
  readonly limit: number;
}

/** What a row of a worklist shows: without the parts that only the file needs. */
export type ListedCase = Pick<
  Case,
  | "id"
  | "number"
  | "version"
  | "state"
  | "channel"
  | "reportedAt"
  | "reportedBy"
  | "updatedAt"
  | "text"
  | "address"
  | "itemCode"
  | "urgency"
  | "townshipCode"
  | "cellCode"
  | "leadUnit"
  | "holder"
  | "desk"
  | "returns"
  | "reworks"
  | "urges"
  | "missed"
  | "confidential"
  | "warnAt"
  | "dueAt"
  | "severeAt"
>;

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly next: string | null;
}

/** One point on the map. */
export interface CasePin {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly text: string;
  readonly address: string | null;
  readonly itemCode: string | null;
  readonly cellCode: string | null;
  readonly holder: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What the map shows: a box in WGS-84 degrees, at most `limit` pins, the latest changed first. */
export interface MapView {
  readonly box: Box;
  readonly limit: number;
  readonly now: Instant;
}

/** An event as stored: with its place in the chain. Words that were erased are absent from `words`. */
export interface StoredEvent extends CaseEvent {
  /** Fields whose words were erased. */
  readonly erased: readonly string[];
  readonly hash: string;
  readonly previousHash: string;
}

export interface CaseQueries {
  byId(id: string): Promise<Case | null>;
  byReportId(reportId: string): Promise<Case | null>;
  byNumber(number: string): Promise<Case | null>;
  /** Case with its clocks, for a decision. */
  file(id: string): Promise<{ readonly case: Case; readonly clocks: readonly Clock[] } | null>;
  list(scope: Scope, filter: CaseFilter, page: Page, now: Instant): Promise<CasePage>;
  /** Rows per filter, for tabs and tiles: open cases by state and lamp. Bounded by the number of open cases. */
  counts(scope: Scope, filter: CaseFilter, now: Instant): Promise<CaseCounts>;
  pins(scope: Scope, filter: CaseFilter, view: MapView): Promise<readonly CasePin[]>;
  history(caseId: string): Promise<readonly StoredEvent[]>;
  eventByCommand(caseId: string, commandId: string): Promise<StoredEvent | null>;
  reporter(caseId: string): Promise<Reporter | null>;
  /** Erases the personal data of a case (identity and sealed words); the chain stays valid. */
  erase(caseId: string): Promise<void>;
}

export interface CaseCounts {
  readonly byState: Readonly<Partial<Record<CaseState, number>>>;
  readonly byLamp: Readonly<Record<Lamp, number>>;
  readonly total: number;
}

export interface ClockQueries {
  /**
   * Ids of cases with a clock whose `lookAt` has come, earliest first; each is claimed so that no other process takes
   * it for `leaseMs`. Committing the case's new clocks ends the claim.
   */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<readonly string[]>;
  /** The earliest `lookAt`; null when no clock runs. */
  nextLook(): Promise<Instant | null>;
  /** A case whose clocks could not be computed is looked at again later instead of at once for ever. */
  putOff(caseId: string, until: Instant): Promise<void>;
}

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly cells: readonly string[];
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly createdAt: Instant;
}

export interface SessionRow {
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
}

export interface PeopleQueries {
  byId(id: string): Promise<Account | null>;
  byUsername(username: string): Promise<{ readonly account: Account; readonly passwordHash: string } | null>;
  list(): Promise<readonly Account[]>;
  /** @returns false when the username is taken. */
  add(account: Account, passwordHash: string): Promise<boolean>;
  /** Upsert by username, for seeding. */
  put(account: Account, passwordHash: string): Promise<void>;
  setDisabled(id: string, disabled: boolean): Promise<void>;
  setPassword(id: string, passwordHash: string): Promise<void>;
  openSession(tokenHash: string, session: SessionRow): Promise<void>;
  /** Session and its account; null when unknown. Expiry is judged by the caller. */
  session(tokenHash: string): Promise<{ readonly session: SessionRow; readonly account: Account } | null>;
  touchSession(tokenHash: string, seenAt: Instant): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
  closeSessionsOf(accountId: string): Promise<void>;
  /** Failed sign-ins of a name or address since an instant; kept in the database so that a restart forgives nobody. */
  failures(key: string, since: Instant): Promise<number>;
  noteFailure(key: string, at: Instant): Promise<void>;
  /** Look at personal data (揭示): who, which case, why. Append-only. */
  noteReveal(reveal: Reveal): Promise<void>;
  reveals(caseId: string): Promise<readonly Reveal[]>;
}

export interface Reveal {
  readonly id: string;
  readonly caseId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface PhotoRow {
  /** SHA-256 of the stored bytes, hex. */
  readonly id: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Instant;
}

export interface PhotoQueries {
  byId(id: string): Promise<PhotoRow | null>;
  put(photo: PhotoRow): Promise<void>;
  /** Cases that show a photo: who may see one of them may see it. */
  casesWith(id: string): Promise<readonly string[]>;
}

export interface OutboxNotice extends Notice {
  readonly tries: number;
  readonly sentAt: Instant | null;
}

export interface OutboxQueries {
  claimUnsent(now: Instant, limit: number, leaseMs: number): Promise<readonly OutboxNotice[]>;
  markSent(id: string, at: Instant): Promise<void>;
  markFailed(id: string, retryAt: Instant): Promise<void>;
  /** Newest first: notices for a unit, cells or an account, for the bell. */
  inbox(
    actor: Actor,
    limit: number,
  ): Promise<readonly (OutboxNotice & { readonly number: string; readonly text: string })[]>;
}

export interface GridQueries {
  /** Cells of all versions. */
  cells(): Promise<readonly Cell[]>;
  putCells(cells: readonly Cell[]): Promise<void>;
}

/** Reference data by kind and code, as loaded from fixtures or by the county. */
export interface ReferenceRow {
  readonly kind: string;
  readonly code: string;
  readonly body: unknown;
}

export interface ReferenceQueries {
  all(kind?: string): Promise<readonly ReferenceRow[]>;
  /** Idempotent by kind and code. @returns how many rows were new or changed. */
  put(rows: readonly ReferenceRow[]): Promise<number>;
}

/** Counts over closed and open cases for a period; divided into rates by `evaluate` in the core. */
export interface UnitCounts extends Counts {
  readonly unit: string;
  /** Times a case was dispatched to it (交办). */
  readonly given: number;
  readonly open: number;
  readonly overdue: number;
}

/** Open cases in one pair of hands. */
export interface HolderCounts {
  readonly holder: string;
  readonly overdue: number;
  /** Warned of, not yet overdue. */
  readonly warned: number;
  /** The earliest due instant among the overdue. */
  readonly oldestDueAt: Instant | null;
}

export interface CellCounts {
  readonly cell: string;
  readonly open: number;
  readonly overdue: number;
}

export interface StatQueries {
  /** Whose hands hold cases that are overdue or warned of. */
  byHolder(scope: Scope, now: Instant): Promise<readonly HolderCounts[]>;
  /** Cells with open cases. */
  byCell(scope: Scope, now: Instant): Promise<readonly CellCounts[]>;
  /** Cases reported since an instant, whatever became of them. */
  reportedSince(scope: Scope, from: Instant): Promise<number>;
  byUnit(scope: Scope, from: Instant, to: Instant, now: Instant): Promise<readonly UnitCounts[]>;
}

export interface SettingQueries {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

export interface Verification {
  readonly cases: number;
  readonly events: number;
  /** Empty when every chain and every case agrees. */
  readonly faults: readonly Fault[];
}

/** One bent record: which, and how it is seen. */
export interface Fault {
  readonly caseId: string;
  readonly number: string;
  readonly seq: number | null;
  readonly kind:
    | "hash" // the event was changed
    | "link" // an event was exchanged or its predecessor changed
    | "gap" // an event is missing
    | "head" // the case does not end where its events end
    | "state" // the case says another state than its last event
    | "seal" // a free text does not match its commitment
    | "row"; // the row says something else than its events: see `field`
  /** The column of a `row` fault. */
  readonly field?: string;
}
