/** Is a decision lawful? Held against the table of moves and the case as it stood, act by act, as soon as it is stored. */
import type { Actor, Case, CaseEvent, Decision } from "../../domain/case.ts";
import { rulesOf } from "../../domain/caseRules.ts";
import type { Move } from "../../domain/moves/row.ts";
import { moves } from "../../domain/workflow.ts";
import type { Findings } from "../findings.ts";

const rowByAction: ReadonlyMap<string, Move> = new Map(moves.map((move) => [move.action, move]));
const rings: ReadonlySet<string> = new Set(["warn", "overdue", "severe"]);

/** What the machine does by itself: by rows that people have too, or as the other half of an act. */
const byItself: ReadonlySet<string> = new Set([
  "urge",
  "supervise",
  "circulate",
  "resume",
  "raise",
  "rectify",
  "file",
  "dispatch",
]);

const roles: ReadonlySet<string> = new Set<Actor["role"]>([
  "gridWorker",
  "township",
  "department",
  "centre",
  "leader",
]);

export function judgeLawful(before: Case | null, decision: Decision, findings: Findings): void {
  const { case: after, events } = decision;
  const blame = (detail: string) => findings.blame("tableOfMoves", after.number, detail);
  let state = before?.state ?? null;
  let seq = before?.version ?? 0;
  let at = before?.updatedAt ?? 0;
  if ((decision.expects ?? 0) !== seq) blame(`decided on ${decision.expects}, stood at ${seq}`);
  for (const event of events) {
    seq += 1;
    if (event.seq !== seq) blame(`event ${event.seq} follows ${seq - 1}`);
    if (event.from !== state) blame(`${event.action} from ${event.from}, stood at ${state}`);
    judgeEvent(event, before, blame);
    if (event.at > event.recordedAt || event.recordedAt < at)
      findings.blame(
        "timeForward",
        after.number,
        `${event.action} at ${event.at}, recorded ${event.recordedAt}`,
      );
    at = event.recordedAt;
    state = event.to;
  }
  if (after.version !== seq || after.state !== state)
    blame(`row says ${after.state} ${after.version}, events ${state} ${seq}`);
}

function judgeEvent(event: CaseEvent, before: Case | null, blame: (detail: string) => void): void {
  const { action, from, to, actorRole } = event;
  if (rings.has(action)) {
    if (from !== to || actorRole !== "system") blame(`${action} moved ${from} to ${to}`);
    return;
  }
  const row = rowByAction.get(action);
  if (!row) return blame(`no row for ${action}`);
  if (action === "report") return from === null ? undefined : blame("reported twice");
  const besides = actorRole === "system" ? (row.alsoByItselfFrom ?? []) : [];
  if (from === null || ![...row.from, ...besides].includes(from))
    blame(`${action} is not possible at ${from}`);
  if (row.to === "same" ? from !== to : row.to !== "varies" && row.to !== to) blame(`${action} led to ${to}`);
  if (!mayAct(event, row)) blame(`${action} by ${actorRole}`);
  if (before !== null && (action === "check" || action === "rework") && event.actorId === before.handledBy)
    blame(`${action} by whoever handled it`);
  if (before !== null && action === "return" && (rulesOf(before).ruled || before.returns > 0))
    blame("returned a second time");
}

/** Roles are plain here; whoever is meant by the part they play has an account of some role. */
function mayAct({ action, actorRole }: CaseEvent, { by }: Move): boolean {
  if (actorRole === "system") return by.length === 0 || byItself.has(action);
  if (by.length === 0) return true; // the other half of an act, in the name of whoever acted
  const byPart = by.some((mover) => !roles.has(mover) && mover !== "resident");
  return (
    by.some((mover) => mover === actorRole) || (byPart && actorRole !== "admin" && actorRole !== "resident")
  );
}
