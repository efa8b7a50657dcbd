/** Accounts, sessions, failed sign-ins, and who looked at personal data. */
import type { Role } from "../../server/domain/case.ts";
import type { Post } from "../../server/domain/orders.ts";
import type { ProviderName } from "../../server/domain/signInRules.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly cells: readonly string[];
  /** 联络员, 分管领导, 主要领导: what orders of supervision reach this person as. */
  readonly posts: readonly Post[];
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly createdAt: Instant;
}

/** Somebody whom an order of supervision may reach. */
export type NamedPerson = Pick<Account, "id" | "name" | "role" | "unit" | "posts">;

export interface SessionRow {
  /** Its name on the page of devices. */
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** Browser and system, as the browser told it. */
  readonly device: string;
  /** When it was last proved who it is. */
  readonly provedAt: Instant;
  readonly provider: ProviderName;
  /** Ended by somebody else than the device itself. */
  readonly endedAt: Instant | null;
}

/** What a person signs in with besides the password. */
export interface Credentials {
  readonly totpSecret: string | null;
  /** Shown, not yet proved. */
  readonly pendingSecret: string | null;
  /** The last step whose code was used; null before the first. */
  readonly totpStep: number | null;
  /** A password handed over by somebody else opens nothing but the choice of another, until then. */
  readonly handedOverUntil: Instant | null;
}

/** Somebody who was sent to the county's identity provider. */
export interface SignInStart {
  /** Hash of the state. */
  readonly id: string;
  readonly createdAt: Instant;
  /** Address of our own that they wanted. */
  readonly to: string;
  /** Account that wants to prove again who it is; null for a sign-in. */
  readonly proves: string | null;
}

export interface FoundSession {
  readonly session: SessionRow;
  readonly account: Account;
  readonly credentials: Credentials;
}

export interface Reveal {
  readonly id: string;
  readonly caseId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface PeopleQueries {
  byId(id: string): Promise<Account | null>;
  byUsername(username: string): Promise<{ readonly account: Account; readonly passwordHash: string } | null>;
  /** Names by id of those that are accounts. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  list(): Promise<readonly Account[]>;
  /** @returns false when the username is taken. */
  add(account: Account, passwordHash: string): Promise<boolean>;
  /** Upsert by username, for seeding. */
  put(account: Account, passwordHash: string): Promise<void>;
  setPosts(id: string, posts: readonly Post[]): Promise<void>;
  /** Accounts in use that are named for a post, and the leaders of the county. */
  named(): Promise<readonly NamedPerson[]>;
  setDisabled(id: string, disabled: boolean): Promise<void>;
  setPassword(id: string, passwordHash: string): Promise<void>;
  openSession(tokenHash: string, session: SessionRow): Promise<void>;
  /** Session and its account; null when unknown. Expiry is judged by the caller. */
  session(tokenHash: string): Promise<FoundSession | null>;
  touchSession(tokenHash: string, seenAt: Instant): Promise<void>;
  proveSession(tokenHash: string, provedAt: Instant): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
  /** Sessions that were not ended, the latest used first. */
  sessionsOf(accountId: string): Promise<readonly (SessionRow & { readonly tokenHash: string })[]>;
  /** Ends sessions of an account from elsewhere: all, all but one, or the one of an id. @returns how many. */
  endSessions(
    accountId: string,
    at: Instant,
    which?: { readonly id?: string; readonly but?: string },
  ): Promise<number>;
  /** Forgets sessions that were ended or unused since before. */
  forgetSessions(before: Instant): Promise<void>;
  openStart(start: SignInStart): Promise<void>;
  /** Takes it away with the same statement: the answer of an issuer works once. */
  takeStart(id: string): Promise<SignInStart | null>;
  forgetStarts(before: Instant): Promise<void>;
  credentials(accountId: string): Promise<Credentials>;
  putCredentials(accountId: string, change: Partial<Credentials>): Promise<void>;
  /** @returns false when this or a later step was used already. */
  useStep(accountId: string, step: number): Promise<boolean>;
  /** In place of the ones before. */
  putRecoveryCodes(accountId: string, hashes: readonly string[]): Promise<void>;
  /** @returns false when it is none, or was used. */
  useRecoveryCode(accountId: string, hash: string, at: Instant): Promise<boolean>;
  recoveryCodesLeft(accountId: string): Promise<number>;
  /** Failed sign-ins of a name or address since an instant; kept in the database so that a restart forgives nobody. */
  failures(key: string, since: Instant): Promise<number>;
  noteFailure(key: string, at: Instant): Promise<void>;
  /** Look at personal data (揭示): who, which case, why. Append-only. */
  noteReveal(reveal: Reveal): Promise<void>;
  reveals(caseId: string): Promise<readonly Reveal[]>;
}
