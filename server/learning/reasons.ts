/** Why this item and why this unit: words for and against, cases told alike, the line of the duty list, the rule. */
import type { ConfirmedCase } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Actor, Case } from "../domain/case.ts";
import type { ReasonsAnswer } from "../domain/learning/answers.ts";
import { likeness, printOf } from "../domain/linking/likeness.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import type { Candidate } from "../domain/reader.ts";
import { DAY } from "../domain/time.ts";
import { rulingFor } from "../view/rulings.ts";
import { responsibleOf } from "../view/suggested.ts";

const LOOKS_BACK = 183 * DAY;
const LOOKED_THROUGH = 1000;
/** Below this two complaints share no more than the manner of complaining. */
const ALIKE = 0.25;
const SHOWN = 5;

export async function reasonsAnswer(found: Case, actor: Actor, deps: Deps): Promise<ReasonsAnswer> {
  const { candidates } = found.reading;
  const catalogue = deps.catalogue.current();
  const item = deps.reference.taxonomy.lookUp(found.itemCode ?? candidates[0]?.code ?? "");
  return {
    items: candidates.map((candidate) => itemReason(candidate, candidates, deps)),
    alike: await alikeTo(found, actor, deps),
    unit: responsibleOf(found, { ...deps, catalogue, now: deps.clock.now() }, await rulingFor(found, deps)),
    rules: (item?.conditions ?? []).map(({ code, fileWhen }) => `${code} ${fileWhen}`),
  };
}

/** Words of the other candidates are what speaks against this one. */
function itemReason(
  candidate: Candidate,
  all: readonly Candidate[],
  { names, reference }: Deps,
): ReasonsAnswer["items"][number] {
  const own = candidate.words.map(({ word }) => word);
  const others = all
    .filter((other) => other !== candidate)
    .flatMap((other) => other.words.map(({ word }) => word))
    .filter((word) => !own.includes(word));
  const lead = reference.taxonomy.lookUp(candidate.code)?.leadUnit ?? "";
  return {
    item: { code: candidate.code, name: names.any(candidate.code) },
    probability: candidate.probability,
    for: own,
    against: [...new Set(others)],
    duty: `${candidate.code} ${names.any(candidate.code)}：${names.any(lead)}`,
  };
}

async function alikeTo(found: Case, actor: Actor, deps: Deps): Promise<ReasonsAnswer["alike"]> {
  const { store, clock, names } = deps;
  const rows = await store.learning.confirmed(clock.now() - LOOKS_BACK, LOOKED_THROUGH);
  const print = printOf(found.text);
  return (
    rows
      // That a confidential case like this one exists is told to nobody who may not open it
      .filter((row) => row.id !== found.id && row.text !== "" && (!row.confidential || isSeen(row, actor)))
      .map((row) => ({ row, likeness: likeness(print, printOf(row.text)) }))
      .filter((pair) => pair.likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, SHOWN)
      .map((pair) => ({
        ...(isSeen(pair.row, actor)
          ? { id: pair.row.id, number: pair.row.number }
          : { id: null, number: null }),
        item: { code: pair.row.itemCode ?? "", name: names.any(pair.row.itemCode ?? "") },
        unit: names.holder(pair.row.leadUnit),
        likeness: Math.round(pair.likeness * 100) / 100,
      }))
  );
}

function isSeen(row: ConfirmedCase, actor: Actor): boolean {
  return inScope(scopeOf(actor), { ...row, reportedBy: null });
}
