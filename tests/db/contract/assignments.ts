import { describe, expect, it } from "vitest";
import { aCase, aDecision, buildTime } from "../../../fixtures/build.ts";
import { assignmentsOf, changedAssignments, type Assistant } from "../../../server/domain/assignment.ts";
import type { Case } from "../../../server/domain/case.ts";
import { withRules } from "../../../server/domain/caseRules.ts";
import { inScope, type Scope } from "../../../server/domain/permit.ts";
import type { CaseFilter } from "../../../db/store.ts";
import type { Opened } from "../../support/engines.ts";

const helping: Scope = { kind: "unit", unit: "ASSIST1", account: "nobody" };

const assistant = (state: Assistant["state"]): Assistant => ({
  unit: "ASSIST1",
  state,
  until: buildTime,
  declines: 0,
});

export function describeAssignments(current: () => Opened): void {
  const listed = async (scope: Scope, filter: CaseFilter) => {
    const page = { sort: "newest", after: null, limit: 500 } as const;
    const { rows } = await current().store.cases.list(scope, filter, page, buildTime);
    return rows.map(({ id }) => id);
  };

  /** A case shared with `ASSIST1`, stored; and then as it stands after a change. */
  async function shared(state: Assistant["state"], change: Partial<Case> = {}): Promise<Case> {
    const lead = { state: "accepted", leadUnit: "LEAD1", holder: "LEAD1" } as const;
    const found = aCase({ ...lead, ...withRules({}, { assistants: [assistant("called")] }) });
    await current().store.commit(aDecision({ case: found, assignments: assignmentsOf(found) }));
    const stored = (await current().store.cases.byId(found.id)) ?? found;
    const rules = withRules(stored, { assistants: [assistant(state)] });
    const after: Case = { ...stored, ...rules, ...change, version: 2 };
    const decision = aDecision({ case: after, expects: 1, assignments: changedAssignments(stored, after) });
    expect(await current().store.commit(decision)).toMatchObject({ kind: "committed" });
    return after;
  }

  describe("cases shared between units", () => {
    it("are in the scope of an assistant that has not declined, as the core says", async () => {
      for (const state of ["called", "signed", "done", "released", "declined"] as const) {
        const found = await shared(state);
        // Lists of open cases go another way
        for (const filter of [{}, { states: ["accepted"] }] as const)
          expect([state, (await listed(helping, filter)).includes(found.id)]).toEqual([
            state,
            inScope(helping, found),
          ]);
      }
    });

    it("wait in the hands of the assistant until its part is over", async () => {
      const waiting = { hands: ["ASSIST1"] };
      const [called, done] = [await shared("signed"), await shared("done")];
      const hands = await listed({ kind: "all" }, waiting);
      expect(hands).toContain(called.id);
      expect(hands).not.toContain(done.id);
      expect(await listed({ kind: "all" }, { hands: ["LEAD1"] })).toEqual(
        expect.arrayContaining([called.id, done.id]),
      );
    });

    it("are nobody's task once the case is over", async () => {
      const over = await shared("signed", { state: "closed", holder: null });
      expect(await listed({ kind: "all" }, { hands: ["ASSIST1"] })).not.toContain(over.id);
    });

    it("are found by whom a unit named for them, and no longer when another is named", async () => {
      const first = await shared("signed", withRulesOf([{ unit: "LEAD1", account: "acc-1" }]));
      expect(await listed({ kind: "all" }, { handler: "acc-1" })).toEqual([first.id]);
      const stored = await current().store.cases.byId(first.id);
      if (!stored) throw new Error("The case is gone.");
      const handed: Case = {
        ...stored,
        ...withRules(stored, { handlers: [{ unit: "LEAD1", account: "acc-2" }] }),
        version: 3,
      };
      const assignments = changedAssignments(stored, handed);
      expect(assignments).toEqual([{ unit: "LEAD1", part: "lead", state: "signed", handler: "acc-2" }]);
      await current().store.commit(aDecision({ case: handed, expects: 2, assignments }));
      expect(await listed({ kind: "all" }, { handler: "acc-1" })).toEqual([]);
      expect(await listed({ kind: "all" }, { handler: "acc-2" })).toEqual([first.id]);
    });
  });
}

function withRulesOf(
  handlers: readonly { readonly unit: string; readonly account: string }[],
): Partial<Case> {
  return withRules({}, { assistants: [assistant("signed")], handlers });
}
