/** Calls between route and core: opened within the scope, launched, moved on, told to open pages. */
import type { Deps } from "./deps.ts";
import { type Actor, type Case, isOpen, type Refusal, refuse } from "./domain/case.ts";
import type { Call } from "./domain/call/call.ts";
import type { CallCommand } from "./domain/call/callMoves.ts";
import { type Caller, inCallScope } from "./domain/call/callScope.ts";
import type { CallWorld, Ears } from "./domain/call/callWorld.ts";
import { decideCall } from "./domain/call/decideCall.ts";
import { type Launch, launchCall } from "./domain/call/launch.ts";
import { inScope, scopeOf } from "./domain/permit.ts";
import { dayNumber, dayOf } from "./domain/time.ts";
import type { Session } from "./session.ts";
import { worldFor } from "./world.ts";

/** How often a decision is taken again when somebody else's commit came first. */
const TRIES = 3;

export async function callWorldFor(deps: Deps): Promise<CallWorld> {
  return { ...worldFor(deps), ears: await earsOf(deps) };
}

async function earsOf({ store }: Deps): Promise<Ears> {
  const accounts = await store.people.list();
  const hearing = accounts.filter(({ disabled }) => !disabled);
  // A grid worker belongs to a township and has no desk there
  const units = new Set(hearing.filter(({ role }) => role !== "gridWorker").map(({ unit }) => unit));
  return {
    unit: (code) => units.has(code),
    heads: (township) =>
      hearing.filter(({ unit, posts }) => unit === township && posts.includes("chief")).map(({ id }) => id),
    leaders: hearing.filter(({ role }) => role === "leader").map(({ id }) => id),
  };
}

export function callerOf({ actor, account }: Pick<Session, "actor" | "account">): Caller {
  return { actor, posts: account.posts };
}

/** The call when the actor may see it; null otherwise, also when there is none. */
export async function openCall(id: string, actor: Actor, deps: Deps): Promise<Call | null> {
  const call = await deps.store.calls.byId(id);
  return call && inCallScope(scopeOf(actor), call) ? call : null;
}

export const noCall: Refusal = refuse("notFound", { rule: "callNotFound" });

export type LaunchBody = Omit<Launch, "id" | "number" | "needsApproval">;

export interface Launched {
  readonly kind: "launched";
  readonly call: Call;
  /** False when the same launch had come before. */
  readonly isNew: boolean;
}

export async function launch(body: LaunchBody, caller: Caller, deps: Deps): Promise<Launched | Refusal> {
  const no = await forbidsCase(body.caseId, caller.actor, deps);
  if (no !== null) return no;
  const world = await callWorldFor(deps);
  const needsApproval = await needsApprovalIn(caller.actor.unit ?? "", deps);
  const made = { id: deps.ids.caseId(), number: await drawNumber(deps), needsApproval };
  const decision = launchCall({ ...body, ...made }, caller, world);
  if (decision.kind === "refusal") return decision;
  const commitment = await deps.store.calls.commit(decision);
  if (commitment.kind === "stale") throw new Error(`New call ${decision.call.id} was stale`);
  if (commitment.kind === "committed") {
    deps.live.announceCall(commitment.call, null);
    return { kind: "launched", call: commitment.call, isNew: true };
  }
  const { call, isSameLaunch } = commitment;
  if (!isSameLaunch) return refuse("duplicate", { field: "caseId", rule: "callRunning", given: call.number });
  return call.launchedBy === caller.actor.id
    ? { kind: "launched", call, isNew: false }
    : refuse("duplicate", { field: "id" });
}

/** Calls and cases draw from one row of serials per day; the letters tell them apart. */
async function drawNumber({ store, clock }: Deps): Promise<string> {
  const day = dayOf(dayNumber(clock.now()));
  const serial = await store.drawNumber(day);
  return `HJ${day.replaceAll("-", "")}-${String(serial).padStart(5, "0")}`;
}

async function forbidsCase(caseId: string | null, actor: Actor, deps: Deps): Promise<Refusal | null> {
  if (caseId === null) return null;
  const found = await visibleCase(caseId, actor, deps);
  if (!found) return refuse("notFound");
  const isOwn = found.townshipCode === actor.unit && isOpen(found.state);
  return isOwn ? null : refuse("wrongState", { field: "caseId", rule: "ownCase" });
}

export async function visibleCase(caseId: string, actor: Actor, deps: Deps): Promise<Case | null> {
  const found = await deps.store.cases.byId(caseId);
  return found && inScope(scopeOf(actor), found) ? found : null;
}

/** One act, from command to disk: decide, commit, announce. @returns the call after it, also for a command sent again. */
export async function actOnCall(
  found: Call,
  command: CallCommand,
  caller: Caller,
  deps: Deps,
): Promise<Call | Refusal> {
  let call = found;
  const world = await callWorldFor(deps);
  for (let tries = 0; tries < TRIES; tries++) {
    // Asked after the call was read: its twin, sent in the same moment, is seen here or makes the commit stale
    if (await wasSent(call.id, command, caller.actor, deps))
      return (await deps.store.calls.byId(call.id)) ?? noCall;
    const decision = decideCall(call, command, caller, world);
    if (decision.kind === "refusal") return decision;
    const commitment = await deps.store.calls.commit(decision);
    if (commitment.kind === "committed") {
      deps.live.announceCall(commitment.call, call);
      return commitment.call;
    }
    const fresh = await deps.store.calls.byId(call.id);
    if (!fresh) return noCall;
    call = fresh;
  }
  return refuse("stale", { rule: "callStale" });
}

/** Did this very person send this command before? It has acted once. */
async function wasSent(
  callId: string,
  { commandId, action }: CallCommand,
  actor: Actor,
  { store }: Deps,
): Promise<boolean> {
  if (commandId === undefined) return false;
  const event = await store.calls.eventByCommand(callId, commandId);
  return event?.actorId === actor.id && event.action === action;
}

/** 呼叫须经主要负责人批准: a rule that each township sets for itself. */
export async function needsApprovalIn(township: string, { store }: Deps): Promise<boolean> {
  return (await store.settings.get(approvalKey(township))) === "yes";
}

export async function setApproval(township: string, needed: boolean, { store, log }: Deps): Promise<void> {
  await store.settings.put(approvalKey(township), needed ? "yes" : "no");
  log("calls.approvalSet", { township, needed });
}

function approvalKey(township: string): string {
  return `calls.approval.${township}`;
}
