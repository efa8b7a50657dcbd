/** What the events of a call alone decide: its row is held against this when records are verified. */
import type { Fact } from "../case.ts";
import type { Answer, Call, CallEvent } from "./call.ts";
import { inheritedAnswers } from "./inherit.ts";
import { callMoves } from "./callMoves.ts";
import { called } from "./launch.ts";

/** The part of a call that can be told from its events. */
export type LivedCall = Pick<
  Call,
  | "version"
  | "turn"
  | "state"
  | "number"
  | "level"
  | "township"
  | "caseId"
  | "itemCode"
  | "launchedBy"
  | "launchedAt"
  | "sentAt"
  | "closedAt"
  | "climbed"
  | "reopens"
  | "answers"
>;

type Told = Omit<CallEvent, "words">;

/** @returns null without a first event, or when the first one is no launch. */
export function foldCall(events: readonly Told[]): LivedCall | null {
  const [first, ...others] = events;
  if (first?.action !== "launch") return null;
  return others.reduce(lived, launched(first));
}

function launched({ facts, at, actorId, to }: Told): LivedCall {
  const lead = text(facts["lead"]);
  const itemCode = text(facts["itemCode"]);
  const assist = list(facts["assist"]).map((unit) => called(unit, "assist", itemCode));
  return {
    version: 1,
    turn: 1,
    state: to,
    number: text(facts["number"]) ?? "",
    level: text(facts["level"]) as Call["level"],
    township: text(facts["township"]) ?? "",
    caseId: text(facts["caseId"]),
    itemCode,
    launchedBy: actorId,
    launchedAt: at,
    sentAt: to === "open" ? at : null,
    closedAt: null,
    climbed: 0,
    reopens: 0,
    answers: lead === null ? assist : [called(lead, "lead", itemCode), ...assist],
  };
}

function lived(before: LivedCall, event: Told): LivedCall {
  const { seq, at, to, from, action } = event;
  const isSent = before.sentAt === null && to === "open";
  const isEnd = (to === "closed" || to === "withdrawn") && from !== to;
  const next: LivedCall = {
    ...before,
    version: seq,
    turn: from === to ? before.turn : seq,
    state: to,
    sentAt: isSent ? at : before.sentAt,
    closedAt: isEnd ? at : before.closedAt,
    climbed: action === "climb" ? (event.facts["climbed"] as Call["climbed"]) : before.climbed,
    reopens: action === "reopen" ? before.reopens + 1 : before.reopens,
  };
  return { ...next, answers: answersAfter(before.answers, event) };
}

function answersAfter(answers: readonly Answer[], { action, facts, actorUnit }: Told): readonly Answer[] {
  const change = (unit: Fact | undefined, part: Partial<Answer>) =>
    answers.map((answer) => (answer.unit === unit ? { ...answer, ...part } : answer));
  const move = callMoves.find((row) => row.action === action);
  if (move?.part) return change(actorUnit, { state: move.part.to });
  switch (action) {
    case "catch": {
      const lead = text(facts["lead"]) ?? "";
      const others = answers.filter(({ unit }) => unit !== lead);
      return [called(lead, "lead", text(facts["basisItem"])), ...others];
    }
    case "succeed":
      return inheritedAnswers(answers, {
        from: text(facts["fromUnit"]) ?? "",
        to: text(facts["toUnit"]) ?? "",
      });
    case "absent":
      return change(facts["unit"], { absent: true });
    case "cosign":
      return change(actorUnit, { cosigned: true });
    case "rateDepartment":
      return change(facts["unit"], { ratedBy: marks(facts, ["signing", "arrival", "solution", "conduct"]) });
    case "rateTownship":
      return change(actorUnit, { rates: marks(facts, ["necessity", "cooperation"]) });
    case "reopen":
      return answers.map((answer) => afterReopen(answer, list(facts["units"])));
    default:
      return answers;
  }
}

/** 重新办理: the poor ones begin anew (an absence stays on the record), the others need only be rated again. */
export function afterReopen(answer: Answer, poor: readonly string[]): Answer {
  if (poor.includes(answer.unit))
    return { ...called(answer.unit, answer.part, answer.basisItem), absent: answer.absent };
  return { ...answer, cosigned: answer.state === "done", ratedBy: null, rates: null };
}

function marks<Name extends string>(
  facts: Told["facts"],
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, facts[name]])) as Record<Name, number>;
}

function text(fact: Fact | undefined): string | null {
  return typeof fact === "string" ? fact : null;
}

function list(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? (fact as readonly string[]) : [];
}
