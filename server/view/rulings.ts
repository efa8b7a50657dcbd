/** The earlier ruling that speaks for a case, if any. */
import type { Deps } from "../deps.ts";
import type { Case } from "../domain/case.ts";
import type { KnownRuling } from "../domain/catalogue/facts.ts";
import { precedentFor } from "../domain/precedent.ts";
import { itemCodeOf } from "./suggested.ts";

/** Only before anybody has it: later the case itself says who does. */
export async function rulingFor(
  found: Pick<Case, "id" | "itemCode" | "townshipCode" | "reading" | "state">,
  { rulings }: Pick<Deps, "rulings">,
): Promise<KnownRuling | null> {
  const itemCode = itemCodeOf(found);
  const isOpen = found.state === "reported" || found.state === "verifying" || found.state === "filed";
  if (itemCode === null || !isOpen) return null;
  const others = (await rulings()).filter(({ caseId }) => caseId !== found.id);
  return precedentFor(others, { itemCode, townshipCode: found.townshipCode });
}
