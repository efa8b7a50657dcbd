import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder, labelOf, labelsOf, NOBODY, SEVERAL } from "../../geo/label.ts";

/** A county's form of labels, and the one past 65,535 cells. */
const COUNT = 65_535;
const MANY = 100_000;
const ownerOf = createDecoder(labelsOf(COUNT));
const cellIndex = fc.integer({ min: 0, max: COUNT - 1 });

describe("the label of a place", () => {
  it("names its cell when there is one", () => {
    fc.assert(fc.property(cellIndex, (index) => ownerOf(labelOf(index, COUNT)) === index));
  });

  it("names nobody when it is zero", () => {
    expect(ownerOf(0)).toBe(NOBODY);
  });

  it("never takes two cells for one or none", () => {
    const pairs = fc.uniqueArray(cellIndex, { minLength: 2, maxLength: 2 });
    fc.assert(fc.property(pairs, (pair) => ownerOf(xor(pair)) === SEVERAL));
  });

  it("never takes three cells for one or none", () => {
    const triples = fc.uniqueArray(cellIndex, { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(triples, (triple) => ownerOf(xor(triple)) === SEVERAL));
  });

  it("names each of a hundred thousand cells", () => {
    const labels = labelsOf(MANY);
    const ownerOfMany = createDecoder(labels);
    expect(labels.every((label, index) => ownerOfMany(label) === index)).toBe(true);
    expect(new Set(labels).size).toBe(MANY);
  });
});

function xor(cellIndexes: readonly number[]): number {
  return cellIndexes.reduce((sum, index) => sum ^ labelOf(index, COUNT), 0);
}
