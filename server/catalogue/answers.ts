/** What the catalogue's page shows: what is in force, the draft, what is wrong with it, and what people's decisions propose. */
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { checkCatalogue, isGrave } from "../domain/catalogue/check.ts";
import type { CatalogueAnswer, DraftAnswer, FaultRow, RuleRow } from "../domain/catalogue/answers.ts";
import { type Chosen, proposalsFrom } from "../domain/catalogue/propose.ts";
import type { CatalogueRule } from "../domain/catalogue/rule.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";
import { changesBetween, type StoredCatalogue } from "../domain/catalogue/version.ts";
import { faultText, ruleAsks, successionText } from "../domain/catalogue/words.ts";
import { successionOf } from "../domain/departments.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { knownIn } from "./known.ts";

const LOOKED_THROUGH = 500;

export function mayEdit({ role }: Actor): boolean {
  return role === "admin" || role === "centre";
}

export async function catalogueAnswer(actor: Actor, deps: Deps): Promise<CatalogueAnswer> {
  const { store, clock } = deps;
  const inForce = await deps.catalogue.refresh();
  const [heads, draft] = await Promise.all([store.catalogues.heads(), store.catalogues.draft()]);
  const edits = mayEdit(actor);
  const judged = draft === null ? inForce : { ...inForce, ...draft.body };
  const shown = edits ? judged : inForce;
  const nameOf = await namesOf(
    heads.map(({ changedBy }) => changedBy),
    deps,
  );
  const proposals = edits ? proposalsFrom(await chosenLately(deps), shown) : [];
  return {
    version: inForce.version,
    validFrom: inForce.validFrom,
    rules: shown.rules.map((rule) => ruleRow(rule, deps)),
    faults: faultsOf(shown, deps),
    versions: heads
      .filter(({ publishedAt }) => publishedAt !== null)
      .map((head) => ({ ...head, by: nameOf(head.changedBy) })),
    draft: edits && draft !== null ? draftAnswer(draft, inForce, { deps, nameOf }) : null,
    proposals: proposals.map(({ rule, numbers, isRuled }) => ({
      row: ruleRow(rule, deps),
      numbers,
      isRuled,
    })),
    mayEdit: edits,
    now: clock.now(),
  };
}

export function faultsOf(
  catalogue: DispatchCatalogue,
  { reference, cells, names, clock }: Deps,
): readonly FaultRow[] {
  return checkCatalogue(catalogue, knownIn(reference, cells, clock.now())).map((fault) => ({
    kind: fault.kind,
    grave: isGrave(fault),
    message: faultText(fault, names.any, reference.townships.length),
  }));
}

function draftAnswer(
  draft: StoredCatalogue,
  inForce: DispatchCatalogue,
  { deps, nameOf }: { readonly deps: Deps; readonly nameOf: (id: string) => string },
): DraftAnswer {
  const { version, revision, note, changedAt, changedBy, body } = draft;
  const changes = changesBetween(inForce, body).map(({ kind, rule }) => ({ kind, row: ruleRow(rule, deps) }));
  return { version, revision, note, changedAt, by: nameOf(changedBy), changes };
}

function ruleRow(rule: CatalogueRule, { names, reference, clock }: Deps): RuleRow {
  const named = (code: string) => ({ code, name: names.any(code) });
  const today = dayOf(dayNumber(clock.now()));
  const succeeded = [rule.lead, ...rule.assist].flatMap(
    (unit) => successionOf(unit, reference.unitsByCode, today) ?? [],
  );
  return {
    rule,
    asks: ruleAsks(rule, names.any),
    lead: named(rule.lead),
    assist: rule.assist.map(named),
    closed: succeeded.map((row) => successionText(row, names.any)),
  };
}

async function namesOf(ids: readonly string[], { store }: Deps): Promise<(id: string) => string> {
  const accounts = await Promise.all([...new Set(ids)].map((id) => store.people.byId(id)));
  const names = new Map(accounts.flatMap((account) => (account ? [[account.id, account.name]] : [])));
  return (id) => names.get(id) ?? "系统";
}

/** Units that dispatchers chose against the catalogue, and those that rulings named. */
async function chosenLately({ store }: Deps): Promise<readonly Chosen[]> {
  const [lessons, rulings] = await Promise.all([
    store.learning.counting(LOOKED_THROUGH),
    store.precedents.latest(LOOKED_THROUGH),
  ]);
  const dispatched = lessons.flatMap(({ kind, label, itemCode, townshipCode, number, at }) =>
    kind !== "dispatch" || label === null || itemCode === null
      ? []
      : [{ kind, number, itemCode, townshipCode, unit: label, at } as const],
  );
  const ruled = rulings.flatMap(({ itemCode, townshipCode, number, unit, at }) =>
    itemCode === null ? [] : [{ kind: "ruling", number, itemCode, townshipCode, unit, at } as const],
  );
  return [...dispatched, ...ruled];
}
