/**
 * 安全日志 in the tree: each fact is recorded when it is noted. Letting old ones go is recorded once, as an entry of its
 * own that says up to when; it excuses a missing fact only where the six months of the law were over by the checkpoint
 * that was signed next, so that nobody forgets what is younger by writing such an entry.
 */
import { asc, eq, gt } from "drizzle-orm";
import { LEAST_DAYS } from "../../server/domain/securityLog.ts";
import { DAY, type Instant } from "../../server/domain/time.ts";
import type { Base } from "../db.ts";
import type { Step } from "../writes.ts";

/** A fact that is gone is known by this alone. */
export function factSubject({ id, at }: { readonly id: string; readonly at: Instant }): string {
  return `${at} ${id}`;
}

/** null for a subject that this was not made of. */
export function instantOfFact(subject: string): Instant | null {
  const at = Number(subject.split(" ")[0]);
  return Number.isSafeInteger(at) ? at : null;
}

/** The step that records that facts from before an instant went. */
export function lettingGo(before: Instant): Step {
  return { write: "addRowEntry", row: { kind: "securityForgotten", subject: String(before), hash: "" } };
}

/** Facts from before it may be missing; null when none was ever let go by right. */
export async function letGoUntil({ db, tables }: Base): Promise<Instant | null> {
  const { recordEntries, checkpoints } = tables;
  const gone = await db
    .select({ subject: recordEntries.subject, position: recordEntries.position })
    .from(recordEntries)
    .where(eq(recordEntries.kind, "securityForgotten"));
  const rightly: Instant[] = [];
  for (const { subject, position } of gone) {
    const [signed] = await db
      .select({ at: checkpoints.at })
      .from(checkpoints)
      .where(gt(checkpoints.size, position))
      .orderBy(asc(checkpoints.size))
      .limit(1);
    const before = Number(subject);
    // What no checkpoint covers yet is judged by the next one, a minute later
    if (signed === undefined || before <= signed.at - LEAST_DAYS * DAY) rightly.push(before);
  }
  return rightly.length === 0 ? null : Math.max(...rightly);
}
