/** Plays the told calls through the real launch and the real acts; the sweep finds what nobody answered. */
import type { Account } from "../../db/store.ts";
import { actOnCall, launch, setApproval } from "../calls.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../domain/call/call.ts";
import type { Caller } from "../domain/call/callScope.ts";
import { dayNumber, dayOf, type Instant, MINUTE, parseInstant } from "../domain/time.ts";
import { sweepCalls } from "../jobs/callSweep.ts";
import { actorOf } from "../session.ts";
import { type CallAct, type CallScene, callScenes, type When } from "./callScenes.ts";
import { atInstant } from "./play.ts";

/** Accounts and cases must be there already. */
export async function tellCalls(deps: Deps): Promise<void> {
  const accounts = await deps.store.people.list();
  for (const scene of callScenes) await tell(scene, accounts, deps);
  while ((await sweepCalls(deps)) > 0);
}

async function tell(scene: CallScene, accounts: readonly Account[], deps: Deps): Promise<void> {
  const cast = castOf(scene, accounts);
  const starter = cast(scene.by);
  if (starter === null) return;
  if (scene.setsApproval) await setApproval(scene.township, true, deps);
  const then = atInstant(deps, instantOf(scene.when, deps));
  const { key, township, by: _by, when: _when, acts, fromCaseOf, setsApproval: _sets, ...told } = scene;
  const body = { ...told, doneBefore: told.doneBefore ?? null };
  const caseId = fromCaseOf === undefined ? null : await caseOf(township, fromCaseOf, deps);
  const launched = await launch({ ...body, caseId, launchId: `demo-call-${key}` }, starter, then);
  // A call of an earlier telling that was cut off stays as it was
  if (launched.kind === "refusal" || !launched.isNew) return;
  let call: Call = launched.call;
  for (const act of acts) call = await play(act, call, cast(act.who), deps);
}

/** An act that is still to come, or that nobody is there for, does not happen. */
async function play(act: CallAct, call: Call, caller: Caller | null, deps: Deps): Promise<Call> {
  const at = instantOf(act.when, deps);
  if (caller === null || at > deps.clock.now()) return call;
  const command = { ...act.does, version: call.version };
  const after = await actOnCall(call, command, caller, atInstant(deps, at));
  return "kind" in after ? call : after;
}

/** The desk starts daily calls; where the head has an account of their own, it is not theirs. */
function castOf({ township }: CallScene, accounts: readonly Account[]) {
  const isHead = ({ posts }: Account) => posts.includes("chief");
  const desks = accounts.filter(({ role, unit }) => role === "township" && unit === township);
  return (who: string): Caller | null => {
    const account =
      who === "head"
        ? desks.find(isHead)
        : who === "desk"
          ? (desks.find((desk) => !isHead(desk)) ?? desks[0])
          : accounts.find(({ unit, role }) => unit === who && role === "department");
    return account ? { actor: actorOf(account), posts: account.posts } : null;
  };
}

async function caseOf(township: string, unit: string, { store, clock }: Deps): Promise<string | null> {
  const page = { sort: "newest", after: null, limit: 1 } as const;
  const filter = { states: ["accepted"], unit, township } as const;
  return (await store.cases.list({ kind: "all" }, filter, page, clock.now())).rows[0]?.id ?? null;
}

function instantOf(when: When, { clock, calendar }: Deps): Instant {
  if ("minutesAgo" in when) return clock.now() - when.minutesAgo * MINUTE;
  const [back, time] = when;
  let number = dayNumber(clock.now());
  for (let left = back; left > 0;) if (calendar.day(--number).segments.length > 0) left -= 1;
  return parseInstant(`${dayOf(number)} ${time}`) ?? clock.now();
}
