/**
 * Which rule stands behind a refusal: of what kind, which line of the table, the policies or the duty list it rests on,
 * and what the person may do instead. The sentence itself is made elsewhere (server/problem.ts).
 */
import type { RuleAnswer } from "./ruleAnswers.ts";
import { callRuleOf, isCallRule } from "./call/callRuleOf.ts";
import type { Case, Refusal } from "./case.ts";
import type { RuleName } from "./guards.ts";
import type { Reference } from "./reference.ts";
import { type RuleBasis, ruleWords } from "./ruleWords.ts";
import { actionWords, budgetWords, fieldWords, partWords, roleWords, stateWords } from "./words.ts";
import { ruleSentences } from "./ruleSentences.ts";
import { type Action, type Move, moveNamed } from "./workflow.ts";

/** What the refused person wanted, as far as it is known at the place of the refusal. */
export interface Asked {
  readonly action: string | null;
  readonly found: Case | null;
  readonly reference: Reference;
  /** Acts that are open to this person instead. */
  readonly offers: readonly string[];
}

type Rule = Omit<RuleAnswer, "why">;
type Line = Pick<Rule, "basis" | "source">;

/** @param nameOfField what people call a field: only the door knows the fields that no move has. */
export function ruleOf(
  refusal: Refusal,
  asked: Asked | null,
  nameOfField: (field: string) => string = String,
): Rule {
  const move = asked?.action == null ? null : moveNamed(asked.action);
  const { rule } = refusal;
  if (rule !== undefined && isCallRule(rule)) return callRuleOf(rule, refusal);
  if (rule !== undefined) return guardRule({ ...refusal, rule }, move, asked);
  switch (refusal.code) {
    case "notFound":
    case "outOfScope":
      return { kind: "scope", id: "scope", ...law("scope"), instead: ruleSentences.otherScope };
    case "notAllowed":
      return { kind: "role", id: idOf(move, "by"), ...byLine(move), instead: otherPeople(move) };
    case "ownWork":
      return { kind: "role", id: "ownWork", ...law("ownWork"), instead: ruleSentences.otherChecker };
    case "wrongState":
      return { kind: "state", id: idOf(move, "from"), ...fromLine(move), instead: otherActs(asked) };
    case "stale":
      return { kind: "state", id: "version", ...law("version"), instead: ruleSentences.lookAgain };
    case "missing":
    case "badValue":
    case "unknownField":
    case "repeatedField":
    case "duplicate":
      return fieldRule(refusal, nameOfField(refusal.field ?? ""), move, asked);
  }
}

function guardRule(
  { rule, given = "" }: Refusal & { readonly rule: RuleName },
  move: Move | null,
  asked: Asked | null,
): Rule {
  const { basis, isLimit, instead } = ruleWords[rule];
  const line = basis === undefined ? whenLine(move) : lineOf(basis, asked?.reference ?? null, given);
  return { kind: isLimit === true ? "limit" : "guard", id: rule, ...line, instead };
}

function lineOf(basis: RuleBasis, reference: Reference | null, given = ""): Line {
  if ("duty" in basis) {
    const [code = "", name = ""] = given.split(" ");
    return { basis: ruleSentences.duty(name, code, "unit"), source: { kind: "dutyList", code } };
  }
  if ("law" in basis) return { basis: basis.law, source: { kind: "law", code: "law" } };
  if ("count" in basis) {
    const rule = reference?.counts[basis.count];
    const words = rule ? ruleSentences.count(rule.name, rule.value, rule.basis) : basis.count;
    return { basis: words, source: { kind: "count", code: basis.count } };
  }
  const policy = reference?.policies.get(basis.policy);
  const text = reference?.policyTexts.get(basis.policy);
  const limit = policy ? `${policy.budget.value} ${budgetWords[policy.budget.unit]}` : "";
  return {
    basis: ruleSentences.policy(text?.name ?? basis.policy, limit, text?.basis ?? ""),
    source: { kind: "policy", code: basis.policy },
  };
}

function law(name: keyof typeof ruleSentences.laws): Line {
  return { basis: ruleSentences.laws[name], source: { kind: "law", code: name } };
}

/** A field that the duty list speaks of names its line; any other stands in the row of the act. */
function fieldRule(refusal: Refusal, word: string, move: Move | null, asked: Asked | null): Rule {
  const { field = "", code, expected = "" } = refusal;
  const id = move === null ? field : `${move.action}.${field}`;
  const instead =
    code === "missing"
      ? ruleSentences.fill(word)
      : code === "duplicate"
        ? ruleSentences.once(word)
        : ruleSentences.change(word, expected === "" || /[a-z]/i.test(expected) ? "" : expected);
  if (field === "until" && asked !== null)
    return { kind: "limit", id, ...lineOf({ count: "suspensionDays" }, asked.reference), instead };
  return { kind: "field", id, ...(dutyLine(field, move, asked) ?? needsLine(move)), instead };
}

function dutyLine(field: string, move: Move | null, asked: Asked | null): Line | null {
  const speaks =
    (field === "unit" && move?.action === "dispatch") || field === "photosAfter" || field === "conditionCode";
  const itemCode = asked?.found?.itemCode ?? null;
  const item = itemCode === null ? null : asked?.reference.taxonomy.lookUp(itemCode);
  if (!speaks || !item) return null;
  const source = { kind: "dutyList", code: item.code } as const;
  return { basis: ruleSentences.duty(item.name, item.code, field), source };
}

function idOf(move: Move | null, part: "by" | "from"): string {
  return move === null ? part : `${move.action}.${part}`;
}

function tableLine(move: Move | null, words: (act: string, move: Move) => string): Line {
  const source = { kind: "table", code: move?.action ?? "" } as const;
  return { basis: move === null ? ruleSentences.laws.form : words(nameOf(move.action), move), source };
}

function byLine(move: Move | null): Line {
  return tableLine(move, (act, row) => ruleSentences.by(act, moversOf(row)));
}

function fromLine(move: Move | null): Line {
  return tableLine(move, (act, row) =>
    ruleSentences.from(
      act,
      row.from.map((state) => stateWords[state]),
    ),
  );
}

function whenLine(move: Move | null): Line {
  return tableLine(move, (act) => ruleSentences.when(act));
}

function needsLine(move: Move | null): Line {
  return tableLine(move, (act, row) =>
    ruleSentences.needs(
      act,
      row.needs.map((name) => fieldWords[name]),
    ),
  );
}

function otherPeople(move: Move | null): string {
  return move === null ? ruleSentences.otherDesk : ruleSentences.askThem(moversOf(move));
}

function otherActs(asked: Asked | null): string {
  return ruleSentences.instead((asked?.offers ?? []).map(nameOf));
}

function moversOf(move: Move): readonly string[] {
  return move.by.map((mover) => ({ ...roleWords, ...partWords })[mover]);
}

function nameOf(action: string): string {
  return actionWords[action as Action] ?? action;
}
