/** What the reader proposes and who would be responsible, with names. */
import type { ResponsibleAnswer, Suggestion } from "../domain/answers.ts";
import { responsibleFor } from "../domain/assign.ts";
import type { Case } from "../domain/case.ts";
import type { Candidate, Reading } from "../domain/reader.ts";
import type { Reference } from "../domain/reference.ts";
import type { Names } from "./names.ts";

export function suggestionsOf(reading: Reading, names: Names): readonly Suggestion[] {
  return reading.candidates.map((candidate) => suggestionOf(candidate, names));
}

/** The item a case goes by: the one on the case, else the likeliest of the reading. */
export function itemCodeOf(found: Pick<Case, "itemCode" | "reading">): string | null {
  return found.itemCode ?? found.reading.candidates[0]?.code ?? null;
}

/** null when nothing was read, or the duty lies with a township nobody knows yet. */
export function responsibleOf(
  itemCode: string | null,
  townshipCode: string | null,
  { reference, names }: { readonly reference: Reference; readonly names: Names },
): ResponsibleAnswer | null {
  const item = itemCode === null ? null : reference.taxonomy.lookUp(itemCode);
  const found = item && responsibleFor(item, { townshipCode }, reference.unitsByCode);
  if (!found) return null;
  const named = (code: string) => names.holder(code) ?? { code, name: code };
  return {
    unit: named(found.unit),
    basis: { code: item.code, name: item.name },
    others: found.others.map(({ unit, when }) => ({ unit: named(unit), when })),
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
