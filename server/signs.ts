/** 作假迹象: candidates from the database, judged by the rules of the county, each with the cases behind it. */
import type { Deps } from "./deps.ts";
import type { Actor, Case } from "./domain/case.ts";
import { inScope, type Scope, scopeOf } from "./domain/permit.ts";
import { type Sign, signsIn } from "./domain/signs/find.ts";
import type { SignCode, SignRule } from "./domain/signs/sign.ts";
import type { SignRow, SignsAnswer } from "./domain/supervisionAnswers.ts";
import { DAY, dayNumber, MINUTE, startOfDay } from "./domain/time.ts";

const DAYS = 30;
const MOST = 200;

export async function signsAnswer(actor: Actor, deps: Deps): Promise<SignsAnswer> {
  const now = deps.clock.now();
  const since = startOfDay(dayNumber(now)) - (DAYS - 1) * DAY;
  const scope = scopeOf(actor);
  const [single, together] = await Promise.all([
    singleSigns(scope, since, deps),
    burstRows(scope, since, deps),
  ]);
  const rowsOf = (code: SignCode) => (code === "manyAtOnce" ? together : (single.get(code) ?? []));
  const { signs } = deps.reference;
  return {
    since,
    signs: signs.map((rule) => ({
      code: rule.code,
      name: rule.name,
      rule: sentenceOf(rule),
      rows: rowsOf(rule.code),
    })),
    now,
  };
}

/** The rule as it is applied, its figures filled in. */
function sentenceOf({ rule, minutes, used, count }: SignRule): string {
  const figures = { minutes, count, used: `${Math.round(used * 100)}%` };
  return rule.replaceAll(/\{(minutes|count|used)\}/gu, (_, name: keyof typeof figures) =>
    String(figures[name]),
  );
}

async function singleSigns(
  scope: Scope,
  since: number,
  deps: Deps,
): Promise<ReadonlyMap<SignCode, readonly SignRow[]>> {
  const { store, reference } = deps;
  const changed = reference.signs.find(({ code }) => code === "itemChanged");
  const lists = await Promise.all([
    store.supervision.broughtBack(scope, since, MOST),
    store.supervision.filedLate(scope, since, (changed?.minutes ?? 0) * MINUTE),
  ]);
  const ids = [...new Set(lists.flat())];
  const found = await Promise.all(ids.map(async (id) => await caseSigns(id, scope, deps)));
  const rows = new Map<SignCode, SignRow[]>();
  const latest = found
    .flat()
    .filter(({ sign }) => sign.at >= since)
    .sort((a, b) => b.sign.at - a.sign.at);
  for (const { sign, row } of latest) rows.set(sign.code, [...(rows.get(sign.code) ?? []), row]);
  return rows;
}

async function caseSigns(
  id: string,
  scope: Scope,
  { store, reference, names }: Deps,
): Promise<readonly { readonly sign: Sign; readonly row: SignRow }[]> {
  const [found, events] = await Promise.all([store.cases.byId(id), store.cases.history(id)]);
  if (!found || !inScope(scope, found)) return [];
  return signsIn(events, reference.signs).map((sign) => ({
    sign,
    row: { unit: names.holder(sign.unit), at: sign.at, cases: [briefly(found, names)] },
  }));
}

async function burstRows(scope: Scope, since: number, deps: Deps): Promise<readonly SignRow[]> {
  const { store, reference, names } = deps;
  const rule = reference.signs.find(({ code }) => code === "manyAtOnce");
  if (!rule) return [];
  const { minutes, count } = rule;
  const bursts = await store.supervision.bursts(scope, since, { within: minutes * MINUTE, count });
  return await Promise.all(
    bursts.map(async ({ unit, at, caseIds }) => {
      const cases = await Promise.all(caseIds.map(async (id) => await store.cases.byId(id)));
      const seen = cases.filter((found) => found !== null && inScope(scope, found));
      return {
        unit: names.holder(unit),
        at,
        cases: seen.flatMap((found) => (found ? [briefly(found, names)] : [])),
      };
    }),
  );
}

function briefly({ id, number, text, itemCode }: Case, names: Deps["names"]): SignRow["cases"][number] {
  return { id, number, text, item: names.item(itemCode) };
}
