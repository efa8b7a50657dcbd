/** Calls as one person may see them. Pure: everything they show is handed in. */
import type { StoredCallEvent } from "../../db/store.ts";
import type { Named } from "../domain/named.ts";
import type { Case } from "../domain/case.ts";
import {
  type Answer,
  type Call,
  type CallClock,
  firstClock,
  taking,
  waitingFor,
} from "../domain/call/call.ts";
import type {
  CallAnswer,
  CallClockAnswer,
  CallEventAnswer,
  CallMoveOffer,
  CallPart,
  CallRowAnswer,
} from "../domain/call/callAnswers.ts";
import type { Caller } from "../domain/call/callScope.ts";
import { type CallWorld, LEADER } from "../domain/call/callWorld.ts";
import { callMovesFrom } from "../domain/call/decideCall.ts";
import { roleWords } from "../domain/words.ts";
import type { Names } from "./names.ts";

export interface CallMaterial {
  readonly call: Call;
  readonly events: readonly StoredCallEvent[];
  /** The case it is about when the viewer may see that one. */
  readonly case: Pick<Case, "id" | "number"> | null;
  readonly nameByAccount: ReadonlyMap<string, string>;
}

export function callRowAnswer(call: Call, names: Names): CallRowAnswer {
  const unit = unitNames(names);
  const first = firstClock(call);
  return {
    id: call.id,
    number: call.number,
    version: call.version,
    level: call.level,
    state: call.state,
    township: unit(call.township),
    item: names.item(call.itemCode),
    text: call.text,
    address: call.address,
    parts: call.answers.map((answer) => partOf(answer, unit)),
    waiting: waitingFor(call).map(unit),
    climbed: call.climbed,
    unheard: call.unheard.map(unit),
    reopens: call.reopens,
    launchedAt: call.launchedAt,
    closedAt: call.closedAt,
    dueAt: first?.dueAt ?? null,
    dueBy: first?.dueBy ?? null,
  };
}

export function callAnswer(
  material: CallMaterial,
  caller: Caller,
  { world, names }: { readonly world: CallWorld; readonly names: Names },
): CallAnswer {
  const { call, events, nameByAccount } = material;
  const unit = unitNames(names);
  const isPart = ({ unit: code }: CallClock) => call.answers.some((answer) => answer.unit === code);
  return {
    ...callRowAnswer(call, names),
    case: material.case && { id: material.case.id, number: material.case.number },
    doneBefore: events[0]?.words["doneBefore"] ?? null,
    parts: call.answers.map((answer) => ({
      ...partOf(answer, unit),
      basis: names.item(answer.basisItem),
      cosigned: answer.cosigned,
      ratedBy: answer.ratedBy,
      rates: answer.rates,
      clocks: call.clocks.filter((clock) => clock.unit === answer.unit).map(clockAnswer),
    })),
    clocks: call.clocks
      .filter((clock) => !isPart(clock))
      .map((clock) => ({ ...clockAnswer(clock), unit: unit(clock.unit) })),
    history: events.map((event) => eventAnswer(event, nameByAccount, names)),
    moves: callMovesFrom(call, caller, world).map(offerOf),
    unrated: taking(call)
      .filter(({ ratedBy }) => ratedBy === null)
      .map((answer) => unit(answer.unit)),
    now: world.now,
  };
}

function unitNames(names: Names): (code: string) => Named {
  return (code) =>
    code === LEADER ? { code, name: roleWords.leader } : (names.holder(code) ?? { code, name: code });
}

function partOf({ unit, part, state, absent }: Answer, named: (code: string) => Named): CallPart {
  return { unit: named(unit), part, state, absent };
}

function clockAnswer(clock: CallClock): CallClockAnswer {
  const { kind, round, budget, dueBy, startedAt, dueAt, stage, stoppedAt, outcome } = clock;
  return { kind, round, budget, dueBy, startedAt, dueAt, stage, stoppedAt, outcome };
}

function eventAnswer(
  event: StoredCallEvent,
  nameByAccount: ReadonlyMap<string, string>,
  names: Names,
): CallEventAnswer {
  const { seq, action, at, recordedAt, from, to, facts, words } = event;
  const actor = {
    role: event.actorRole,
    name: nameByAccount.get(event.actorId) ?? null,
    unit: names.holder(event.actorUnit),
  };
  // Which case it is about is told beside the history, to those who may see that case
  const { caseId: _, ...told } = facts;
  return { seq, action, at, recordedAt, actor, from, to, facts: told, words };
}

function offerOf({ action, needs, may = [] }: ReturnType<typeof callMovesFrom>[number]): CallMoveOffer {
  return { action, needs, may };
}
