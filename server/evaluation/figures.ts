/** Figures by group with their formulas, for the page and the table to download. */
import type { FigureQuestion, GroupBy } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type {
  EvaluationAnswer,
  FigureAnswer,
  GroupAnswer,
  Grouping,
  IndicatorAnswer,
} from "../domain/evaluate/answers.ts";
import { type CountedProfile, type Figure, figuresByGroup, scoreOf } from "../domain/evaluate/figure.ts";
import type { Objection } from "../domain/evaluate/objection.ts";
import { type Indicator, indicatorsOf } from "../domain/evaluate/rules.ts";
import { nobodyWords } from "../domain/evaluate/words.ts";
import type { Named } from "../domain/named.ts";
import { ifWritable } from "../ifWritable.ts";
import type { Names } from "../view/names.ts";
import { callAccounts, callProfiles } from "./calls.ts";
import { type OnVersion, regrouped } from "./onVersion.ts";
import type { Period } from "./question.ts";

type Figures = Readonly<Record<string, Figure>>;

const MOST_ROUNDS = 10;
const ROUND = 200;
const MOST_OBJECTIONS = 500;

/** Counts what changed since the last question. @returns true when some is left for later: too much, or no room to write. */
export async function catchUp({ store, log }: Pick<Deps, "store" | "log">): Promise<boolean> {
  let counted = ROUND;
  for (let round = 0; round < MOST_ROUNDS && counted === ROUND; round += 1) {
    const wrote = await ifWritable(async () => (counted = await store.evaluation.catchUp(ROUND)), { log });
    if (!wrote) return true;
  }
  return counted === ROUND;
}

export interface CountedFigures {
  readonly groups: ReadonlyMap<string, Figures>;
  /** Of all groups together. */
  readonly total: Figures;
}

/** Groups and total from the same rows, so that they cannot disagree and nothing is counted twice. */
export async function figuresOf(
  question: FigureQuestion,
  by: GroupBy,
  deps: Pick<Deps, "store" | "reference" | "clock">,
  version?: OnVersion,
): Promise<CountedFigures> {
  const { evaluation } = deps.store;
  const [{ stored, taken }, calls] = await Promise.all([
    version === undefined ? groupedByDay() : regrouped(question, version, deps),
    callAccounts(question, deps),
  ]);
  const rules = deps.reference.evaluation;
  const indicators = indicatorsOf(rules);
  const rows = [...stored, ...callProfiles(calls, by)];
  const whole = figuresByGroup(indicators, together(rows), together(taken), rules.minimum);
  return { groups: figuresByGroup(indicators, rows, taken, rules.minimum), total: whole.get("") ?? {} };

  /** By the cells of each case's day, as they stand in its row. */
  async function groupedByDay() {
    const [stored, taken] = await Promise.all([
      evaluation.profiles(question, by),
      evaluation.takenOut(question, by),
    ]);
    return { stored, taken };
  }
}

function together<Row extends CountedProfile>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, group: "" }));
}

export async function evaluationAnswer(
  question: FigureQuestion,
  period: Period,
  by: Grouping,
  deps: Deps,
  version?: OnVersion,
): Promise<EvaluationAnswer> {
  const { store, reference, clock } = deps;
  const counting = await catchUp(deps);
  const [{ groups, total }, objections] = await Promise.all([
    figuresOf(question, by, deps, version),
    store.evaluation.objections({ from: period.from, to: period.to, limit: MOST_OBJECTIONS }),
  ]);
  const { evaluation: rules } = reference;
  const indicators = indicatorsOf(rules);
  const scheme = rules.schemes.find((row) => row.code === rules.weights);
  const score = (figures: Figures) => (scheme ? scoreOf(figures, scheme, indicators) : null);
  const answers = [...groups].map(([code, figures]) => ({
    group: namedGroup(code, by, deps.names),
    figures: flagged(figures, objectionsOn(objections, by, code)),
    score: by === "unit" || by === "township" ? score(figures) : null,
    rank: null,
  }));
  return {
    from: period.days.from,
    to: period.days.to,
    by,
    gridVersion: version?.named ?? null,
    indicators: indicators.map(indicatorAnswer),
    groups: ranked(answers, by, question.scope.kind === "all"),
    total: { figures: flagged(total, []), score: score(total) },
    minimum: rules.minimum,
    rulesVersion: rules.version,
    weights: rules.weights,
    schemes: rules.schemes,
    scale: rules.scales.find((row) => row.code === rules.scale) ?? null,
    counting,
    now: clock.now(),
  };
}

export function indicatorAnswer(indicator: Indicator): IndicatorAnswer {
  const { code, name, family, kind, better, formula, basis, unconfirmed } = indicator;
  const exclusions = indicator.exclusions.map((row) => ({
    code: row.code,
    name: row.name,
    basis: row.basis,
  }));
  return { code, name, family, kind, better, formula, basis, unconfirmed, exclusions };
}

export function namedGroup(code: string, by: Grouping, names: Names): Named {
  if (code === "") return { code, name: nobodyWords[by] };
  switch (by) {
    case "unit":
      return names.holder(code) ?? { code, name: code };
    case "township":
      return names.township(code) ?? { code, name: code };
    case "item":
      return names.item(code) ?? { code, name: code };
    case "cell":
      return names.cell(code) ?? { code, name: code };
    case "month":
      return { code, name: code };
  }
}

/**
 * Units and townships of the county by their score; those with too few cases follow without a place. A cell has one
 * grid worker, so cells are never put in an order of merit, nor are matters and months.
 */
function ranked(
  answers: readonly GroupAnswer[],
  by: Grouping,
  isWholeCounty: boolean,
): readonly GroupAnswer[] {
  const byCode = answers.toSorted((a, b) => (a.group.code < b.group.code ? -1 : 1));
  if (by === "month") return byCode.toReversed();
  if (!isWholeCounty || (by !== "unit" && by !== "township")) return byCode;
  const sorted = byCode.toSorted(
    (a, b) => Number(isTownship(b)) - Number(isTownship(a)) || (b.score ?? -1) - (a.score ?? -1),
  );
  return sorted.map((row) => ({ ...row, rank: row.score === null ? null : placeAmong(sorted, row) }));
}

/** Equal scores share a place; townships are compared with townships, departments with departments (分类考评). */
function placeAmong(all: readonly GroupAnswer[], row: GroupAnswer): number {
  const better = all.filter(
    (other) => isTownship(other) === isTownship(row) && (other.score ?? -1) > (row.score ?? -1),
  );
  return 1 + better.length;
}

function isTownship({ group }: GroupAnswer): boolean {
  return /^\d{9}$/u.test(group.code);
}

function objectionsOn(objections: readonly Objection[], by: Grouping, code: string): readonly Objection[] {
  return objections.filter((row) => row.groupBy === by && row.unit === code);
}

function flagged(figures: Figures, objections: readonly Objection[]): Readonly<Record<string, FigureAnswer>> {
  return Object.fromEntries(
    Object.entries(figures).map(([code, figure]) => {
      const states = objections.filter((row) => row.indicator === code).map((row) => row.state);
      const objection = states.includes("open") ? "open" : states.includes("accepted") ? "accepted" : null;
      return [code, { ...figure, objection } satisfies FigureAnswer];
    }),
  );
}
