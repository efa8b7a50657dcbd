import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../../fixtures/lexicon.ts";
import { loadReference } from "../../../fixtures/load.ts";
import { createLearningReader, type ItemCorrection } from "../../../server/domain/learning/learningReader.ts";
import { createReader } from "../../../server/domain/reader.ts";

const { taxonomy } = loadReference();
const lexicon = loadLexicon();
const plain = createReader(taxonomy);
const open = (made: readonly ItemCorrection[] = []) => createLearningReader(taxonomy, lexicon, made);
const phrases = taxonomy.items.flatMap((item) => item.phrases);

describe("a reader that was corrected", () => {
  it.each([
    ["a matter it took for another", "桥头那家店门口的水总是臭的", "080101"],
    ["words it had never seen", "嘎嘎鸟把俺的苗啄光咧", "090101"],
    ["a text it was sure of", "老街口路灯三天没亮了", "020303"],
  ])("reads the same text rightly at once: %s", (_, text, code) => {
    const reader = open();
    expect(plain.classify(text).candidates[0]?.code).not.toBe(code);
    expect(reader.learn({ id: "1", text, code })).toEqual({ kind: "learned" });
    expect(reader.classify(text).candidates[0]?.code).toBe(code);
  });

  it("carries it to a text that says nearly the same", () => {
    const reader = open([{ id: "1", text: "城北小区嘎嘎鸟把菜苗啄光咧", code: "090101" }]);
    expect(reader.classify("张庄的苗又叫嘎嘎鸟啄光咧，咋办").candidates[0]?.code).toBe("090101");
  });

  it("leaves other texts as they were", () => {
    const reader = open([{ id: "1", text: "嘎嘎鸟把俺的苗啄光咧", code: "090101" }]);
    const changed = phrases.filter(
      (text) => reader.classify(text).candidates[0]?.code !== plain.classify(text).candidates[0]?.code,
    );
    expect(changed).toEqual([]);
  });

  it("is outvoted when others say otherwise", () => {
    const text = "嘎嘎鸟把俺的苗啄光咧";
    const slip = { id: "slip", text, code: "020101" };
    const reader = open([slip, ...["a", "b", "c"].map((id) => ({ id, text, code: "090101" }))]);
    expect(reader.classify(text).candidates[0]?.code).toBe("090101");
  });

  it("says the same of the same list, whoever reads it", () => {
    const made = corrections().slice(0, 20);
    const [here, there] = [open(made), open()];
    for (const correction of made) there.learn(correction);
    for (const text of phrases) expect(here.classify(text)).toEqual(there.classify(text));
  });
});

describe("a correction taken back", () => {
  it("leaves nothing behind", () => {
    fc.assert(
      fc.property(fc.subarray([...corrections()], { minLength: 1, maxLength: 6 }), fc.nat(), (made, pick) => {
        const gone = made[pick % made.length]?.id ?? "";
        const reader = open(made);
        expect(reader.forget(gone)).toBe(true);
        const without = open(made.filter(({ id }) => id !== gone));
        expect(reader.corrections()).toEqual(without.corrections());
        for (const { text } of corrections()) expect(reader.classify(text)).toEqual(without.classify(text));
      }),
      { numRuns: 10 },
    );
  });

  it("may be made otherwise by the same id", () => {
    const text = "嘎嘎鸟把俺的苗啄光咧";
    const reader = open([{ id: "1", text, code: "020101" }]);
    reader.learn({ id: "1", text, code: "090101" });
    expect(reader.corrections()).toEqual([{ id: "1", text, code: "090101" }]);
    expect(reader.classify(text)).toEqual(open([{ id: "1", text, code: "090101" }]).classify(text));
  });

  it("is none when there is no such id", () => {
    expect(open().forget("1")).toBe(false);
  });
});

describe("a correction that cannot count", () => {
  it("names a code that is in no list", () => {
    const answer = open().learn({ id: "1", text: "路灯不亮", code: "999999" });
    expect(answer).toEqual({ kind: "refusal", code: "correction.unknownItem", found: "999999" });
  });

  it.each([[""], ["！！😡"], ["2026"]])("has no words: %j", (text) => {
    expect(open().learn({ id: "1", text, code: "020101" })).toMatchObject({ code: "correction.noWords" });
  });
});

/** Every other phrase, said to be about the item after its own. */
function corrections(): readonly ItemCorrection[] {
  return taxonomy.items.map((item, at) => {
    const code = taxonomy.items[(at + 1) % taxonomy.items.length]?.code ?? "";
    return { id: String(at), text: item.phrases[0] ?? "", code };
  });
}
