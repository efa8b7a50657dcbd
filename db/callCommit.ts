/** What is written for a decision on a call: a list of statements with no reading in between, as for cases (plan.ts). */
import { and, eq, or } from "drizzle-orm";
import type { Call, CallDecision, CallEvent } from "../server/domain/call/call.ts";
import { callToRow, rowToCall } from "./callRow.ts";
import { chain, type Link } from "./chain.ts";
import { callRowSeal, noticeSeals } from "./rowSeals.ts";
import type { Base } from "./db.ts";
import type { CallQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createCallCommit(base: Base, writer: Writer): CallQueries["commit"] {
  return async (decision) => {
    const { steps, call } = callPlan(decision);
    const answer = await writer.run(steps);
    if (answer === "done") return { kind: "committed", call };
    if (answer === "stale") return { kind: "stale" };
    return await duplicateOf(base, decision);
  };
}

interface CallPlan {
  readonly steps: readonly Step[];
  /** As it will stand, with its new head. */
  readonly call: Call;
}

/** @throws RangeError for a decision whose events do not lead from the version it expects to the one it reaches. */
export function callPlan(decision: CallDecision): CallPlan {
  checkVersions(decision);
  const notices = decision.notices.map(({ to, ...notice }) => ({
    ...notice,
    toKind: to.kind,
    toCode: to.code,
  }));
  const links = chain(decision.events.map(underCaseId), decision.call.headHash, {
    ...callRowSeal(callToRow(decision.call)),
    ...noticeSeals(notices),
  });
  const call = { ...decision.call, headHash: links.at(-1)?.event.hash ?? decision.call.headHash };
  return {
    steps: [
      callStep(decision, callToRow(call)),
      ...links.flatMap(eventSteps),
      ...notices.map((row): Step => ({ write: "addCallNotice", row })),
      ...links.map(({ event: { caseId: subject, seq, hash } }): Step => ({
        write: "addEntry",
        row: { kind: "call", subject, seq, hash },
      })),
    ],
    call,
  };
}

/** The chain knows one name for the record an event belongs to. */
function underCaseId({ callId, ...event }: CallEvent) {
  return { ...event, caseId: callId };
}

function checkVersions({ call, expects, events }: CallDecision): void {
  const first = (expects ?? 0) + 1;
  const inOrder = events.every((event, index) => event.seq === first + index && event.callId === call.id);
  if (events.length > 0 && inOrder && call.version === first + events.length - 1) return;
  throw new RangeError(
    `Events ${events.map(({ seq }) => seq).join()} do not lead from version ${expects ?? 0} to ${call.version}.`,
  );
}

function callStep({ call, expects, launchId }: CallDecision, row: ReturnType<typeof callToRow>): Step {
  if (expects === null)
    return { write: "addCall", row: { ...row, launchId: launchId ?? call.id }, orElse: "duplicate" };
  return {
    write: "changeCall",
    row: { ...row, expects, expectsHash: call.headHash },
    orElse: "stale",
  };
}

function eventSteps({ event, words }: Link<ReturnType<typeof underCaseId>>): readonly Step[] {
  const { caseId: callId, ...kept } = event;
  const add: Step = { write: "addCallEvent", row: { ...kept, callId } };
  if (Object.keys(words).length === 0) return [add];
  return [add, { write: "sealCallWords", row: { callId, seq: event.seq, words } }];
}

/** @throws when there is none: only asked after the database said so. */
async function duplicateOf({ db, tables: { calls } }: Base, { call, launchId: sent }: CallDecision) {
  const { caseId } = call;
  const launchId = sent ?? call.id;
  const ofCase = caseId === null ? undefined : and(eq(calls.caseId, caseId), eq(calls.open, true));
  const rows = await db
    .select()
    .from(calls)
    .where(or(eq(calls.launchId, launchId), ofCase));
  const row = rows.find((each) => each.launchId === launchId) ?? rows[0];
  if (!row) throw new Error(`Launch ${launchId} is known, but its call is not found.`);
  const isSameLaunch = row.launchId === launchId;
  return { kind: "duplicate" as const, call: rowToCall(row), isSameLaunch };
}
