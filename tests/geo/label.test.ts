import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOBODY, SEVERAL, labelOf, ownerOf } from "../../geo/label.ts";

const COUNT = 65_535;
const labels = Int32Array.from({ length: COUNT }, (_, cellIndex) => labelOf(cellIndex));
const cellIndex = fc.integer({ min: 0, max: COUNT - 1 });

describe("the label of a place", () => {
  it("names its cell when there is one", () => {
    fc.assert(fc.property(cellIndex, (index) => ownerOf(labelOf(index), labels) === index));
  });

  it("names nobody when it is zero", () => {
    expect(ownerOf(0, labels)).toBe(NOBODY);
  });

  it("never takes two cells for one or none", () => {
    const pairs = fc.uniqueArray(cellIndex, { minLength: 2, maxLength: 2 });
    fc.assert(fc.property(pairs, (pair) => ownerOf(xor(pair), labels) === SEVERAL));
  });

  it("never takes three cells for one or none", () => {
    const triples = fc.uniqueArray(cellIndex, { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(triples, (triple) => ownerOf(xor(triple), labels) === SEVERAL));
  });
});

function xor(cellIndexes: readonly number[]): number {
  return cellIndexes.reduce((sum, index) => sum ^ labelOf(index), 0);
}
