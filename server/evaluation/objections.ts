/** Objections to figures: asked by the unit whose figure it is, answered by the centre. */
import type { Deps } from "../deps.ts";
import { type Actor, type Refusal, refuse } from "../domain/case.ts";
import type { ObjectionAnswer, ObjectionsAnswer } from "../domain/evaluate/answers.ts";
import { mayObject, type ObjectedCase, type Objection, objectionActs } from "../domain/evaluate/objection.ts";
import { type Indicator, indicatorsOf } from "../domain/evaluate/rules.ts";
import { DAY, dayNumber, dayOf } from "../domain/time.ts";
import { deadline } from "../domain/worktime.ts";
import { catchUp, figuresOf } from "./figures.ts";
import { periodOf, questionOf } from "./question.ts";
import { narrowed, wantedRows } from "./rows.ts";

export interface NewObjection {
  readonly indicator: string;
  readonly by: "unit" | "township";
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Cases that should not have been counted. */
  readonly cases: readonly string[];
}

/** @returns null when the same figure was objected to before. */
export async function object(
  sent: NewObjection,
  actor: Actor,
  deps: Deps,
): Promise<Objection | Refusal | null> {
  const { store, reference, clock, calendar, ids } = deps;
  const now = clock.now();
  const unit = actor.unit ?? "";
  const no = mayObject(actor, { groupBy: sent.by, unit });
  if (no !== null) return no;
  const period = periodOf(sent, now);
  if ("kind" in period) return period;
  const indicator = indicatorNamed(sent.indicator, deps);
  if (indicator.kind === "refusal") return indicator;
  await catchUp(deps);
  const question = narrowed(questionOf({}, period, actor), sent.by, unit);
  const figure = (await figuresOf(question, "all", deps)).total[sent.indicator];
  if (figure === undefined || figure.of === 0)
    return refuse("badValue", { field: "indicator", given: sent.indicator, expected: "本期有数的指标" });
  const cases = await countedCases(sent, { question, indicator }, deps);
  if ("kind" in cases) return cases;
  const objection: Objection = {
    id: ids.row(),
    indicator: sent.indicator,
    groupBy: sent.by,
    unit,
    from: period.from,
    to: period.to,
    over: figure.over,
    of: figure.of,
    reason: sent.reason.trim(),
    askedBy: actor.id,
    askedAt: now,
    dueAt: deadline(now, reference.evaluation.objection.answer, calendar),
    state: "open",
    ...unanswered,
  };
  return (await store.evaluation.addObjection(objection, cases.rows)) ? objection : null;
}

const unanswered = {
  answer: null,
  answeredBy: null,
  answeredAt: null,
  undoReason: null,
  undoneBy: null,
  undoneAt: null,
} as const;

export function indicatorNamed(code: string, { reference }: Pick<Deps, "reference">): Indicator | Refusal {
  const indicator = indicatorsOf(reference.evaluation).find((row) => row.code === code);
  return (
    indicator ?? refuse("badValue", { field: "indicator", given: code, expected: "评价规则里的指标代码" })
  );
}

/** Only what is counted under the line can be taken out. */
async function countedCases(
  { cases }: NewObjection,
  {
    question,
    indicator,
  }: { readonly question: Parameters<typeof wantedRows>[0]; readonly indicator: Indicator },
  { store }: Deps,
): Promise<{ readonly rows: readonly ObjectedCase[] } | Refusal> {
  if (cases.length === 0) return { rows: [] };
  const wanted = await wantedRows(question, { indicator, part: "of" }, store);
  const page = { after: null, limit: cases.length };
  const found = wanted ? await store.evaluation.rows({ ...question, caseIds: cases }, wanted, page) : null;
  const rows = found?.rows ?? [];
  const missing = cases.find((id) => !rows.some((row) => row.caseId === id));
  if (missing !== undefined)
    return refuse("badValue", { field: "cases", given: missing, expected: "这个指标分母里的案卷" });
  return { rows: rows.map(({ caseId, subject, unit }) => ({ caseId, subject, unit })) };
}

const MOST = 200;

export async function objectionsAnswer(actor: Actor, deps: Deps): Promise<ObjectionsAnswer> {
  const seesAll = actor.role === "centre" || actor.role === "leader";
  const unit = seesAll ? undefined : (actor.unit ?? "");
  const found = await deps.store.evaluation.objections({ unit, limit: MOST });
  const rows = await Promise.all(found.map((row) => objectionAnswer(row, actor, deps)));
  return { rows, now: deps.clock.now() };
}

export async function objectionAnswer(
  objection: Objection,
  actor: Actor,
  { store, names, reference }: Deps,
): Promise<ObjectionAnswer> {
  const named = reference.evaluation.indicators.find((row) => row.code === objection.indicator);
  const cases = await store.evaluation.casesOf(objection.id);
  const numbers = await Promise.all(
    cases.map(async ({ caseId }) => ({
      caseId,
      number: (await store.cases.byId(caseId))?.number ?? caseId,
    })),
  );
  const { id, groupBy, over, of, reason, askedAt, dueAt, state, answer, answeredAt, undoReason, undoneAt } =
    objection;
  return {
    id,
    groupBy,
    over,
    of,
    reason,
    askedAt,
    dueAt,
    state,
    answer,
    answeredAt,
    undoReason,
    undoneAt,
    indicator: { code: objection.indicator, name: named?.name ?? objection.indicator },
    unit: names.holder(objection.unit) ?? { code: objection.unit, name: objection.unit },
    from: dayOf(dayNumber(objection.from)),
    to: dayOf(dayNumber(objection.to - DAY)),
    cases: numbers,
    acts: objectionActs(objection, actor),
  };
}
