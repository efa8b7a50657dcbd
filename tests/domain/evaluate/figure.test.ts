import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadReference } from "../../../fixtures/load.ts";
import { type FactName, factNames, noFacts, profileOf } from "../../../server/domain/evaluate/facts.ts";
import {
  type CountedProfile,
  type Figure,
  figuresByGroup,
  placeOf,
  scoreOf,
} from "../../../server/domain/evaluate/figure.ts";
import { indicatorsOf } from "../../../server/domain/evaluate/rules.ts";

const rules = loadReference().evaluation;
const indicators = indicatorsOf(rules);

function named(code: string) {
  const indicator = indicators.find((row) => row.code === code);
  if (!indicator) throw new Error(code);
  return indicator;
}

const profile = (facts: Partial<Record<FactName, number>>) => profileOf({ ...noFacts, ...facts });

/** Where one row stands: its value, or the reason for which it is left out, or null when it is not in it at all. */
function place(code: string, facts: Partial<Record<FactName, number>>): number | string | null {
  const { source } = named(code);
  if (source === "call") throw new Error(code);
  const found = placeOf(named(code), { subject: source, profile: profile(facts) });
  if (found.kind === "counted") return found.value;
  return found.kind === "excluded" ? found.reason : null;
}

const sent = { dispatched: 1, first: 1 };

describe("the written rules of evaluation", () => {
  it.each<[string, Partial<Record<FactName, number>>, number | string | null]>([
    ["handled", sent, "pending"],
    ["handled", { ...sent, handled: 1 }, 1],
    ["handled", { ...sent, lateHandle: 1 }, 0],
    ["handled", { ...sent, admitted: 1 }, 0],
    ["handled", { ...sent, gone: 1, returned: 1 }, "gone"],
    ["handled", { ...sent, handled: 1, excluded: 1 }, "unreasonable"],
    ["handledOnTime", { ...sent, handled: 1, lateHandle: 1 }, 0],
    ["handledOnTime", { ...sent, handled: 1, lateHandle: 1, exemptLate: 1 }, 1],
    ["signedOnTime", sent, "unsigned"],
    ["signedOnTime", { ...sent, lateAccept: 1 }, 0],
    ["signedOnTime", { ...sent, gone: 1 }, "unsignedReturn"],
    ["returned", { ...sent, returned: 2 }, 1],
    ["firstRight", { dispatched: 1, accepted: 1 }, null],
    ["firstRight", { ...sent, gone: 1 }, 0],
    ["firstRight", { ...sent, accepted: 1 }, 1],
    ["hops", { dispatched: 1, hops: 2 }, 2],
    ["hops", {}, null],
    ["closed", { filed: 1 }, "open"],
    ["closed", { filed: 1, closed: 1 }, 1],
    ["closed", { filed: 1, unsolved: 1 }, 0],
    ["closed", { filed: 1, lateHandle: 1 }, 0],
    ["closedLessSuspended", { filed: 1, lateHandle: 1, suspensions: 1 }, "suspended"],
    ["closedOnTime", { filed: 1, closed: 1, lateCheck: 1 }, 0],
    ["satisfied", { score: 3 }, 1],
    ["satisfied", { score: 2 }, 0],
    ["satisfied", {}, null],
    ["solved", { unsolved: 1 }, null],
    ["solved", { solvedNo: 1 }, 0],
    ["validReport", {}, "unfiled"],
    ["validReport", { declined: 1 }, 0],
  ])("%s of %j is %j", (code, facts, wanted) => {
    expect(place(code, facts)).toBe(wanted);
  });

  it("count satisfied by the scale that the county has chosen", () => {
    const strict = indicatorsOf({
      ...rules,
      scale: "strict",
      scales: [
        { code: "strict", name: "", levels: [{ name: "满意", scores: [4, 5], good: true }], basis: "" },
      ],
    }).find((row) => row.code === "satisfied");
    if (!strict) throw new Error("satisfied");
    const judged = [3, 4].map((score) => placeOf(strict, { subject: "case", profile: profile({ score }) }));
    expect(judged).toEqual([
      { kind: "counted", value: 0 },
      { kind: "counted", value: 1 },
    ]);
  });
});

const someProfile = fc
  .array(fc.tuple(fc.constantFrom(...factNames), fc.nat(3)))
  .map((facts) => profile(Object.fromEntries(facts)));
const someRow: fc.Arbitrary<CountedProfile> = fc.record({
  group: fc.constantFrom("LD", "SW", ""),
  subject: fc.constantFrom("case" as const, "turn" as const),
  profile: someProfile,
  count: fc.integer({ min: 1, max: 40 }),
});

describe("the figures of any rows", () => {
  it("add up over the groups to the figures of all of them, objections included", () => {
    fc.assert(
      fc.property(fc.array(someRow), fc.array(fc.nat(99)), (rows, picks) => {
        const taken = [...new Set(picks)].flatMap((pick) => {
          const row = rows[pick];
          return row
            ? [{ ...row, count: 1, indicator: indicators[pick % indicators.length]?.code ?? "" }]
            : [];
        });
        const whole = <Row extends CountedProfile>(list: readonly Row[]) =>
          list.map((row) => ({ ...row, group: "" }));
        const groups = figuresByGroup(indicators, rows, taken, rules.minimum);
        const total = figuresByGroup(indicators, whole(rows), whole(taken), rules.minimum).get("");
        for (const { code } of indicators) {
          const parts = [...groups.values()].map((figures) => figures[code]);
          const sum = (pick: (figure: Figure) => number) =>
            parts.reduce((all, figure) => all + (figure ? pick(figure) : 0), 0);
          expect(sum((figure) => figure.over)).toBe(total?.[code]?.over ?? 0);
          expect(sum((figure) => figure.of)).toBe(total?.[code]?.of ?? 0);
          const leftOut = ({ excluded }: Figure) => Object.values(excluded).reduce((all, n) => all + n, 0);
          expect(sum(leftOut)).toBe(total?.[code] ? leftOut(total[code]) : 0);
        }
      }),
    );
  });

  it("are shares between nothing and all", () => {
    fc.assert(
      fc.property(fc.array(someRow), (rows) => {
        for (const figures of figuresByGroup(indicators, rows, [], rules.minimum).values())
          for (const { code } of indicators.filter(({ kind }) => kind === "share")) {
            const { over, of } = figures[code] ?? { over: 0, of: 0 };
            expect(over >= 0 && over <= of).toBe(true);
          }
      }),
    );
  });
});

describe("a score", () => {
  const scheme = {
    code: "s",
    name: "",
    parts: [
      { indicator: "handled", weight: 75 },
      { indicator: "returned", weight: 25 },
    ],
    basis: "",
    unconfirmed: null,
  };
  const figure = (over: number, of: number): Figure => ({
    over,
    of,
    excluded: {},
    value: of === 0 ? null : over / of,
    small: of < rules.minimum,
  });

  it("weighs what is good, and of what is bad the rest to one", () => {
    const figures = { handled: figure(8, 10), returned: figure(4, 20) };
    expect(scoreOf(figures, scheme, indicators)).toBeCloseTo(75 * 0.8 + 25 * 0.8);
  });

  it("is not given where one part rests on too few", () => {
    expect(scoreOf({ handled: figure(8, 10), returned: figure(1, 9) }, scheme, indicators)).toBeNull();
    expect(scoreOf({ handled: figure(8, 10) }, scheme, indicators)).toBeNull();
  });
});
