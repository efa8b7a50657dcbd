/** What a resident sees of their report (群众查进度): four steps, no quarrels between units, no names. */
import type { ProgressAnswer } from "../domain/reportAnswers.ts";
import type { Actor, CaseState } from "../domain/case.ts";
import { isRunning } from "../domain/clock.ts";
import { movesFrom } from "../domain/move.ts";
import { isShownToReporter, wordsForReporter } from "../domain/progressWords.ts";
import type { Reference } from "../domain/reference.ts";
import type { CaseMaterial } from "./caseAnswer.ts";
import type { Names } from "./names.ts";
import type { Instant } from "../domain/time.ts";
import type { StoredEvent } from "../../db/store.ts";

export type ProgressMaterial = Pick<CaseMaterial, "case" | "clocks" | "events">;

export interface ProgressViewer {
  readonly actor: Actor;
  readonly now: Instant;
  readonly reference: Reference;
  readonly names: Names;
}

export function progressAnswer(
  { case: found, clocks, events }: ProgressMaterial,
  { actor, now, reference, names }: ProgressViewer,
): ProgressAnswer {
  const may = new Set(movesFrom(found, actor, { counts: reference.counts }).map((move) => move.action));
  return {
    number: found.number,
    text: found.text,
    reportedAt: found.reportedAt,
    step: stepByState[found.state],
    unit: names.holder(found.leadUnit)?.name ?? null,
    promisedBy: clocks.findLast((clock) => clock.kind === "handle" && isRunning(clock))?.dueAt ?? null,
    entries: events.filter(isTold).map((event) => ({
      at: event.at,
      action: event.action,
      unit: unitOf(event, names),
      words: wordsFor(event, reference),
    })),
    mayRate: may.has("rate") && found.rating === null,
    mayReopen: may.has("reopen"),
    mayAdd: may.has("comment"),
    mayWithdraw: may.has("withdraw"),
    rating: found.rating?.score ?? null,
    parts: [],
    now,
  };
}

const stepByState: Record<CaseState, ProgressAnswer["step"]> = {
  reported: "received",
  verifying: "received",
  filed: "received",
  dispatched: "sent",
  accepted: "working",
  waiting: "working",
  suspended: "working",
  split: "working",
  merged: "received",
  handled: "working",
  checked: "working",
  closed: "done",
  unsolved: "done",
  followedUp: "done",
  declined: "declined",
  withdrawn: "withdrawn",
};

function isTold(event: StoredEvent): boolean {
  return isShownToReporter(event.action) || (event.action === "comment" && event.actorRole === "resident");
}

/** The unit a case was sent to, or that acted; residents' own entries have none. */
function unitOf(event: StoredEvent, names: Names): string | null {
  if (event.action === "dispatch" && typeof event.facts["unit"] === "string")
    return names.holder(event.facts["unit"])?.name ?? null;
  return event.action === "report" ? null : (names.holder(event.actorUnit)?.name ?? null);
}

/** Only what was written for the reporter: the result, why nothing is done, and their own words. */
function wordsFor(event: StoredEvent, reference: Reference): string | null {
  const field = wordsForReporter(event.action);
  const words = field === null ? undefined : event.words[field];
  if (event.action === "decline") {
    const code = event.facts["declineReason"];
    const reason = reference.reasons.decline.find((row) => row.code === code)?.name;
    return [reason, words].filter((part) => part !== undefined).join("：") || null;
  }
  if (field !== null) return words ?? null;
  return event.actorRole === "resident" ? (event.words["note"] ?? null) : null;
}
