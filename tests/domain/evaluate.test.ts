import { describe, expect, it } from "vitest";
import { addCounts, type Counts, evaluate } from "../../server/domain/evaluate.ts";

const counts = (given: Partial<Counts>): Counts => ({
  acceptMet: 0,
  acceptMissed: 0,
  handleMet: 0,
  handleMissed: 0,
  returns: 0,
  reworks: 0,
  closed: 0,
  rated: 0,
  satisfied: 0,
  ...given,
});

describe("the figures of a unit", () => {
  it("are shares of what was due", () => {
    const figures = evaluate(
      counts({
        acceptMet: 38,
        acceptMissed: 2,
        handleMet: 27,
        handleMissed: 9,
        returns: 4,
        reworks: 3,
        rated: 20,
        satisfied: 19,
      }),
    );
    expect(figures.acceptedOnTime).toMatchObject({ rate: 0.95, over: 38, of: 40 });
    expect(figures.handledOnTime.rate).toBe(0.75);
    expect(figures.returned.rate).toBe(0.1);
    expect(figures.reworked).toMatchObject({ over: 3, of: 36 });
    expect(figures.satisfied.rate).toBe(0.95);
  });

  it("say nothing when nothing was counted, and not one or zero", () => {
    expect(evaluate(counts({})).handledOnTime).toEqual({ rate: null, over: 0, of: 0, small: true });
  });

  it("mark a sample that is too small to compare by", () => {
    expect(evaluate(counts({ handleMet: 9 })).handledOnTime.small).toBe(true);
    expect(evaluate(counts({ handleMet: 10 })).handledOnTime.small).toBe(false);
  });

  it("add up over units before they are divided", () => {
    const both = addCounts([counts({ handleMet: 1, handleMissed: 1 }), counts({ handleMet: 8 })]);
    expect(evaluate(both).handledOnTime.rate).toBe(0.9);
  });
});
