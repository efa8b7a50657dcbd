import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { Assistant } from "../../../server/domain/assignment.ts";
import type { Case } from "../../../server/domain/case.ts";
import { type CaseRules, withRules } from "../../../server/domain/caseRules.ts";
import { succeedCall } from "../../../server/domain/succession/succeedCall.ts";
import { callers, tries, worldOf } from "../../support/call.ts";
import type { Opened } from "../../support/engines.ts";

export function describeSuccessions(current: () => Opened): void {
  const add = async (parts: Partial<Case>, rules: Partial<CaseRules> = {}) => {
    const change = Object.keys(rules).length === 0 ? {} : withRules({}, rules);
    const answer = await current().store.commit(
      aDecision({ case: aCase({ ...parts, ...change }), clocks: [] }),
    );
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case.id;
  };
  const assistant = (unit: string, state: Assistant["state"]): Assistant => ({
    unit,
    state,
    until: 0,
    declines: 0,
  });

  describe("what a closed unit left open", () => {
    it("are the cases it leads, helps with or holds, merged ones too, and nothing that is over", async () => {
      const unit = nextId("unit");
      const leads = [
        await add({ leadUnit: unit, state: "accepted" }),
        await add({ leadUnit: unit, state: "merged" }),
      ];
      const parts = [
        await add({ leadUnit: "X" }, { assistants: [assistant(unit, "signed")] }),
        await add({ leadUnit: "X", holder: unit }),
      ];
      await add({ leadUnit: unit, state: "closed", holder: null });
      await add({ leadUnit: "X" }, { assistants: [assistant(unit, "done")] });
      await add({ leadUnit: `${unit}0` });
      const { successions } = current().store;
      expect(await successions.casesOf(unit)).toEqual([
        ...leads.map((id) => ({ id, leads: true })),
        ...parts.map((id) => ({ id, leads: false })),
      ]);
      expect(await successions.casesOf(nextId("unit"))).toEqual([]);
    });

    it("are the calls it has not declined, until they are moved", async () => {
      const { calls, successions } = current().store;
      const decision = tries({ id: nextId("call"), number: nextId("HJ"), launchId: nextId("launch") });
      if (decision.kind === "refusal") throw new Error(decision.code);
      const notices = decision.notices.map((row) => ({ ...row, id: nextId("notice") }));
      await calls.commit({ ...decision, notices });
      const { id } = decision.call;
      expect(await successions.callsOf("LD")).toContain(id);
      const act = {
        batch: "b",
        reason: "r",
        actor: callers.centre.actor,
        world: worldOf("2026-11-20 09:30"),
      };
      const moved = succeedCall((await calls.byId(id)) ?? decision.call, { from: "LD", to: "CG" }, act);
      if (moved === null) throw new Error("Nothing was moved");
      expect((await calls.commit(moved)).kind).toBe("committed");
      expect(await successions.callsOf("LD")).not.toContain(id);
      expect(await successions.callsOf("CG")).toContain(id);
    });

    it("remember from where they came while they are open, and no more once given back", async () => {
      const from = nextId("unit");
      const succeeded = { from, to: "CG", batch: "b", at: 5, turn: 1, joined: false };
      const open = await add({ leadUnit: "CG" }, { succeeded });
      await add({ leadUnit: "CG", state: "closed" }, { succeeded });
      await add({ leadUnit: from }, { succeeded: null });
      const moved = await current().store.successions.moved();
      expect(moved.filter((row) => row.succeeded.from === from)).toEqual([{ id: open, succeeded }]);
    });
  });
}
