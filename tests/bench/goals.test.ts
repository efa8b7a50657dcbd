/** What the table of goals says of a figure. */
import { describe, expect, it } from "vitest";
import { goals, judge, printVerdicts } from "./goals.ts";

const verdictOf = (goal: "intake" | "beside", value: number) =>
  judge([{ goal, value }]).find(({ id }) => id === goal)?.isReached;

describe("a goal", () => {
  it("is reached at its limit, from the side that it names", () => {
    expect([0.59, 0.6, 0.61].map((value) => verdictOf("intake", value))).toEqual([false, true, true]);
    expect([0.24, 0.25, 0.26].map((value) => verdictOf("beside", value))).toEqual([true, true, false]);
  });

  it("that was not measured is neither reached nor missed", () => {
    expect(judge([]).map(({ isReached }) => isReached)).toEqual(goals.map(() => null));
    expect(printVerdicts(judge([]))[2]).toMatch(/\| not measured \| – \|$/u);
  });

  it("tells by how many times it was missed", () => {
    const [, , intake] = printVerdicts(judge([{ goal: "intake", value: 0.3, told: "3/s to 10/s" }]));
    expect(intake).toMatch(/\| 0\.30 \(3\/s to 10\/s\) \| missed by 2\.00 times \|$/u);
    const beside = printVerdicts(judge([{ goal: "beside", value: 0.5 }])).find((row) => row.includes("0.50"));
    expect(beside).toContain("missed by 2.00 times");
  });
});
