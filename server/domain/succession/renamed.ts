/** Every place of a case that names a closed unit and is about what is still to be done; what was done keeps its name. */
import { type Assistant, assistantsOf, isLive } from "../assignment.ts";
import type { Case } from "../case.ts";
import { type CaseRules, rulesOf } from "../caseRules.ts";
import { bondsOf } from "../linking/bonds.ts";
import type { Bequest } from "./succession.ts";

export function renamedCase(found: Case, bequest: Bequest): Partial<Case> {
  const swap = swapFor(bequest);
  const leadUnit = swap(found.leadUnit);
  return {
    leadUnit,
    holder: swap(found.holder),
    ...(found.rules === undefined ? {} : { rules: renamedRules(found, bequest, leadUnit) }),
  };
}

/** Has the heir a part of its own in it already? */
export function isJoined(found: Case, { to }: Bequest): boolean {
  return found.leadUnit === to || assistantsOf(found).some((row) => row.unit === to);
}

function swapFor({ from, to }: Bequest) {
  return <Code extends string | null>(code: Code): Code | string => (code === from ? to : code);
}

function renamedRules(found: Case, bequest: Bequest, lead: string | null): CaseRules {
  const rules = rulesOf(found);
  const swap = swapFor(bequest);
  const { dispute, supervision, assistants, handlers } = rules;
  const { merged } = bondsOf(found);
  const whose = <Row extends { readonly unit: string }>(rows: readonly Row[]) =>
    rows.map((row) => (row.unit === bequest.from ? { ...row, unit: bequest.to } : row));
  return {
    ...rules,
    dispute: dispute && {
      ...dispute,
      suggestedUnit: swap(dispute.suggestedUnit),
      rulers: unique(dispute.rulers.map(swap)),
    },
    supervision: supervision && { ...supervision, unit: swap(supervision.unit) },
    ladders: onePerUnit(whose(rules.ladders)),
    unheard: whose(rules.unheard),
    // Who ruled may go on reading it; who must rule has to see it
    parties: dispute === null ? rules.parties : unique(rules.parties.map(swap)),
    ...(assistants === undefined ? {} : { assistants: renamedAssistants(assistants, bequest, lead) }),
    // Its people were its own: the heir names somebody of its own (内部交办)
    ...(handlers === undefined ? {} : { handlers: handlers.filter(({ unit }) => unit !== bequest.from) }),
    ...(merged === null || rules.bonds === null
      ? {}
      : {
          bonds: {
            ...rules.bonds,
            merged: {
              ...merged,
              holder: swap(merged.holder),
              leadUnit: swap(merged.leadUnit),
              ladders: onePerUnit(whose(merged.ladders)),
              unheard: whose(merged.unheard),
            },
          },
        }),
  };
}

/** One unit, one part: what the heir leads or helps with already it does not help with twice. */
function renamedAssistants(
  rows: readonly Assistant[],
  { from, to }: Bequest,
  lead: string | null,
): readonly Assistant[] {
  const own = rows.find(({ unit }) => unit === to);
  const left = rows.find((row) => row.unit === from && isLive(row));
  // Whoever leads is no assistant beside it
  const others = rows.filter(({ unit }) => unit !== left?.unit && !(unit === to && lead === to));
  if (left === undefined) return others;
  if (lead === to || (own !== undefined && isLive(own))) return [...others, { ...left, state: "released" }];
  return [...others.filter((row) => row !== own), { ...left, unit: to }];
}

function onePerUnit<Row extends { readonly unit: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row, at) => rows.findIndex(({ unit }) => unit === row.unit) === at);
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)];
}
