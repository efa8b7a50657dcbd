/** `decideCall`: the only function that changes a call. Time passes first, then the act is judged by its row. */
import { type Refusal, refuse } from "../case.ts";
import { type Answer, type Call, type CallDecision, type CallEvent, mayEndSignOff, taking } from "./call.ts";
import { startClock, stopClocks, voidClocks } from "./callClocks.ts";
import { type CallCommand, type CallMove, callMoves } from "./callMoves.ts";
import { actNotices } from "./callNotices.ts";
import { forbidsCall, misfits } from "./callPermit.ts";
import type { Caller } from "./callScope.ts";
import type { CallWorld } from "./callWorld.ts";
import { called, sentOut } from "./launch.ts";
import { settleCall } from "./settleCall.ts";
import type { CallStanding } from "./standing.ts";
import { ended, ratedAll } from "./verdict.ts";

export function decideCall(
  found: Call,
  command: CallCommand,
  caller: Caller,
  world: CallWorld,
): CallDecision | Refusal {
  const move = callMoves.find(({ action }) => action === command.action);
  if (!move) return refuse("badValue", { field: "action", given: command.action });
  const settled = settleCall(found, world);
  const no =
    forbidsCall(settled.call, move, caller) ??
    isStale(found, command) ??
    misfits(settled.call, move, command, world);
  if (no !== null) return no;
  const doing = { command, move, caller, world };
  const acted = apply(stopped(settled.call, doing), doing);
  const standing = written(settled, acted, doing);
  const done = ended(standing, world.now, world);
  const notices = actNotices(command.action, settled.call, standing.call, world);
  return {
    kind: "decision",
    call: { ...done.call, headHash: found.headHash },
    expects: found.version,
    launchId: null,
    events: done.events,
    notices: [...done.notices, ...notices],
  };
}

/** The sweep's part: what time alone does; null when there is nothing to write. */
export function ringCall(found: Call, world: CallWorld): CallDecision | null {
  const { call, events, notices } = settleCall(found, world);
  const written = { expects: found.version, launchId: null, events, notices };
  return events.length === 0 ? null : { kind: "decision", call, ...written };
}

/** The acts this person may do now: exactly the buttons that the screen shows. */
export function callMovesFrom(found: Call, caller: Caller, world: CallWorld): readonly CallMove[] {
  const { call } = settleCall(found, world);
  return callMoves.filter((move) => forbidsCall(call, move, caller) === null);
}

function isStale(found: Call, { version }: CallCommand): Refusal | null {
  if (version > found.version)
    return refuse("badValue", { field: "version", given: String(version), expected: String(found.version) });
  return version < found.turn ? refuse("stale", { rule: "callStale" }) : null;
}

interface Doing {
  readonly command: CallCommand;
  readonly move: CallMove;
  readonly caller: Caller;
  readonly world: CallWorld;
}

function stopped(call: Call, { move, caller, world }: Doing): Call {
  const isOwn = ({ unit }: { readonly unit: string }) =>
    move.by.includes("department") ? unit === caller.actor.unit : true;
  if (move.part?.to === "declined") return voidClocks(call, isOwn, world.now);
  return stopClocks(call, (clock) => isOwn(clock) && move.stops.includes(clock.kind), world.now);
}

function apply(call: Call, { command, move, caller, world }: Doing): Call {
  const unit = caller.actor.unit ?? "";
  const heard = { ...call, unheard: call.unheard.filter((code) => code !== unit) };
  const own = (change: Partial<Answer>, whose = unit): Call => ({
    ...heard,
    answers: call.answers.map((answer) => (answer.unit === whose ? { ...answer, ...change } : answer)),
  });
  switch (command.action) {
    case "approve":
      return sentOut(heard, world);
    case "withdraw":
      return { ...heard, state: "withdrawn", closedAt: world.now };
    case "catch":
      return sentOut(caught(heard, command), world);
    case "cosign":
      return unit === call.township ? rating(heard, world) : own({ cosigned: true });
    case "rateDepartment":
      return ratedAll(own({ ratedBy: command.department ?? null }, command.unit), world.now);
    case "rateTownship":
      return own({ rates: command.townshipRating ?? null });
    default:
      return gathered(move.part ? own({ state: move.part.to }) : heard, world);
  }
}

/** An assistant that the centre names as lead leads from then on. */
function caught(call: Call, { lead = "", basisItem }: CallCommand): Call {
  const others = call.answers.filter(({ unit }) => unit !== lead);
  return { ...call, answers: [called(lead, "lead", basisItem ?? null), ...others] };
}

/** All who take part are done: the joint sign-off begins, with a limit for everybody who has not signed yet. */
function gathered(call: Call, world: CallWorld): Call {
  const parts = taking(call);
  if (!parts.every(({ state }) => state === "done")) return call;
  const left = parts.filter(({ cosigned }) => !cosigned);
  const begun = left.map(({ unit }) => startClock("cosign", unit, call, world));
  return { ...call, state: "done", clocks: [...call.clocks, ...begun] };
}

/** The township has signed last: everybody rates, each with a limit. */
function rating(call: Call, world: CallWorld): Call {
  if (!mayEndSignOff(call)) return call;
  const raters = [...taking(call).map(({ unit }) => unit), call.township];
  const begun = raters.map((unit) => startClock("rate", unit, call, world));
  const freed = voidClocks(call, ({ kind }) => kind === "cosign", world.now);
  return { ...freed, state: "signedOff", clocks: [...freed.clocks, ...begun] };
}

function written(before: CallStanding, after: Call, { command, caller, world }: Doing): CallStanding {
  const version = before.call.version + 1;
  const { actor } = caller;
  const event: CallEvent = {
    callId: after.id,
    seq: version,
    action: command.action,
    at: world.now,
    recordedAt: world.now,
    actorId: actor.id,
    actorRole: actor.role,
    actorUnit: actor.unit,
    from: before.call.state,
    to: after.state,
    facts: factsOf(command, after),
    words: wordsOf(command),
    commandId: command.commandId ?? null,
  };
  const turn = after.state === before.call.state ? before.call.turn : version;
  return {
    call: { ...after, version, turn, updatedAt: world.now },
    events: [...before.events, event],
    notices: before.notices,
  };
}

function factsOf({ lead, basisItem, unit, department, townshipRating }: CallCommand, after: Call) {
  const codes = Object.entries({ lead, basisItem, unit }).filter(([, code]) => code !== undefined);
  const unheard = after.unheard.length === 0 ? {} : { unheard: after.unheard };
  return { ...Object.fromEntries(codes), ...department, ...townshipRating, ...unheard } as CallEvent["facts"];
}

function wordsOf({ reason, result, note }: CallCommand): CallEvent["words"] {
  const told = Object.entries({ reason, result, note }).filter(
    ([, text]) => text !== undefined && text !== "",
  );
  return Object.fromEntries(told) as CallEvent["words"];
}
