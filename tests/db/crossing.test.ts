/** What arrives in the thread that writes is what was decided, and it writes the same of it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedColumns, caseToRow } from "../../db/caseRow.ts";
import { createBatchText, type Crossing, readBatch } from "../../db/writeCrossing.ts";
import { aCase, aDecision, aMove } from "../../fixtures/build.ts";
import type { Case, Decision } from "../../server/domain/case.ts";
import { step, walk } from "../support/walk.ts";

function crossed(decision: Decision): Decision {
  const text = createBatchText()([{ decision }], []);
  const sent = JSON.parse(text) as Extract<Crossing, { kind: "batch" }>;
  const [task] = readBatch(sent, new Map()).tasks;
  if (task === undefined || !("decision" in task)) throw new Error("No decision arrived.");
  return task.decision;
}

function columnsChangedBy({ before, case: after, lookAt }: Decision) {
  if (before === null) throw new Error("Nothing stood before.");
  return changedColumns(before, caseToRow(after, "", lookAt));
}

describe("a decision on its way to the thread that writes", () => {
  it("arrives as it was, about a new case", () => {
    const decision = aDecision({ reporter: { name: "王建国", phone: "13800000000" } });
    expect(crossed(decision)).toEqual(decision);
  });

  it("arrives as it was after any walk of moves, and changes the same columns", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let before: Case | null = null;
        walk(steps, ({ case: after }) => {
          if (before !== null) {
            const decision = { ...aMove(before), case: after };
            const arrived = crossed(decision);
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
    const arrived = crossed(aMove(before, { rules })).before;
    expect(arrived).toEqual(before);
    expect(Object.keys(arrived ?? {})).not.toContain("rules");
  });

  it("knows what the case before had more", () => {
    const { rules: _, ...after } = aCase();
    const before: Case = { ...after, rules: { parent: null } as unknown as NonNullable<Case["rules"]> };
    const move = { ...aMove(before), case: { ...after, version: before.version + 1 } };
    expect(crossed(move).before).toEqual(before);
  });

  it("does not bring the whole case twice", () => {
    const before = aCase({ text: "路灯不亮".repeat(500) });
    const text = createBatchText()([{ decision: aMove(before) }], []);
    expect(text.split(before.text)).toHaveLength(2);
  });
});
