/** May this person do this on this call now, and does what was sent fit? Every no names its rule. */
import { type Refusal, refuse } from "../case.ts";
import type { Answer, Call } from "./call.ts";
import { mayEndSignOff, taking } from "./call.ts";
import type { CallCommand, CallMove, CallMover } from "./callMoves.ts";
import { type Caller, moversOf } from "./callScope.ts";
import { answerWords, callActionWords, callMoverWords, callStateWords } from "./callWords.ts";
import type { CallWorld } from "./callWorld.ts";

/** What does not depend on what was sent: the buttons are made of it. null says yes. */
export function forbidsCall(call: Call, move: CallMove, caller: Caller): Refusal | null {
  const rights = moversOf(caller, call).filter((mover) => move.by.includes(mover));
  if (rights.length === 0) {
    const expected = move.by.map((mover) => callMoverWords[mover]).join("或");
    return refuse("notAllowed", { rule: "moverOnly", given: callActionWords[move.action], expected });
  }
  if (!move.from.includes(call.state)) {
    const expected = move.from.map((state) => callStateWords[state]).join("、");
    return refuse("wrongState", { rule: "callState", given: callStateWords[call.state], expected });
  }
  const own = call.answers.find(({ unit }) => unit === caller.actor.unit);
  return rights.includes("department") && own ? forbidsPart(own, move) : forbidsTownship(call, move, rights);
}

function forbidsPart(own: Answer, move: CallMove): Refusal | null {
  if (own.state === "declined") return refuse("wrongState", { rule: "partDeclined" });
  if (move.action === "decline" && own.part === "lead")
    return refuse("notAllowed", { rule: "leadMustAnswer" });
  if (move.part && !move.part.from.includes(own.state)) {
    const expected = move.part.from.map((state) => answerWords[state]).join("、");
    return refuse("wrongState", { rule: "partState", given: answerWords[own.state], expected });
  }
  if (move.action === "cosign" && own.cosigned)
    return refuse("duplicate", { field: "cosign", rule: "cosignedBefore" });
  return move.action === "rateTownship" && own.rates !== null
    ? refuse("duplicate", { field: "townshipRating", rule: "ratedBefore" })
    : null;
}

function forbidsTownship(call: Call, move: CallMove, rights: readonly CallMover[]): Refusal | null {
  if (!rights.includes("township")) return null;
  if (move.action === "cosign" && !mayEndSignOff(call)) {
    const left = taking(call).filter(({ cosigned }) => !cosigned);
    return refuse("wrongState", { rule: "townshipLast", given: `${left.length} 个部门` });
  }
  const isAllRated = taking(call).every(({ ratedBy }) => ratedBy !== null);
  return move.action === "rateDepartment" && isAllRated
    ? refuse("duplicate", { field: "department", rule: "ratedBefore" })
    : null;
}

/** Fields that are absent, unknown or impossible. */
export function misfits(call: Call, move: CallMove, command: CallCommand, world: CallWorld): Refusal | null {
  const missing = move.needs.find((name) => command[name] === undefined || isBlank(command[name]));
  if (missing !== undefined) return refuse("missing", { field: missing });
  const { taxonomy, unitsByCode } = world.reference;
  const { action, lead = "", basisItem, unit = "", department, townshipRating } = command;
  if (basisItem !== undefined && taxonomy.lookUp(basisItem) === null)
    return refuse("badValue", { field: "basisItem", rule: "noSuchLine", given: basisItem });
  const nameOf = (code: string) => unitsByCode.get(code)?.name ?? code;
  if (action === "catch" && unitsByCode.get(lead)?.level !== "county")
    return refuse("badValue", { field: "lead", rule: "countyUnit", given: nameOf(lead) });
  const odd = [...Object.values(department ?? {}), ...Object.values(townshipRating ?? {})].find(
    (score: number) => !Number.isInteger(score) || score < 1 || score > 5,
  );
  if (odd !== undefined)
    return refuse("badValue", { field: move.needs.at(-1) ?? "score", given: String(odd), expected: "1–5" });
  if (action !== "rateDepartment") return null;
  const rated = taking(call).find((answer) => answer.unit === unit);
  if (!rated) return refuse("badValue", { field: "unit", rule: "notCalled", given: nameOf(unit) });
  return rated.ratedBy === null ? null : refuse("duplicate", { field: "unit", rule: "ratedBefore" });
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}
