/** The judge of batches and their undo: a point kept as it was stated, a unit that gets back what it had. */
import { describe, expect, it } from "vitest";
import { aCase } from "../../fixtures/build.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import type { Case, CaseEvent, Decision } from "../../server/domain/case.ts";
import { withRules } from "../../server/domain/caseRules.ts";
import { createFindings } from "../../server/simulate/findings.ts";
import { createBackJudge } from "../../server/simulate/judge/back.ts";
import { createSeen, tooSeldom } from "../../server/simulate/seen.ts";

const truth = { lng: 118.84, lat: 35.58 };
const stated = { ...fromWgs84(truth, "gcj02"), accuracy: 8 };
const inside = { kind: "inside", cell: "east", gridVersion: "1" } as const;

const known = (found: Case) => ({ case: found, clocks: new Map() });

function act(after: Case, action: string, facts: CaseEvent["facts"]): Decision {
  const event = { action, facts } as unknown as CaseEvent;
  return { case: after, events: [event], clocks: [], notices: [], expects: 1 } as unknown as Decision;
}

/** Each state follows the one before by the act that is named. */
function judged(...acts: readonly (readonly [Case, Case, string, CaseEvent["facts"]])[]) {
  const findings = createFindings();
  const judge = createBackJudge(findings, new Map([["r1", truth]]));
  for (const [before, after, action, facts] of acts)
    judge.judge(known(before), known(after), act(after, action, facts));
  return findings.first();
}

describe("a point that a batch corrects", () => {
  const before = { ...aCase({ point: stated, cellCode: "east" }), reportId: "r1" };
  const place = { point: stated, spot: null, cell: "east", until: 1, batch: "b" };
  const after: Case = {
    ...before,
    ...withRules(before, { places: [place] }),
    point: { ...stated, datum: "gcj02" },
    placement: { ...inside, point: truth } as unknown as Case["placement"],
    cellCode: "west",
  };
  const shift = (to: Case) => [before, to, "shift", { batch: "b" }] as const;
  const unshift = (to: Case) => [after, to, "unshift", { batch: "b" }] as const;

  it("is kept as it was stated, lies where the thing stands, and is given back", () => {
    expect(judged(shift(after), unshift(before))).toBeNull();
  });

  it.each([
    [
      "is kept otherwise",
      shift({ ...after, ...withRules(before, { places: [{ ...place, point: truth }] }) }),
    ],
    [
      "is kept under another batch",
      shift({ ...after, ...withRules(before, { places: [{ ...place, batch: "c" }] }) }),
    ],
    ["is not kept", shift({ ...after, ...withRules(before, { places: [] }) })],
    [
      "lies where nothing stands",
      shift({ ...after, placement: { ...inside, point: stated } as unknown as Case["placement"] }),
    ],
  ] as const)("is found when it %s", (_how, first) => {
    expect(judged(first)).toMatchObject({ invariant: "givenBack" });
  });

  it.each([
    ["to another point", { ...before, point: { ...stated, accuracy: 9 } }],
    ["to another cell", { ...before, cellCode: "north" }],
    ["with a trace left", { ...before, ...withRules(before, { places: [place] }) }],
  ] as const)("is found when it is given back %s", (_how, last) => {
    expect(judged(shift(after), unshift(last))).toMatchObject({ invariant: "givenBack" });
  });
});

describe("a case that an heir takes over", () => {
  const before = aCase({ leadUnit: "LD", holder: "LD" });
  const after: Case = { ...before, leadUnit: "BB", holder: "BB" };
  const over = { fromUnit: "LD", toUnit: "BB" };
  const back = { fromUnit: "BB", toUnit: "LD" };

  it("comes back to the unit that had it", () => {
    expect(judged([before, after, "succeed", over], [after, before, "unsucceed", back])).toBeNull();
  });

  it("may come back from its end in the same decision, and is given back as it stood after that", () => {
    const ended: Case = { ...before, state: "closed", holder: "desk" };
    const open: Case = { ...after, state: "accepted" };
    const events = [
      { action: "rectify", from: "closed", facts: { holder: "LD" } },
      { action: "succeed", from: "accepted", facts: over },
    ] as unknown as readonly CaseEvent[];
    const given: Case = { ...before, state: "accepted" };
    const findings = createFindings();
    const judge = createBackJudge(findings, new Map());
    judge.judge(known(ended), known(open), { ...act(open, "", {}), events });
    judge.judge(known(open), known(given), act(given, "unsucceed", back));
    expect(findings.first()).toBeNull();
    judge.judge(known(ended), known({ ...open, holder: "CMD" }), { ...act(open, "", {}), events });
    expect(findings.first()).toMatchObject({ detail: 'holder CMD instead of "BB"' });
  });

  it("is found when it stays with the closed unit, or comes back to another", () => {
    expect(judged([before, before, "succeed", over])).toMatchObject({ invariant: "givenBack" });
    const elsewhere: Case = { ...before, holder: "CMD" };
    const acts = [[before, after, "succeed", over] as const, [after, elsewhere, "unsucceed", back] as const];
    expect(judged(...acts)).toMatchObject({ invariant: "givenBack", detail: "holder CMD, was LD" });
  });
});

describe("what a rehearsal must have seen", () => {
  const lacking = (days: number, shifts: number) => {
    const seen = createSeen();
    for (let nth = 0; nth < shifts; nth++) seen.note("shift");
    return tooSeldom(seen, null, days).find((line) => line.startsWith("shift"));
  };

  it("is asked in full of a year, in proportion of two months, and not of a week", () => {
    expect(lacking(365, 19)).toBe("shift 19/20");
    expect(lacking(365, 20)).toBeUndefined();
    expect(lacking(60, 1)).toBe("shift 1/2");
    expect(lacking(60, 2)).toBeUndefined();
    expect(lacking(59, 0)).toBeUndefined();
  });
});
