/** 机构接续 in a call: the heir stands where the closed unit stood; two parts of one unit become one. */
import type { Bequest } from "../succession/succession.ts";
import { type Answer, type AnswerState, type Call, type CallClock, taking } from "./call.ts";

export function inheritedAnswers(answers: readonly Answer[], { from, to }: Bequest): readonly Answer[] {
  const left = taking({ answers }).find(({ unit }) => unit === from);
  if (left === undefined) return answers;
  const own = taking({ answers }).find(({ unit }) => unit === to);
  const heir = own === undefined ? { ...left, unit: to } : joined(own, left);
  return answers.filter(({ unit }) => unit !== to).map((row) => (row === left ? heir : row));
}

/** Limits go on as they run; one that the heir keeps already is not held against it twice. */
export function inheritedClocks(
  { answers, clocks }: Pick<Call, "answers" | "clocks">,
  { from, to }: Bequest,
  now: number,
): readonly CallClock[] {
  const isJoined = taking({ answers }).some(({ unit }) => unit === to);
  const keeps = (kind: CallClock["kind"]) =>
    kind === "rate" ||
    clocks.some((clock) => clock.unit === to && clock.kind === kind && clock.stoppedAt === null);
  return clocks.map((clock) => {
    if (clock.unit !== from || clock.stoppedAt !== null) return clock;
    if (!isJoined || !keeps(clock.kind)) return { ...clock, unit: to };
    return { ...clock, stoppedAt: now, outcome: now < clock.dueAt ? "void" : "missed" };
  });
}

const order: readonly AnswerState[] = ["called", "signed", "contacted", "arrived", "done"];

/** It stands where the less advanced of the two stood: nothing that is owed is lost, and whoever led leads. */
function joined(own: Answer, left: Answer): Answer {
  const further = order.indexOf(own.state) > order.indexOf(left.state);
  return {
    ...own,
    part: left.part === "lead" ? "lead" : own.part,
    state: further ? left.state : own.state,
    absent: own.absent || left.absent,
    cosigned: own.cosigned && left.cosigned,
    ratedBy: own.ratedBy ?? left.ratedBy,
    rates: own.rates ?? left.rates,
  };
}
