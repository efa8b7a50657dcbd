import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factNames, factsIn, noFacts, profileOf } from "../../../server/domain/evaluate/facts.ts";
import { parseFormula, workOut } from "../../../server/domain/evaluate/formula.ts";

function value(text: string, facts: Partial<typeof noFacts> = {}): number {
  const formula = parseFormula(text);
  if (formula.kind === "fault") throw new Error(`${text}: ${formula.at} ${formula.expected}`);
  return workOut(formula, { ...noFacts, ...facts });
}

describe("a formula", () => {
  it.each([
    ["1", 1],
    ["handled", 1],
    ["not handled", 0],
    ["not not handled", 1],
    ["hops", 3],
    ["hops > 2 and handled", 1],
    ["hops >= 4 or closed", 0],
    ["closed or handled and not lateHandle", 1],
    ["(closed or handled) and lateHandle", 0],
    ["hops - 1 - 1", 1],
    ["1 + 2 * hops", 7],
    ["hops == 1 + 2", 1],
    ["hops != 3", 0],
    ["not (closed or unsolved)", 1],
  ])("%s is %d for a case that was handled after three hops", (text, wanted) => {
    expect(value(text, { handled: 1, hops: 3 })).toBe(wanted);
  });

  it.each([
    ["", 0],
    ["handled and", 11],
    ["handled closed", 8],
    ["(handled", 8],
    ["constructor", 0],
    ["handled / closed", 8],
    ["process.exit", 7],
    ["handled; closed", 7],
    ["fetch(1)", 0],
    [`${"(".repeat(31)}1${")".repeat(31)}`, 30],
    ["1 or ".repeat(80), 300],
  ])("%s is none, and the place is told", (text, at) => {
    expect(parseFormula(text)).toMatchObject({ kind: "fault", at });
  });

  it("never throws, whatever is written", () => {
    const words = fc.constantFrom(
      ...factNames.slice(0, 6),
      "and",
      "or",
      "not",
      "(",
      ")",
      "<",
      "==",
      "7",
      "*",
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(" ")),
        ),
        (text) => {
          const formula = parseFormula(text);
          if (formula.kind !== "fault") expect(Number.isFinite(workOut(formula, noFacts))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a profile", () => {
  it("tells every fact again, as long as nobody did anything thirty-six times", () => {
    const facts = fc.record(Object.fromEntries(factNames.map((name) => [name, fc.nat(35)])));
    fc.assert(
      fc.property(facts, (some) => {
        const known = { ...noFacts, ...some };
        expect(factsIn(profileOf(known))).toEqual(known);
      }),
    );
  });

  it("of a time when fewer facts were known says nothing of the others", () => {
    expect(factsIn("1")).toEqual({ ...noFacts, filed: 1 });
  });
});
