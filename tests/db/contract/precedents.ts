import { describe, expect, it } from "vitest";
import { aDecision, aMove, anEvent } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

export function describePrecedents(current: () => Opened): void {
  describe("rulings", () => {
    it("are found latest first, with the case and the ruler's words, and nothing else is", async () => {
      const { store } = current();
      const first = await store.commit(aDecision());
      if (first.kind !== "committed") throw new Error("not stored");
      const move = aMove(first.case);
      const facts = { unit: "LD", against: "SW", basisItem: "020101", itemCode: "020101", level: 1 };
      const event = anEvent(move.case, { action: "rule", facts, words: { note: "归路灯所" } });
      await store.commit({ ...move, events: [event] });
      const [latest, ...rest] = await store.precedents.latest(10);
      expect(latest).toMatchObject({
        caseId: first.case.id,
        number: first.case.number,
        text: first.case.text,
        unit: "LD",
        against: "SW",
        note: "归路灯所",
        case: { id: first.case.id, townshipCode: first.case.townshipCode },
      });
      expect(rest.every((row) => row.unit !== "")).toBe(true);
      expect(await store.precedents.latest(0)).toEqual([]);
    });
  });
}
