import { describe, expect, it } from "vitest";
import { rising } from "../../../server/domain/cockpit/rising.ts";

const counts = (now: Record<string, number>, before: Record<string, number>) => ({
  now: new Map(Object.entries(now)),
  before: new Map(Object.entries(before)),
});

describe("what rises", () => {
  it("is that of which more is reported than before, the largest growth first", () => {
    const grown = rising(
      counts({ lamp: 9, drain: 14, noise: 8, rubbish: 5 }, { lamp: 2, drain: 10, noise: 8 }),
      {
        least: 3,
        most: 5,
      },
    );
    expect(grown).toEqual([
      { code: "lamp", reported: 9, before: 2 },
      { code: "rubbish", reported: 5, before: 0 },
      { code: "drain", reported: 14, before: 10 },
    ]);
  });

  it("is not two reports where there were none", () => {
    expect(rising(counts({ lamp: 2 }, {}), { least: 3, most: 5 })).toEqual([]);
    expect(rising(counts({ lamp: 3 }, {}), { least: 3, most: 5 })).toHaveLength(1);
  });

  it("is shown to a few rows, and what shrinks never", () => {
    expect(rising(counts({ a: 5, b: 4, c: 3 }, { a: 6 }), { least: 3, most: 1 })).toEqual([
      { code: "b", reported: 4, before: 0 },
    ]);
  });
});
