/** Which rule of calls stands behind a refusal, and where its line stands: see ruleOf.ts for cases. */
import type { RuleAnswer } from "../ruleAnswers.ts";
import type { Refusal } from "../case.ts";
import { callBasisWords, type CallRule, callRuleWords } from "./callWords.ts";

const kinds: Readonly<Partial<Record<CallRule, RuleAnswer["kind"]>>> = {
  callNotFound: "scope",
  ownCase: "scope",
  onlyTownship: "role",
  postForLevel: "role",
  headOnly: "role",
  moverOnly: "role",
  leadMustAnswer: "role",
  callState: "state",
  partState: "state",
  partDeclined: "state",
  townshipLast: "state",
  callStale: "state",
  countyUnit: "field",
  namedTwice: "field",
  notCalled: "field",
};

const byDutyList: readonly CallRule[] = ["leadByList", "leadNeedsLine", "noSuchLine", "leadMustAnswer"];

export function isCallRule(rule: string): rule is CallRule {
  return Object.hasOwn(callRuleWords, rule);
}

export function callRuleOf(rule: CallRule, { given = "" }: Pick<Refusal, "given">): Omit<RuleAnswer, "why"> {
  const head = { kind: kinds[rule] ?? "guard", id: rule, instead: callRuleWords[rule].instead };
  if (byDutyList.includes(rule)) {
    const [code = ""] = given.split(" ");
    return { ...head, basis: callBasisWords.dutyList(given), source: { kind: "dutyList", code } };
  }
  if (rule === "postForLevel")
    return { ...head, basis: callBasisWords.level(given), source: { kind: "policy", code: "calls" } };
  return { ...head, basis: callBasisWords.table, source: { kind: "table", code: "call" } };
}
