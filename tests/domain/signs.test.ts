import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../server/domain/case.ts";
import { signsIn } from "../../server/domain/signs/find.ts";
import { MINUTE } from "../../server/domain/time.ts";
import { smallReference } from "../support/reference.ts";

type Trace = Parameters<typeof signsIn>[0][number];

const act = (action: CaseEvent["action"], at: number, facts: CaseEvent["facts"] = {}): Trace => ({
  action,
  at: at * MINUTE,
  actorUnit: "LD",
  facts,
});
const due = (at: number, began = 0) => ({ due: at * MINUTE, began: began * MINUTE });
const found = (events: readonly Trace[]) => signsIn(events, smallReference.signs).map(({ code }) => code);

describe("finished just before the limit and brought back 压线办结后又重办", () => {
  it.each([
    ["rework", 100, ["reopenedSoon"]],
    ["reopen", 100, ["reopenedSoon"]],
    ["rectify", 100, ["reopenedSoon"]],
    ["close", 100, []],
    ["rework", 131, []], // more than thirty minutes were left
    ["rework", 130, ["reopenedSoon"]],
    ["rework", 99, []], // it was late already
  ] as const)("then %s, limit at minute %i: %j", (after, limit, signs) => {
    expect(found([act("handle", 100, due(limit)), act(after, 200)])).toEqual(signs);
  });
});

describe("an item changed just before the limit 压线改事项", () => {
  it("is one that had been named and became another", () => {
    expect(
      found([act("report", 0, { itemCode: "020101" }), act("file", 90, { itemCode: "010101", ...due(100) })]),
    ).toEqual(["itemChanged"]);
  });

  it.each([
    ["the same item", { itemCode: "020101", ...due(100) }],
    ["long before the limit", { itemCode: "010101", ...due(200) }],
  ])("is not %s", (_, facts) => {
    expect(found([act("report", 0, { itemCode: "020101" }), act("file", 90, facts)])).toEqual([]);
  });

  it("is not the first naming of a report that said nothing", () => {
    expect(
      found([act("report", 0, { itemCode: null }), act("file", 90, { itemCode: "010101", ...due(100) })]),
    ).toEqual([]);
  });
});

describe("a return to gain time", () => {
  it("is seen just before the limit of acceptance 压线退单", () => {
    expect(found([act("return", 90, due(100))])).toEqual(["returnedLate"]);
    expect(found([act("return", 50, due(100))])).toEqual([]);
  });

  it("is seen when the case goes to the same unit again 退了又派回", () => {
    expect(found([act("return", 10), act("dispatch", 20, { unit: "LD" })])).toEqual(["returnedBack"]);
    expect(found([act("return", 10), act("dispatch", 20, { unit: "SW" })])).toEqual([]);
    expect(found([act("dispute", 10), act("uphold", 20)])).toEqual(["returnedBack"]);
    expect(found([act("dispute", 10), act("rule", 20, { unit: "SW" })])).toEqual([]);
  });
});
