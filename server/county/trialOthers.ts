/** Weights, duty roster, units and matters tried on last month: scores, who is on duty, what a closing leaves behind. */
import { loadLexicon } from "../../fixtures/lexicon.ts";
import type { Deps } from "../deps.ts";
import type { CountyTrial } from "../domain/county/answers.ts";
import { onDuty } from "../domain/emergency/emergency.ts";
import { scoreOf } from "../domain/evaluate/figure.ts";
import { indicatorsOf } from "../domain/evaluate/rules.ts";
import { createLearningReader } from "../domain/learning/learningReader.ts";
import type { Reference } from "../domain/reference.ts";
import { DAY, dayNumber, dayOf, HOUR, type Instant, startOfDay } from "../domain/time.ts";
import { catchUp, figuresOf } from "../evaluation/figures.ts";
import { correctionsOf, MOST_LESSONS } from "../learning/taught.ts";
import { brief } from "../print/format.ts";
import { leftBy } from "../succession/answers.ts";
import { MOST_ROWS, TRIAL_DAYS, type Trying } from "./trying.ts";

const MOST_CASES = 5000;

/** Last month's scores of units by the weights as they are and as they would be. */
export async function tryScores({ deps, after }: Trying): Promise<CountyTrial> {
  await catchUp(deps);
  const span = monthBefore(deps.clock.now());
  const [now, then] = [await scores(deps.reference, span, deps), await scores(after, span, deps)];
  const units = [...new Set([...now.keys(), ...then.keys()])].sort();
  const rows = units.flatMap((unit) => {
    const [old, next] = [now.get(unit) ?? null, then.get(unit) ?? null];
    return old === next
      ? []
      : [{ caseId: null, cells: [deps.names.any(unit), score(old), score(next), moved(old, next)] }];
  });
  return {
    words: [
      `上月（${dayOf(dayNumber(span.from))} 至 ${dayOf(dayNumber(span.to - 1))}）有办件的单位 ${units.length} 个，${rows.length} 个得分会不同。`,
      "只是比较：上月的得分仍按上月的规则，新规则从生效日起的考核期使用。",
    ],
    columns: ["单位", "现行得分", "改后得分", "相差"],
    rows: rows.slice(0, MOST_ROWS),
    total: rows.length,
  };
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

async function scores(
  reference: Reference,
  span: Span,
  deps: Deps,
): Promise<ReadonlyMap<string, number | null>> {
  const { store, clock } = deps;
  const { evaluation: rules } = reference;
  const indicators = indicatorsOf(rules);
  const scheme = rules.schemes.find((row) => row.code === rules.weights);
  const { groups } = await figuresOf({ scope: { kind: "all" }, ...span }, "unit", {
    store,
    clock,
    reference,
  });
  return new Map(
    [...groups]
      .filter(([code]) => code !== "")
      .map(([code, figures]) => [code, scheme ? scoreOf(figures, scheme, indicators) : null]),
  );
}

function monthBefore(now: Instant): Span {
  const [year = 0, month = 0] = dayOf(dayNumber(now)).split("-").map(Number);
  const first = (y: number, m: number) => startOfDay(Math.round(Date.UTC(y, m, 1) / DAY));
  return { from: first(year, month - 2), to: first(year, month - 1) };
}

function score(value: number | null): string {
  return value === null ? "不评分（件数少）" : value.toFixed(1);
}

function moved(old: number | null, next: number | null): string {
  if (old === null || next === null) return "";
  return `${next > old ? "+" : ""}${(next - old).toFixed(1)}`;
}

/** Who is on duty in the next day, hour by hour where it changes. */
export async function tryRoster({ deps, after }: Trying): Promise<CountyTrial> {
  const { clock, reference, names } = deps;
  const hours = Array.from({ length: 24 }, (_, at) => Math.ceil(clock.now() / HOUR) * HOUR + at * HOUR);
  const on = (rules: Reference, at: Instant) =>
    onDuty(rules.emergency.roster, at)
      .map(({ unit, username }) => `${names.any(unit)} ${username}`)
      .sort()
      .join("、");
  const rows = hours
    .map((at) => ({ at, before: on(reference, at), next: on(after, at) }))
    .filter(({ before, next }) => before !== next)
    .map(({ at, before, next }) => ({ caseId: null, cells: [brief(at), before, next] }));
  return {
    words: [
      `今后 24 小时里有 ${rows.length} 个整点的值班人员会不同。应急时限的改动只对生效后开始的计时起作用。`,
    ],
    columns: ["时刻", "现行值班", "改后值班"],
    rows,
    total: rows.length,
  };
}

/** Units that are closed: what they hold, who has an account there, which matters name them. */
export async function tryUnits({ deps, after }: Trying): Promise<CountyTrial> {
  const { reference } = deps;
  const closing = after.units.filter(
    (unit) => unit.closedOn !== undefined && reference.unitsByCode.get(unit.code)?.closedOn === undefined,
  );
  const people = await deps.store.people.list();
  const left = new Map(
    await Promise.all(closing.map(async ({ code }) => [code, await leftBy(code, deps)] as const)),
  );
  const rows = closing.map(({ code, name, closedOn, mergedInto }) => {
    const { leads = 0, parts = 0, calls = 0 } = left.get(code) ?? {};
    const accounts = people.filter(({ unit, disabled }) => unit === code && !disabled).length;
    const items = after.taxonomy.items.filter(({ leadUnit }) => leadUnit === code).length;
    const heir = mergedInto === undefined ? "未填" : deps.names.any(mergedInto);
    return {
      caseId: null,
      cells: [name, closedOn ?? "", heir, ...[leads, parts, calls, accounts, items].map(String)],
    };
  });
  return {
    words: [
      `停用 ${closing.length} 个单位。停用后不再派给它新案卷；它的在办案卷和呼叫在停用生效后，由管理员在本页“机构接续”里移交接续单位；旧案卷、旧得分照旧显示它的名字。`,
    ],
    columns: [
      "单位",
      "停用日期",
      "接续单位",
      "主办在办",
      "协办等在办",
      "在办呼叫",
      "在用账号",
      "仍由它主办的事项",
    ],
    rows,
    total: rows.length,
  };
}

/** Last month's texts read again by the changed list: which would be taken for another matter. */
export async function tryTaxonomy({ actor, deps, after }: Trying): Promise<CountyTrial> {
  const { store, clock, reference, names } = deps;
  const [cases, lessons] = await Promise.all([
    store.learning.confirmed(clock.now() - TRIAL_DAYS * DAY, MOST_CASES),
    store.learning.counting(MOST_LESSONS),
  ]);
  const taught = correctionsOf(lessons);
  const lexicon = loadLexicon();
  const [now, then] = [reference, after].map(({ taxonomy }) =>
    createLearningReader(taxonomy, lexicon, taught),
  );
  const seesAll = actor.role === "centre";
  const rows = cases.flatMap(({ id, number, text, itemCode }) => {
    const old = now?.classify(text).candidates[0]?.code ?? "";
    const next = then?.classify(text).candidates[0]?.code ?? "";
    if (old === next) return [];
    const name = (code: string) => after.taxonomy.lookUp(code)?.name ?? names.any(code);
    const cells = [number, name(itemCode ?? ""), name(old), name(next)];
    return [{ caseId: seesAll ? id : null, cells }];
  });
  const right = (reader: typeof now, { taxonomy }: Reference) =>
    cases.filter(({ text, itemCode }) => {
      const code = taxonomy.lookUp(itemCode ?? "")?.code;
      return code !== undefined && reader?.classify(text).candidates[0]?.code === code;
    }).length;
  const retired = cases.filter(({ itemCode }) => itemCode !== null && !has(after, itemCode)).length;
  return {
    words: [
      `近 ${TRIAL_DAYS} 天已定事项的案卷 ${cases.length} 件，识别会不同的 ${rows.length} 件；识别对的由 ${right(now, reference)} 件变为 ${right(then, after)} 件。`,
      `其中 ${retired} 件的事项将停用：旧案卷不变，按接续的事项显示和统计新案卷。`,
    ],
    columns: ["案卷", "已定事项", "现在识别为", "改后识别为"],
    rows: rows.slice(0, MOST_ROWS),
    total: rows.length,
  };
}

function has({ taxonomy }: Reference, code: string): boolean {
  return taxonomy.items.some((item) => item.code === code);
}
