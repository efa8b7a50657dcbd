/**
 * Formulas of indicators, read and worked out: names of facts, whole numbers, `and or not`, comparisons, `+ - *`. There
 * is nothing else to say in them, so that a county may change them without any danger to the house. Pure.
 */
import { type FactName, factNames, type Facts } from "./facts.ts";

const operators = ["or", "and", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*"] as const;
type Operator = (typeof operators)[number];

export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "fact"; readonly name: FactName }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "two"; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** Why a text is no formula: the place, from 0, and what was expected there. */
export interface FormulaFault {
  readonly kind: "fault";
  readonly at: number;
  readonly expected: string;
}

/** Words that stand for a formula of their own, e.g. `satisfied`. */
export type Macros = Readonly<Record<string, Formula>>;

const LONGEST = 300;
const DEEPEST = 30;

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [
  ["or"],
  ["and"],
  ["==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*"],
];

export function parseFormula(text: string, macros: Macros = {}): Formula | FormulaFault {
  if (text.length > LONGEST) return fault(LONGEST, `最多 ${LONGEST} 个字符`);
  const tokens = tokensIn(text);
  if (!Array.isArray(tokens)) return tokens;
  const reader: Reader = { tokens, next: 0, depth: 0, end: text.length, macros };
  const formula = level(reader, 0);
  if (formula.kind === "fault") return formula;
  const rest = reader.tokens[reader.next];
  return rest === undefined ? formula : fault(rest.at, "公式到此结束");
}

/** Flags and comparisons are 1 or 0. */
export function workOut(formula: Formula, facts: Facts): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "fact":
      return facts[formula.name];
    case "not":
      return workOut(formula.of, facts) === 0 ? 1 : 0;
    case "two":
      return Number(apply[formula.operator](workOut(formula.left, facts), workOut(formula.right, facts)));
  }
}

const apply: Record<Operator, (left: number, right: number) => number | boolean> = {
  or: (left, right) => left !== 0 || right !== 0,
  and: (left, right) => left !== 0 && right !== 0,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
};

interface Token {
  readonly text: string;
  readonly at: number;
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
  readonly end: number;
  readonly macros: Macros;
}

function tokensIn(text: string): Token[] | FormulaFault {
  const tokens: Token[] = [];
  const pattern = /\s*(?:([A-Za-z]+|\d{1,6}|==|!=|<=|>=|[<>()+*-])|$)/uy;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text);
    if (found === null) return fault(text.indexOf(text.slice(at).trimStart(), at), "事实名、整数或运算符");
    const [whole, token] = found;
    if (token !== undefined) tokens.push({ text: token, at: at + whole.length - token.length });
  }
  return tokens;
}

function level(reader: Reader, tightness: number): Formula | FormulaFault {
  const wanted = levels[tightness];
  if (wanted === undefined) return single(reader);
  let left = level(reader, tightness + 1);
  for (;;) {
    const operator = wanted.find((name) => name === reader.tokens[reader.next]?.text);
    if (operator === undefined || left.kind === "fault") return left;
    reader.next += 1;
    const right = level(reader, tightness + 1);
    if (right.kind === "fault") return right;
    left = { kind: "two", operator, left, right };
  }
}

function single(reader: Reader): Formula | FormulaFault {
  const token = reader.tokens[reader.next];
  if (token === undefined) return fault(reader.end, "事实名、整数或括号");
  reader.next += 1;
  if (/^\d/u.test(token.text)) return { kind: "number", value: Number(token.text) };
  if (token.text === "(" || token.text === "not") return nested(reader, token);
  const name = factNames.find((known) => known === token.text);
  if (name !== undefined) return { kind: "fact", name };
  const macro = Object.hasOwn(reader.macros, token.text) ? reader.macros[token.text] : undefined;
  return macro ?? fault(token.at, `已知的事实名（得到 ${token.text}）`);
}

function nested(reader: Reader, opening: Token): Formula | FormulaFault {
  reader.depth += 1;
  if (reader.depth > DEEPEST) return fault(opening.at, `最多 ${DEEPEST} 层括号`);
  const inner = opening.text === "not" ? single(reader) : level(reader, 0);
  reader.depth -= 1;
  if (inner.kind === "fault") return inner;
  if (opening.text === "not") return { kind: "not", of: inner };
  const closing = reader.tokens[reader.next];
  if (closing?.text !== ")") return fault(closing?.at ?? reader.end, "右括号");
  reader.next += 1;
  return inner;
}

function fault(at: number, expected: string): FormulaFault {
  return { kind: "fault", at, expected };
}
