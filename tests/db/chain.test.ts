import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, canonicalWithout } from "../../db/canonical.ts";
import { chain, commitmentOf, hashOf } from "../../db/chain.ts";
import { aCase, anEvent } from "../../fixtures/build.ts";

/** Computed with another program in another language, from the description at the head of chain.ts alone. */
const commitment = "0f34918df9728405d2afa22da68d1f43445a9138e027d3fe672cd8e9250974c5";
const firstHash = "cae6b037e19e416544ae1b9748bbd3058421f8643feff1878d8157e69f646aa1";
const secondHash = "be1c4037660e12ce8329c15702cc178d8c2ec376bc5efdd69ebcaad7e6810080";

const event = {
  caseId: "case-1",
  seq: 1,
  action: "report",
  at: 1_795_140_000_000,
  recordedAt: 1_795_140_000_000,
  actorId: "account-1",
  actorRole: "gridWorker",
  actorUnit: null,
  from: null,
  to: "reported",
  facts: { number: "20261120-00001", desk: ["unplaced"], confidential: false, Zone: 1.5 },
  seals: { text: commitment },
  commandId: null,
} as const;

describe("the chain of events", () => {
  it("is what an outsider computes from its description", () => {
    const word = { salt: "00112233445566778899aabbccddeeff", value: "路灯不亮“晚上”" };
    expect(commitmentOf("text", word)).toBe(commitment);
    expect(hashOf({ ...event, previousHash: "" })).toBe(firstHash);
    expect(hashOf({ ...event, previousHash: firstHash })).toBe(secondHash);
  });

  it("hides the same words behind different commitments", () => {
    const found = aCase();
    const told = [
      anEvent(found, { words: { note: "同" } }),
      anEvent(found, { seq: 2, words: { note: "同" } }),
    ];
    const seals = chain(told, "").map((link) => link.event.seals["note"]);
    expect(new Set(seals).size).toBe(2);
  });

  it("changes with every part of an event", () => {
    const whole = hashOf({ ...event, previousHash: "" });
    const bent = [
      { at: 1 },
      { actorId: "x" },
      { to: "closed" },
      { facts: {} },
      { seals: {} },
      { seq: 2 },
    ] as const;
    const hashes = bent.map((part) => hashOf({ ...event, ...part, previousHash: "" }));
    expect(new Set([whole, ...hashes]).size).toBe(bent.length + 1);
  });
});

describe("canonical JSON", () => {
  it("is the same whatever the order of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
    );
  });

  it("has what a later row has beside the columns of the first one", () => {
    const textOf = canonicalWithout<Record<string, unknown>>(["left"]);
    expect([{ b: 1, left: 2 }, { b: 1, a: 3, left: 2 }, { b: 1 }].map(textOf)).toEqual([
      '{"b":1}',
      '{"a":3,"b":1}',
      '{"b":1}',
    ]);
  });

  it("is the same when some columns of a row are left out at once", () => {
    const column = fc.string({ minLength: 1 }).filter((name) => name !== "left" && name !== "__proto__");
    fc.assert(
      fc.property(
        fc.uniqueArray(column, { minLength: 1 }),
        fc.infiniteStream(fc.jsonValue()),
        (columns, values) => {
          const textOf = canonicalWithout<Record<string, unknown>>(["left"]);
          for (let row = 0; row < 3; row += 1) {
            const told = columns.map((name) => [name, values.next().value] as const);
            const whole = Object.fromEntries([...told, ["left", row]]);
            expect(textOf(whole)).toBe(canonical(Object.fromEntries(told)));
          }
        },
      ),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
