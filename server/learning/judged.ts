/** Confirmed cases by what the machine would have done with them, for lines and marks. */
import type { ConfirmedCase } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { unitsFor } from "../domain/assign.ts";
import { withRules } from "../domain/caseRules.ts";
import { isEligible, type Judged } from "../domain/learning/automation.ts";
import type { MarkedCase } from "../domain/learning/countyMarks.ts";
import { type Precedent, precedentKnownTo } from "../domain/precedent.ts";
import { deskReasons } from "../domain/report.ts";
import { DAY } from "../domain/time.ts";

/** Half a year, of more the latest. */
const LOOKS_BACK = 183 * DAY;
const MOST = 10_000;

/** Latest first. */
export async function confirmedLately({ store, clock }: Deps): Promise<readonly ConfirmedCase[]> {
  return await store.learning.confirmed(clock.now() - LOOKS_BACK, MOST);
}

/** So many rulings are looked through, oldest first: more than a county gives in half a year. */
export async function rulingsLately({ store }: Pick<Deps, "store">): Promise<readonly Precedent[]> {
  return (await store.precedents.latest(5000)).toReversed();
}

/** By what was known when the report came in: the place, the 部件 that was named, rulings given until then. */
export function judgedOf(found: ConfirmedCase, rulings: readonly Precedent[], deps: Deps): Judged {
  const [first] = found.reading.candidates;
  const item = deps.reference.taxonomy.lookUp(first?.code ?? "");
  if (first === undefined || item === null) return { probability: 0, right: false, eligible: false };
  // The units of that day: one that was closed since was right then
  const world = { ...deps, catalogue: deps.catalogue.current(), now: found.reportedAt };
  const { rules, ...bare } = found;
  const component = rules?.component;
  const asReported = component === undefined ? bare : { ...bare, ...withRules({}, { component }) };
  const ruling = precedentKnownTo(rulings, { ...found, itemCode: item.code });
  const units = unitsFor({ ...asReported, itemCode: item.code, conditionCode: null }, world, ruling);
  const desk = deskReasons({ itemCode: null }, found.reading, null).filter(
    (reason) => reason !== "unplaced" && reason !== "unsureItem",
  );
  return {
    probability: first.probability,
    right: item.code === found.itemCode && (found.leadUnit === null || found.leadUnit === units.lead),
    eligible: isEligible({ ...found, desk, confidential: false }, item, units),
  };
}

export function markedCase(found: ConfirmedCase, deps: Deps): MarkedCase | null {
  const { itemCode, number, text, reportedAt, leadUnit, returns, reading } = found;
  if (itemCode === null) return null;
  const suggestedUnit = unitsFor(found, {
    ...deps,
    catalogue: deps.catalogue.current(),
    now: reportedAt,
  }).lead;
  return { itemCode, number, text, reportedAt, leadUnit, returns, reading, suggestedUnit };
}
