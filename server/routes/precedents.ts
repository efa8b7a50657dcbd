/** GET /api/cases/:id/precedents: what was ruled before about such a matter, for who dispatches, disputes or rules. */
import { Hono } from "hono";
import type { StoredPrecedent } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Actor, type Case, refuse } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { PrecedentRow, PrecedentsAnswer } from "../domain/linking/answers.ts";
import { type Asked, type RankedPrecedent, rankPrecedents } from "../domain/linking/rankPrecedents.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { precedentsShape } from "../shapes/linking.ts";
import { onlyAssists } from "../view/assignments.ts";
import type { Names } from "../view/names.ts";
import { itemCodeOf, responsibleOf } from "../view/suggested.ts";

/** A county rules some dozens of times a year: this many reach back further than a duty list lives. */
const LOOKED_THROUGH = 500;
const SHOWN = 5;

export function precedentRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/cases/:id/precedents",
    note({
      tag: "案卷",
      summary: "裁定先例",
      description: "同一事项、同样的争议单位或说法相近的既往裁定，最相近的在前；写明所依据的职责清单条目。",
      params: { id: "案卷 id" },
      answer: precedentsShape,
      refusals: [404],
    }),
    async (c) => {
      const { actor } = c.get("session");
      const file = await openFile(c.req.param("id"), actor, deps);
      if (!file) return problem(c, refuse("notFound"));
      const all = await deps.store.precedents.latest(LOOKED_THROUGH);
      const others = all.filter(({ caseId }) => caseId !== file.case.id);
      const answer: PrecedentsAnswer = {
        rows: rankPrecedents(others, askedOf(file.case, deps), SHOWN).map((row) =>
          rowOf(row, actor, deps.names),
        ),
      };
      return c.json(answer);
    },
  );
}

/** The units in question: those the duty list names, who has it, and whom the dispute is about. */
function askedOf(found: Case, deps: Deps): Asked {
  const itemCode = itemCodeOf(found);
  const responsible = responsibleOf(found, {
    ...deps,
    catalogue: deps.catalogue.current(),
    now: deps.clock.now(),
  });
  const { firstUnit, dispute } = rulesOf(found);
  const named = [responsible?.unit.code, ...(responsible?.others ?? []).map((other) => other.unit.code)];
  const units = [...named, found.leadUnit, firstUnit, dispute?.by, dispute?.suggestedUnit];
  return {
    itemCode,
    townshipCode: found.townshipCode,
    units: units.filter((unit) => typeof unit === "string"),
    text: found.text,
  };
}

function rowOf(
  { precedent, grounds }: RankedPrecedent<StoredPrecedent>,
  actor: Actor,
  names: Names,
): PrecedentRow {
  const visible = inScope(scopeOf(actor), precedent.case);
  const named = (code: string) => names.holder(code) ?? { code, name: code };
  return {
    caseId: visible ? precedent.caseId : null,
    number: visible ? precedent.number : null,
    at: precedent.at,
    item: names.item(precedent.itemCode),
    township: names.township(precedent.townshipCode),
    unit: named(precedent.unit),
    against: named(precedent.against),
    basis: names.item(precedent.basisItem) ?? named(precedent.basisItem),
    level: precedent.level,
    grounds,
    // What was argued is between those who argued: who only helps there is not told (view/assignments.ts)
    note: visible && !onlyAssists(actor, precedent.case) ? precedent.note : null,
    visible,
  };
}
