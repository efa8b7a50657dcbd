import { describe, expect, it } from "vitest";
import { type Askable, askReasons, worthAsking } from "../../../server/domain/cockpit/ask.ts";

const NOW = 1_000;

function late(id: string, parts: Partial<Askable> = {}): Askable {
  const quiet = { returns: 0, reworks: 0, urges: 0, missed: 1 };
  return { id, urgency: "normal", dueAt: 900, severeAt: 2_000, ...quiet, ...parts };
}

const asked = (...rows: readonly Askable[]) =>
  worthAsking(rows, { now: NOW, most: 3 }).map(({ row }) => row.id);

describe("the reasons to ask about a case", () => {
  it.each([
    ["is due later", late("a", { dueAt: 1_001, urgency: "critical", urges: 5 }), []],
    ["has no limit", late("a", { dueAt: null, urges: 5 }), []],
    ["is late since this moment", late("a", { dueAt: 1_000 }), ["late"]],
    ["is severely late", late("a", { severeAt: 1_000 }), ["severe"]],
    ["was urged and returned once", late("a", { urges: 1, returns: 1 }), ["late"]],
    ["was urged and returned twice", late("a", { urges: 2, returns: 2 }), ["late", "returned", "urged"]],
    ["was done over once", late("a", { reworks: 1 }), ["late", "reworked"]],
    ["is pressing", late("a", { urgency: "urgent" }), ["urgent", "late"]],
    ["is more than usual, yet not pressing", late("a", { urgency: "elevated" }), ["late"]],
  ])("of one that %s", (_, row, kinds) => {
    expect(askReasons(row, NOW).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("the cases worth asking about", () => {
  it("begin with what presses, then what is severely late", () => {
    const severe = late("severe", { severeAt: 950 });
    const urgent = late("urgent", { urgency: "critical" });
    const argued = late("argued", { urges: 3, returns: 2, reworks: 1 });
    expect(asked(argued, severe, urgent)).toEqual(["urgent", "severe", "argued"]);
  });

  it("are those for which most speaks, the longest overdue among equals", () => {
    expect(
      asked(late("young", { dueAt: 950 }), late("old", { dueAt: 800 }), late("argued", { urges: 2 })),
    ).toEqual(["argued", "old", "young"]);
  });

  it("are no more than wanted, and none where nothing is overdue", () => {
    expect(asked(late("a"), late("b"), late("c"), late("d"))).toEqual(["a", "b", "c"]);
    expect(asked(late("a", { dueAt: 1_500 }))).toEqual([]);
  });
});
