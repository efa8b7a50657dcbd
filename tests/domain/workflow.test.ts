import { describe, expect, it } from "vitest";
import type { CaseState } from "../../server/domain/case.ts";
import { type Move, moveNamed, moves } from "../../server/domain/workflow.ts";

const states: readonly CaseState[] = [
  "reported",
  "verifying",
  "declined",
  "withdrawn",
  "filed",
  "dispatched",
  "accepted",
  "waiting",
  "suspended",
  "handled",
  "checked",
  "closed",
  "unsolved",
  "followedUp",
  "merged",
  "split",
];

const named = (action: string): Move => {
  const move = moveNamed(action);
  if (!move) throw new Error(`No move ${action}`);
  return move;
};

describe("the table of moves", () => {
  it("reaches every state from a report", () => {
    const reached = new Set<CaseState>(["reported"]);
    for (let pass = 0; pass < states.length; pass++) {
      for (const move of moves as readonly Move[]) {
        if (move.to !== "same" && move.to !== "varies" && move.from.some((state) => reached.has(state)))
          reached.add(move.to);
      }
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it("leads on from every state but a report declined or taken back; a rating may bring even the last one back", () => {
    const leaving = states.filter((state) =>
      (moves as readonly Move[]).some((move) => move.to !== "same" && move.from.includes(state)),
    );
    expect(states.filter((state) => !leaving.includes(state))).toEqual(["declined", "withdrawn"]);
  });

  it("lets nobody jump from a report to the end but by declining it with a reason, or taking it back", () => {
    const leaving = (moves as readonly Move[]).filter(
      (move) => move.from.includes("reported") && move.to !== "same",
    );
    expect(leaving.map((move) => [move.action, move.to])).toEqual([
      ["file", "filed"],
      ["decline", "declined"],
      ["askVerify", "verifying"],
      // Not an end: its lead case is open, and a case that is over takes nobody in
      ["merge", "merged"],
      ["split", "split"],
      ["withdraw", "withdrawn"],
      ["retract", "withdrawn"],
    ]);
    // Only whoever reported it takes it back
    expect([named("withdraw").by, named("retract").by]).toEqual([["resident"], ["reporter"]]);
    expect(named("decline").needs).toEqual(["declineReason", "note"]);
  });

  it("lets only the leading unit accept, return and handle", () => {
    expect(["accept", "return", "handle"].map((action) => named(action).by)).toEqual([
      ["leadUnit"],
      ["leadUnit"],
      ["leadUnit"],
    ]);
  });

  it("never closes a case that was not checked", () => {
    expect(named("close").from).toEqual(["checked"]);
    expect(named("check").from).toEqual(["handled"]);
  });

  it("times acceptance and handling from dispatch, not from signing", () => {
    expect(named("dispatch").starts.slice(0, 3)).toEqual(["accept", "handle", "contact"]);
    expect(named("accept").starts).toEqual([]);
  });
});
