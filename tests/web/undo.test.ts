import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { moveNamed, moves } from "../../server/domain/workflow.ts";
import { undoOf } from "../../web/state/undo.ts";

const offered = (...actions: readonly string[]) =>
  actions.map((action) => {
    const move = moveNamed(action);
    return { action, needs: move?.needs ?? [], may: move?.may ?? [], defaults: {} };
  });
const seen = (parts: Partial<CaseAnswer>) =>
  ({ point: null, placement: null, moves: [], ...parts }) as unknown as CaseAnswer;
const point = { lng: 118.8, lat: 35.5 };

describe("the way back from an own act", () => {
  it("is the act that the table names, with what it needs, where the server offers it", () => {
    const after = seen({ moves: offered("unmerge", "comment") });
    expect(undoOf(seen({}), { action: "merge", values: { into: "20261120-00001" } }, after)).toEqual({
      action: "unmerge",
      values: { note: "误操作，撤销" },
    });
    const linked = { action: "link", values: { into: "20261120-00001", linkKind: "same" } };
    expect(undoOf(seen({}), linked, seen({ moves: offered("unlink") }))).toEqual({
      action: "unlink",
      values: { into: "20261120-00001" },
    });
  });

  it("is not there for somebody who may not take it, as a grid worker may not take cases apart", () => {
    const after = seen({ moves: offered("comment") });
    expect(undoOf(seen({}), { action: "merge", values: { into: "20261120-00001" } }, after)).toBeNull();
  });

  it("puts a place back where somebody had shown it, never where words were read", () => {
    const after = seen({ moves: offered("place") });
    const act = { action: "place", values: { point: { lng: 118.9, lat: 35.6 } } };
    const shown = seen({ point, placement: { kind: "inside" } as CaseAnswer["placement"] });
    expect(undoOf(shown, act, after)?.values).toEqual({ point: { ...point, source: "hand" } });
    const read = seen({ point, placement: { kind: "spoken" } as CaseAnswer["placement"] });
    expect(undoOf(read, act, after)).toBeNull();
    expect(undoOf(seen({}), act, after)).toBeNull();
  });

  it("is none for what was signed, sent, closed or said", () => {
    const after = seen({ moves: offered(...moves.map(({ action }) => action)) });
    for (const action of ["accept", "dispatch", "file", "decline", "close", "urge", "comment", "return"])
      expect(undoOf(seen({ point }), { action, values: {} }, after)).toBeNull();
  });

  it("leads in the table from where the act led to, and asks for nothing that the act did not", () => {
    for (const { action, to, from, needs, undoneBy } of moves
      .map((move) => moveNamed(move.action))
      .flatMap((move) => move ?? [])) {
      if (undoneBy === undefined) continue;
      const back = moveNamed(undoneBy);
      const states = to === "same" || to === "varies" ? from : [to];
      expect(
        states.every((state) => back?.from.includes(state)),
        action,
      ).toBe(true);
      expect(
        back?.needs.every((name) => name === "note" || needs.includes(name)),
        action,
      ).toBe(true);
    }
  });
});
