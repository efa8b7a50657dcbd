import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadReference } from "../../../fixtures/load.ts";
import { type OpenCase, proposeGroups, suspectsOf } from "../../../server/domain/linking/propose.ts";
import { prepare, suspect, type Told } from "../../../server/domain/linking/suspect.ts";
import { HOUR } from "../../../server/domain/time.ts";
import { metresOf, pairsOf } from "../../support/pairs.ts";
import { smallReference } from "../../support/reference.ts";

const rules = smallReference.linking;
const start = 1_795_140_000_000;
const METRE = 1 / 110_950;

const told = (id: string, parts: Partial<OpenCase> = {}): OpenCase => ({
  id,
  text: "振兴路路灯不亮",
  itemCode: "020101",
  reading: { candidates: [] },
  spot: { lng: 118.83, lat: 35.58 },
  cellCode: "371122001001001",
  at: start,
  state: "reported",
  leads: false,
  apart: [],
  sameAs: null,
  ...parts,
});

const north = (metres: number) => ({ lng: 118.83, lat: 35.58 + metres * METRE });
const weigh = (a: Told, b: Told) => suspect(prepare(a), prepare(b), rules, metresOf);

describe("two reports", () => {
  it("may be one matter within the radius and the span of their item, and never beyond", () => {
    expect(weigh(told("a"), told("b", { spot: north(49) }))?.score).toBeGreaterThan(0.5);
    expect(weigh(told("a"), told("b", { spot: north(51) }))).toBeNull();
    expect(weigh(told("a"), told("b", { at: start + 23 * HOUR }))?.score).toBeGreaterThan(0.5);
    expect(weigh(told("a"), told("b", { at: start - 25 * HOUR }))).toBeNull();
    // 垃圾 by its own row: 100 m, 12 h
    const rubbish = { itemCode: "010101", text: "垃圾没人收" };
    expect(weigh(told("a", rubbish), told("b", { ...rubbish, spot: north(90) }))).not.toBeNull();
    expect(weigh(told("a", rubbish), told("b", { ...rubbish, at: start + 13 * HOUR }))).toBeNull();
  });

  it("are two matters when their words name different buildings, or items and words differ", () => {
    expect(weigh(told("a", { text: "3号楼路灯不亮" }), told("b", { text: "5号楼路灯不亮" }))).toBeNull();
    const other = told("b", { itemCode: "010101", text: "垃圾桶满了没人倒" });
    expect(weigh(told("a"), other)?.score ?? 0).toBeLessThan(rules.proposeAbove);
  });

  it("are apart by the times that both name, not by when they came in", () => {
    const rubbish = { itemCode: "010101" };
    const last = told("a", { ...rubbish, text: "昨晚八点垃圾没人收" });
    const later = told("b", { ...rubbish, text: "昨晚垃圾没人收", at: start + 13 * HOUR });
    expect(weigh(last, later)?.hours).toBe(0);
    expect(weigh(last, { ...later, text: "垃圾没人收" })).toBeNull();
    const before = told("b", { ...rubbish, text: "大前天晚上八点垃圾没人收" });
    expect(weigh(last, before)).toBeNull();
    // Whoever names two times tells a story.
    expect(weigh(last, { ...before, text: "大前天晚上八点和前天晚上八点垃圾没人收" })?.hours).toBe(0);
  });

  it("are weighed the same whichever is named first", () => {
    const some = fc.record({
      metres: fc.nat(60),
      hours: fc.nat(26),
      text: fc.constantFrom("路灯不亮", "灯杆歪了", ""),
    });
    fc.assert(
      fc.property(some, some, (left, right) => {
        const a = told("a", { spot: north(left.metres), at: start + left.hours * HOUR, text: left.text });
        const b = told("b", { spot: north(right.metres), at: start + right.hours * HOUR, text: right.text });
        expect(weigh(a, b)).toEqual(weigh(b, a));
      }),
    );
  });
});

describe("what a desk is shown", () => {
  it("puts everything around the case that is furthest on, each case in one group", () => {
    const rows = [
      told("new", { at: start + 2 * HOUR }),
      told("sent", { at: start + HOUR, state: "dispatched" }),
      told("old"),
      told("far", { spot: north(400) }),
    ];
    const groups = proposeGroups(rows, rules, metresOf);
    expect(groups.map(({ lead, others }) => [lead.id, others.map(({ row }) => row.id).sort()])).toEqual([
      ["sent", ["new", "old"]],
    ]);
  });

  it("does not chain a row of lamps into one matter", () => {
    const rows = [0, 40, 80, 120].map((metres) => told(`lamp${metres}`, { spot: north(metres) }));
    for (const { lead, others } of proposeGroups(rows, rules, metresOf))
      for (const { metres } of others) expect(metres ?? 0, lead.id).toBeLessThanOrEqual(50);
  });

  it("never proposes a pair that a person kept apart, and puts first what the reporter said", () => {
    const rows = [told("a", { apart: ["b"] }), told("b")];
    expect(proposeGroups(rows, rules, metresOf)).toEqual([]);
    const one = told("one", { sameAs: "far" });
    const found = suspectsOf(one, [told("near"), told("far", { spot: north(900) })], rules, metresOf);
    expect(found.map(({ row, said }) => [row.id, said])).toEqual([
      ["far", true],
      ["near", false],
    ]);
  });

  it("finds in a crowd exactly what looking at every pair finds", () => {
    const spot = fc.record({ east: fc.nat(900), north: fc.nat(900) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
        const rows = spots.map(({ east, north: up }, at) =>
          told(`c${String(at).padStart(2, "0")}`, {
            spot: { lng: 118.83 + east / 90_400, lat: 35.58 + up * METRE },
            at: start + at,
          }),
        );
        const taken = new Set<string>();
        const plain = rows.flatMap((lead) => {
          if (taken.has(lead.id)) return [];
          const others = suspectsOf(
            lead,
            rows.filter((row) => !taken.has(row.id)),
            rules,
            metresOf,
          );
          if (others.length === 0) return [];
          for (const { row } of others) taken.add(row.id);
          taken.add(lead.id);
          return [[lead.id, ...others.map(({ row }) => row.id).sort()]];
        });
        const found = proposeGroups(rows, rules, metresOf).map(({ lead, others }) => [
          lead.id,
          ...others.map(({ row }) => row.id).sort(),
        ]);
        expect(found).toEqual(plain);
      }),
    );
  });
});

describe("proposals on labelled pairs that did not set the weights", () => {
  it("are right nine times in ten and find more than half (npx tsx tests/bench/duplicates.ts)", () => {
    const reference = loadReference();
    const line = reference.linking.proposeAbove;
    const pairs = pairsOf(reference, "measuring", 1500);
    const proposed = pairs.filter(
      ({ a, b }) => (suspect(prepare(a), prepare(b), reference.linking, metresOf)?.score ?? 0) >= line,
    );
    const right = proposed.filter(({ kind }) => kind === "same").length;
    expect(right / proposed.length).toBeGreaterThan(0.88);
    expect(right / pairs.filter(({ kind }) => kind === "same").length).toBeGreaterThan(0.55);
  });
});
