/** `decideCall`: the only function that changes a call. Time passes first, then the act is judged by its row. */
import { type Refusal, refuse } from "../case.ts";
import type { World } from "../world.ts";
import type { Answer, Call, CallEvent, DepartmentRating, TownshipRating } from "./call.ts";
import { taking } from "./call.ts";
import { type CallAction, type CallMove, type CallMover, callMoves } from "./callMoves.ts";
import { called, clocksFor, sentOut } from "./launch.ts";
import { settleCall } from "./settleCall.ts";

export interface Caller {
  readonly id: string;
  readonly role: CallMover;
  readonly unit: string;
}

export interface CallCommand {
  readonly action: CallAction;
  /** The version that the person saw. */
  readonly version: number;
  readonly lead?: string;
  readonly basisItem?: string;
  readonly reason?: string;
  readonly result?: string;
  /** Whom the township rates. */
  readonly unit?: string;
  readonly department?: DepartmentRating;
  readonly townshipRating?: TownshipRating;
}

export interface CallDecision {
  readonly kind: "decision";
  readonly call: Call;
  readonly events: readonly CallEvent[];
}

export function decideCall(
  found: Call,
  command: CallCommand,
  actor: Caller,
  world: World,
): CallDecision | Refusal {
  const settled = settleCall(found, world);
  const move = callMoves.find(({ action }) => action === command.action);
  if (!move) return refuse("badValue", { field: "action", given: command.action });
  if (command.version < found.version) return refuse("stale", { given: String(command.version) });
  const no =
    forbidsCall(settled.call, move, actor) ??
    lacks(move, command) ??
    misfits(settled.call, command, actor, world);
  if (no !== null) return no;
  const acted = apply(stopped(settled.call, move, actor, world), command, { move, actor, world });
  const call = { ...acted, version: settled.call.version + 1 };
  const { reason, result } = command;
  const event: CallEvent = {
    callId: call.id,
    seq: call.version,
    action: command.action,
    at: world.now,
    recordedAt: world.now,
    actorId: actor.id,
    unit: actor.unit,
    facts: factsOf(command),
    words: { ...(reason === undefined ? {} : { reason }), ...(result === undefined ? {} : { result }) },
  };
  return { kind: "decision", call, events: [...settled.events, event] };
}

function forbidsCall(call: Call, move: CallMove, actor: Caller): Refusal | null {
  if (!move.by.includes(actor.role))
    return refuse("notAllowed", { given: move.action, expected: move.by.join() });
  const own = call.answers.find(({ unit }) => unit === actor.unit);
  const mine =
    actor.role === "department" ? own !== undefined : actor.role === "centre" || actor.unit === call.township;
  if (!mine) return refuse("outOfScope");
  if (!move.from.includes(call.state))
    return refuse("wrongState", { given: call.state, expected: move.from.join() });
  if (move.part && own && !move.part.from.includes(own.state))
    return refuse("wrongState", { given: own.state, expected: move.part.from.join() });
  if (actor.role === "department" && own?.state === "declined")
    return refuse("wrongState", { given: own.state });
  return move.action === "decline" && own?.part === "lead"
    ? refuse("notAllowed", { given: "decline", expected: "assist" })
    : null;
}

function lacks(move: CallMove, command: CallCommand): Refusal | null {
  const missing = move.needs.find((name) => command[name] === undefined || command[name] === "");
  return missing === undefined ? null : refuse("missing", { field: missing });
}

function misfits(call: Call, command: CallCommand, actor: Caller, world: World): Refusal | null {
  const { action, lead, unit, department, townshipRating } = command;
  if (action === "catch" && world.reference.unitsByCode.get(lead ?? "")?.level !== "county")
    return refuse("badValue", { field: "lead", given: lead ?? "", expected: "county unit" });
  const scores = [...Object.values(department ?? {}), ...Object.values(townshipRating ?? {})];
  const odd = scores.find((score) => !Number.isInteger(score) || score < 1 || score > 5);
  if (odd !== undefined) return refuse("badValue", { field: "score", given: String(odd), expected: "1–5" });
  const rated = call.answers.find(
    (answer) => answer.unit === (action === "rateTownship" ? actor.unit : unit),
  );
  if (action === "rateDepartment" && (rated === undefined || rated.state === "declined"))
    return refuse("badValue", { field: "unit", given: unit ?? "", expected: "called unit" });
  const twice =
    (action === "rateDepartment" && rated?.ratedBy != null) ||
    (action === "rateTownship" && rated?.rates != null) ||
    (action === "cosign" && call.answers.some((answer) => answer.unit === actor.unit && answer.cosigned));
  return twice ? refuse("duplicate", { field: action }) : null;
}

function stopped(call: Call, move: CallMove, actor: Caller, { now }: World): Call {
  const voids = move.part?.to === "declined";
  const clocks = call.clocks.map((clock) => {
    if (clock.unit !== actor.unit || clock.stoppedAt !== null) return clock;
    if (voids)
      return {
        ...clock,
        stoppedAt: now,
        outcome: now < clock.dueAt ? ("void" as const) : ("missed" as const),
      };
    if (!move.stops.includes(clock.kind)) return clock;
    return { ...clock, stoppedAt: now, outcome: now < clock.dueAt ? ("met" as const) : ("missed" as const) };
  });
  return { ...call, clocks };
}

interface Doing {
  readonly move: CallMove;
  readonly actor: Caller;
  readonly world: World;
}

function apply(call: Call, command: CallCommand, { move, actor, world }: Doing): Call {
  const own = (change: Partial<Answer>, unit = actor.unit) => ({
    ...call,
    answers: call.answers.map((answer) => (answer.unit === unit ? { ...answer, ...change } : answer)),
  });
  switch (command.action) {
    case "approve":
      return sentOut(call, world);
    case "withdraw":
      return { ...call, state: "withdrawn" };
    case "catch":
      return sentOut(caught(call, command), world);
    case "cosign":
      return cosigned(actor.role === "township" ? call : own({ cosigned: true }), actor);
    case "rateDepartment":
      return rated(own({ ratedBy: command.department ?? null }, command.unit), world);
    case "rateTownship":
      return rated(own({ rates: command.townshipRating ?? null }), world);
    default:
      return gathered(move.part ? own({ state: move.part.to }) : call);
  }
}

/** An assistant that the centre names as lead leads from then on. */
function caught(call: Call, { lead = "", basisItem }: CallCommand): Call {
  const others = call.answers.filter(({ unit }) => unit !== lead);
  return { ...call, answers: [called(lead, "lead", basisItem ?? null), ...others] };
}

/** All who take part are done: the joint sign-off begins. */
function gathered(call: Call): Call {
  return taking(call).every(({ state }) => state === "done") ? { ...call, state: "done" } : call;
}

/** 会签: every department that takes part, and the township last. */
function cosigned(call: Call, actor: Caller): Call {
  const all = taking(call).every((answer) => answer.cosigned);
  return actor.role === "township" && all ? { ...call, state: "signedOff" } : call;
}

/** 不到位: a mark of one or two. */
const POOR = 2;

/** Rated both ways it is closed; any "not in place" reopens it once for the department it is about. */
function rated(call: Call, world: World): Call {
  const parts = taking(call);
  if (!parts.every(({ ratedBy, rates }) => ratedBy !== null && rates !== null)) return call;
  const poor = parts.filter(({ ratedBy }) =>
    Object.values(ratedBy ?? {}).some((score: number) => score <= POOR),
  );
  if (poor.length === 0 || call.reopens > 0) return { ...call, state: "closed" };
  const again = call.answers.map((answer) =>
    poor.includes(answer)
      ? { ...called(answer.unit, answer.part, answer.basisItem), absent: answer.absent }
      : { ...answer, cosigned: answer.state === "done", ratedBy: null, rates: null },
  );
  const begun = poor.flatMap(({ unit }) => clocksFor(unit, call, world));
  return { ...call, answers: again, reopens: 1, state: "open", clocks: [...call.clocks, ...begun] };
}

function factsOf({ lead, basisItem, unit, department, townshipRating }: CallCommand): CallEvent["facts"] {
  const codes = Object.entries({ lead, basisItem, unit }).filter(([, code]) => code !== undefined);
  return { ...Object.fromEntries(codes), ...department, ...townshipRating };
}
