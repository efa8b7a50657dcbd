/** What arrives in the thread that writes is what was decided, and it writes the same of it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedColumns, caseToRow } from "../../db/caseRow.ts";
import { createBatchReader, createBatchText, type Crossing } from "../../db/writeCrossing.ts";
import { aCase, aDecision, aMove } from "../../fixtures/build.ts";
import type { Case, Decision } from "../../server/domain/case.ts";
import { step, walk } from "../support/walk.ts";

/** Both sides of one crossing, from the first decision on. */
function openCrossing() {
  const [write, read] = [createBatchText(), createBatchReader()];
  const textOf = (decision: Decision) => write([{ decision }], []);
  return {
    textOf,
    cross: (decision: Decision): Decision => {
      const sent = JSON.parse(textOf(decision)) as Extract<Crossing, { kind: "batch" }>;
      const [task] = read(sent).tasks;
      if (task === undefined || !("decision" in task)) throw new Error("No decision arrived.");
      return task.decision;
    },
  };
}

function columnsChangedBy({ before, case: after, lookAt }: Decision) {
  if (before === null) throw new Error("Nothing stood before.");
  return changedColumns(before, caseToRow(after, "", lookAt));
}

describe("a decision on its way to the thread that writes", () => {
  it("arrives as it was, about a new case", () => {
    const decision = aDecision({ reporter: { name: "王建国", phone: "13800000000" } });
    expect(openCrossing().cross(decision)).toEqual(decision);
  });

  it("arrives as it was after any walk of moves, and changes the same columns", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let before: Case | null = null;
        const { cross } = openCrossing();
        walk(steps, ({ case: after }) => {
          if (before !== null) {
            const decision = { ...aMove(before), case: after };
            const arrived = cross(decision);
            expect(arrived).toEqual(decision);
            expect(columnsChangedBy(arrived)).toEqual(columnsChangedBy(decision));
          }
          before = after;
        });
      }),
      { numRuns: 30 },
    );
  });

  it("knows what the case before had not", () => {
    const before = aCase();
    const rules = { parent: null } as unknown as NonNullable<Case["rules"]>;
    const arrived = openCrossing().cross(aMove(before, { rules })).before;
    expect(arrived).toEqual(before);
    expect(Object.keys(arrived ?? {})).not.toContain("rules");
  });

  it("knows what the case before had more", () => {
    const { rules: _, ...after } = aCase();
    const before: Case = { ...after, rules: { parent: null } as unknown as NonNullable<Case["rules"]> };
    const move = { ...aMove(before), case: { ...after, version: before.version + 1 } };
    expect(openCrossing().cross(move).before).toEqual(before);
  });

  it("brings the whole case once, and what changed from then on", () => {
    const first = aCase({ text: "路灯不亮".repeat(500) });
    const { textOf } = openCrossing();
    expect(textOf(aMove(first)).split(first.text)).toHaveLength(2);
    expect(textOf(aMove(first, { urges: 3 }))).not.toContain(first.text);
  });

  it("arrives as it was when more cases went before it than are remembered", () => {
    const { cross } = openCrossing();
    const decisions = Array.from({ length: 2100 }, () => aMove(aCase()));
    for (const decision of decisions) cross(decision);
    for (const { case: after } of [...decisions.slice(0, 3), ...decisions.slice(-3)]) {
      const next = aMove(after, { urges: 1 });
      expect(cross(next)).toEqual(next);
    }
  });
});
