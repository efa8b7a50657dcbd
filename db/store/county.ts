/** Versions of what the county decides by itself, and the clocks that a changed rule is tried on. */
import type { Urgency } from "../../server/domain/case.ts";
import type { Clock } from "../../server/domain/clock.ts";
import type { CountyBody, CountySubject } from "../../server/domain/county/subjects.ts";
import type { CountyHead, StoredCounty } from "../../server/domain/county/version.ts";
import type { Day, Instant } from "../../server/domain/time.ts";

export interface CountyEdit {
  readonly note: string;
  readonly body: CountyBody;
  readonly by: string;
  readonly at: Instant;
}

/** A clock with what tells people of which case it is. */
export interface ClockOfCase {
  readonly clock: Clock;
  readonly caseId: string;
  readonly number: string;
  /** As it is now: it decides which limit a clock has. */
  readonly urgency: Urgency;
}

export interface CountyQueries {
  /** Of every subject or of one, newest first, drafts among them; without the contents. */
  heads(subject?: CountySubject): Promise<readonly CountyHead[]>;
  version(subject: CountySubject, version: number): Promise<StoredCounty | null>;
  /** The published version that counts on a day; null while the county keeps to what the program brings. */
  inForce(subject: CountySubject, day: Day): Promise<StoredCounty | null>;
  draft(subject: CountySubject): Promise<StoredCounty | null>;
  /** @param seen revision of the draft that was edited; null to begin one. @returns false when somebody else was first. */
  saveDraft(subject: CountySubject, edit: CountyEdit, seen: number | null): Promise<boolean>;
  /** The draft with the content that is published. @returns false when it is gone or has changed since. */
  publishDraft(
    subject: CountySubject,
    edit: CountyEdit & { readonly validFrom: Day },
    seen: number,
  ): Promise<boolean>;
  discardDraft(subject: CountySubject, seen: number): Promise<boolean>;
  /** Publishes at once, without a draft: an old version brought back. @returns false on a race. */
  publish(
    subject: CountySubject,
    edit: CountyEdit & { readonly validFrom: Day; readonly restores: number | null },
  ): Promise<boolean>;
  /** Clocks that have no outcome yet, or with `from` those that began since, oldest case first. */
  clocks(asked: { readonly from: Instant | null; readonly limit: number }): Promise<readonly ClockOfCase[]>;
}
