/**
 * The written rules of evaluation (评价规则) as a value: indicators with their formulas, why a row is left out, what
 * counts as satisfied, weights, and the limit for answering an objection. Loaded from `fixtures/evaluation.json`.
 */
import type { Budget } from "../taxonomy.ts";
import type { FormulaFault } from "./formula.ts";
import { type Formula, type Macros, parseFormula } from "./formula.ts";
import type { Subject } from "./facts.ts";

export type Family = "handling" | "dispatching" | "closing" | "replying" | "calling";

export interface IndicatorRow {
  readonly code: string;
  readonly name: string;
  readonly family: Family;
  /** Where its rows come from. */
  readonly source: Subject;
  /** A share of 0 … 1, or so many per row. */
  readonly kind: "share" | "average";
  /** Which way is good. */
  readonly better: "high" | "low";
  /** Which rows of the period it is about at all. */
  readonly among: string;
  /** Codes of `exclusions`, in the order in which they are looked at. */
  readonly exclude: readonly string[];
  /** Counted above the line, out of the rows that are left. */
  readonly over: string;
  /** The formula as people read it. */
  readonly formula: string;
  readonly basis: string;
  /** What no source confirms; null when nothing is open. */
  readonly unconfirmed: string | null;
}

export interface ExclusionRow {
  readonly code: string;
  readonly name: string;
  readonly when: string;
  readonly basis: string;
}

/** One way of speaking about satisfaction; each level takes in some of the five scores. */
export interface Scale {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly {
    readonly name: string;
    readonly scores: readonly number[];
    /** Counts as satisfied. */
    readonly good: boolean;
  }[];
  readonly basis: string;
}

export interface WeightScheme {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly { readonly indicator: string; readonly weight: number }[];
  readonly basis: string;
  readonly unconfirmed: string | null;
}

export interface EvaluationRules {
  readonly version: string;
  /** Rows under the line below which a figure is shown but neither ranked nor weighed (样本不足). */
  readonly minimum: number;
  readonly indicators: readonly IndicatorRow[];
  readonly exclusions: readonly ExclusionRow[];
  /** Code of the scale in force, and of the weights in force. */
  readonly scale: string;
  readonly scales: readonly Scale[];
  readonly weights: string;
  readonly schemes: readonly WeightScheme[];
  readonly objection: { readonly answer: Budget; readonly basis: string };
}

/** An indicator ready to be worked out. */
export interface Indicator extends IndicatorRow {
  readonly isAmong: Formula;
  readonly value: Formula;
  readonly exclusions: readonly Exclusion[];
}

interface Exclusion extends ExclusionRow {
  readonly applies: Formula;
}

/** What the rules say in words of their own: `satisfied`, by the scale in force. */
export function macrosOf({ scale, scales }: Pick<EvaluationRules, "scale" | "scales">): Macros {
  const levels = scales.find((row) => row.code === scale)?.levels ?? [];
  const good = levels.filter((row) => row.good).flatMap((row) => row.scores);
  const text = good.length === 0 ? "0" : good.map((score) => `score == ${score}`).join(" or ");
  return { satisfied: readFormula(text) };
}

/**
 * Formulas are read once for each value of the rules.
 * @throws for a formula that is none: reference data is checked for this when it is loaded.
 */
export function indicatorsOf(rules: EvaluationRules): readonly Indicator[] {
  const found = ready.get(rules) ?? readIndicators(rules);
  ready.set(rules, found);
  return found;
}

const ready = new WeakMap<EvaluationRules, readonly Indicator[]>();

function readIndicators(rules: EvaluationRules): readonly Indicator[] {
  const macros = macrosOf(rules);
  const exclusions = new Map(
    rules.exclusions.map((row) => [row.code, { ...row, applies: readFormula(row.when, macros) }]),
  );
  return rules.indicators.map((row) => ({
    ...row,
    isAmong: readFormula(row.among, macros),
    value: readFormula(row.over, macros),
    exclusions: row.exclude.flatMap((code) => exclusions.get(code) ?? []),
  }));
}

function readFormula(text: string, macros: Macros = {}): Formula {
  const formula: Formula | FormulaFault = parseFormula(text, macros);
  if (formula.kind === "fault") throw new Error(`${text} at ${formula.at}: expected ${formula.expected}`);
  return formula;
}
