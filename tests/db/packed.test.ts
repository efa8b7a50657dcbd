import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../db/canonical.ts";
import { type Packing, policyPacking, rulesPacking } from "../../db/packed.ts";
import { type CaseRules, wholeRules } from "../../server/domain/caseRules.ts";
import type { Policy } from "../../server/domain/policy.ts";

/** As it comes out of a database that keeps JSON. */
function stored<T>({ pack }: Packing<T>, value: T): unknown {
  return JSON.parse(JSON.stringify(pack(value)));
}

function expectKept<T>(packing: Packing<T>, value: T): void {
  expect(canonical(packing.unpack(stored(packing, value)))).toBe(canonical(value));
}

const policies: fc.Arbitrary<Policy> = fc.record(
  {
    code: fc.string(),
    version: fc.string(),
    budget: fc.record({
      value: fc.integer({ min: 1 }),
      unit: fc.constantFrom("workHour", "calendarDay", "calendarMinute"),
    }),
    warn: fc.record(
      { share: fc.double({ noNaN: true }), workHours: fc.integer() },
      { requiredKeys: ["share"] },
    ),
    severeFactor: fc.integer(),
    calendar: fc.string(),
  },
  { requiredKeys: ["code", "version", "budget", "warn", "severeFactor"] },
);

/** What may be said of a case, among it what is usual. */
const changes: fc.Arbitrary<Partial<CaseRules>> = fc.record(
  {
    firstUnit: fc.constantFrom(null, "SL"),
    returnUntil: fc.constantFrom(null, 0, 1),
    ruled: fc.boolean(),
    extensions: fc.nat({ max: 2 }),
    transfers: fc.constantFrom([], ["110"]),
    parties: fc.constantFrom([], ["SL", "ZJ"]),
    review: fc.constantFrom(null, { kind: "overdue", by: "SL", asker: "a", at: 0, first: null } as const),
    handlers: fc.constantFrom([]),
    succeeded: fc.constantFrom(null),
  },
  { requiredKeys: [] },
);

describe("a packed policy", () => {
  it("comes out as it went in, whatever is left out of it", () => {
    fc.assert(fc.property(policies, (policy) => expectKept(policyPacking, policy)));
  });

  it("names none of its members", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(Array.isArray(stored(policyPacking, policy))).toBe(true);
      }),
    );
  });

  it("with members that packing does not know stays what it is", () => {
    fc.assert(
      fc.property(policies, fc.constantFrom("budget", "warn", "more"), (policy, where) => {
        const inner: unknown = where === "more" ? 1 : { ...policy[where], more: 1 };
        expectKept(policyPacking, { ...policy, [where]: inner });
      }),
    );
  });

  it("is read as an older program stored it", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(policyPacking.unpack(policy)).toEqual(policy);
      }),
    );
  });
});

describe("packed rules", () => {
  it("come out as they went in", () => {
    fc.assert(fc.property(changes, (change) => expectKept(rulesPacking, wholeRules(change))));
  });

  it("say nothing of a case to which nothing happened", () => {
    expect(stored(rulesPacking, wholeRules({}))).toEqual([{}]);
  });

  it("that lack a member stay what they are: they were sealed without it", () => {
    fc.assert(
      fc.property(changes, fc.constantFrom("bonds", "recheck", "waits"), (change, left) => {
        const { [left]: _, ...rest } = wholeRules(change);
        expectKept(rulesPacking, rest as CaseRules);
      }),
    );
  });
});
