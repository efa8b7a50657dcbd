import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAutomaton } from "../../../geo/places/automaton.ts";

const row = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 });

describe("an automaton over words", () => {
  it("finds each word wherever it stands in the text", () => {
    const words = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: String });
    const text = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(words, text, (words, text) => {
        const found: string[] = [];
        createAutomaton(words).scan(text, (end, word) => found.push(`${end}:${word}`));
        const expected = words.flatMap((symbols, word) =>
          text.flatMap((_, start) => {
            const end = start + symbols.length;
            return String(text.slice(start, end)) === String(symbols) ? [`${end}:${word}`] : [];
          }),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});
