/** The machine's turn after a report came in: it files and dispatches by itself where the county wants it to. */
import type { Deps } from "../deps.ts";
import { automate } from "../domain/automate.ts";
import { factsOfError } from "../log.ts";
import { rulingFor } from "../view/rulings.ts";
import { worldFor } from "../world.ts";

/** Whatever goes wrong here, the report is taken in and a person finds it on the desk. */
export async function actAlone(caseId: string, deps: Deps): Promise<void> {
  const { store, learner, live, log } = deps;
  const automation = learner.automation();
  if (automation === null || !automation.on) return;
  try {
    const found = await store.cases.file(caseId);
    if (!found) return;
    const ruling = await rulingFor(found.case, deps);
    const decision = automate(found, { automation, model: learner.modelInUse(), ruling }, worldFor(deps));
    if (!decision) return;
    const commitment = await store.commit(decision);
    if (commitment.kind === "committed") live.announce(decision.case, found.case);
  } catch (error) {
    log("automation.failed", { caseId, ...factsOfError(error) });
  }
}
