/** What the reader proposes and who would be responsible, with names. */
import type { ResponsibleAnswer, Suggestion } from "../domain/readerAnswers.ts";
import { type AssignWorld, othersFor, unitsFor } from "../domain/assign.ts";
import type { Case } from "../domain/case.ts";
import type { FactSource, KnownRuling } from "../domain/catalogue/facts.ts";
import { whyThese } from "../domain/catalogue/words.ts";
import type { Candidate, Reading } from "../domain/reader.ts";
import type { Names } from "./names.ts";

export function suggestionsOf(reading: Reading, names: Names): readonly Suggestion[] {
  return reading.candidates.map((candidate) => suggestionOf(candidate, names));
}

/** The item a case goes by: the one on the case, else the likeliest of the reading. */
export function itemCodeOf(found: Pick<Case, "itemCode" | "reading">): string | null {
  return found.itemCode ?? found.reading.candidates[0]?.code ?? null;
}

/** The catalogue and the names that answers are made with. */
export type SuggestingWorld = AssignWorld & { readonly names: Names };

/** null when nothing was read. While it is unclear the first receiver leads, and `why` says so. */
export function responsibleOf(
  found: FactSource & Pick<Case, "reading">,
  world: SuggestingWorld,
  ruling: KnownRuling | null = null,
): ResponsibleAnswer | null {
  const { reference, names } = world;
  const item = reference.taxonomy.lookUp(itemCodeOf(found) ?? "");
  if (item === null) return null;
  const source = found.itemCode === item.code ? found : { ...found, itemCode: item.code };
  const units = unitsFor(source, world, ruling);
  const named = (code: string) => names.holder(code) ?? { code, name: code };
  return {
    unit: named(units.lead),
    basis: { code: item.code, name: item.name },
    others: othersFor(source, units.lead, world).map(({ unit, when }) => ({ unit: named(unit), when })),
    assisting: units.assisting.map(named),
    townshipRole: units.townshipRole,
    rule: units.rule && { code: units.rule.code, name: units.rule.name },
    why: whyThese(units, names.any),
    unclear: units.unclear?.kind ?? null,
  };
}

export function suggestionOf(candidate: Candidate, names: Names): Suggestion {
  return {
    code: candidate.code,
    name: names.item(candidate.code)?.name ?? candidate.code,
    probability: candidate.probability,
    words: candidate.words.map((counted) => counted.word),
  };
}
