import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { createClassifier } from "../../server/domain/learning/classifier.ts";
import { createLearningReader } from "../../server/domain/learning/learningReader.ts";
import { train } from "../../server/domain/learning/train.ts";
import { createReader } from "../../server/domain/reader.ts";
import { bare } from "../../server/domain/reading/markup.ts";
import { proposeSplit } from "../../server/domain/reading/split.ts";
import { timesIn } from "../../server/domain/times/times.ts";
import { badTexts, severalMatters } from "../support/badTexts.ts";
import { reference } from "../support/county.ts";
import { lessons } from "../support/lessons.ts";

const { taxonomy } = reference;
const lexicon = loadLexicon();
const reader = createReader(taxonomy);
const taught = createLearningReader(taxonomy, lexicon, [{ id: "1", text: "老井冒黑水", code: "030201" }]);

describe("a text that is hard to read", () => {
  it.each(badTexts)("is read as what a person would read, or says why it is not: $name", ({ text, item }) => {
    for (const one of [reader, taught]) {
      const { candidates, sure, why } = one.classify(text);
      expect(sure ? candidates[0]?.code : null).toBe(item);
      expect(why === null).toBe(sure);
    }
    expect(() => [proposeSplit(text, reader), reader.explain(text), timesIn(text, 0, [])]).not.toThrow();
  });

  it("shows the words that counted as they can be seen, without the tags between them", () => {
    const [first] = reader.classify("<p>路<b>灯</b>坏了</p>").candidates;
    expect(first?.words.map(({ word }) => word)).toContain("路灯坏了");
  });

  it("is told apart into its matters", () => {
    const { text, items } = severalMatters;
    expect(proposeSplit(text, reader).map(({ code }) => code)).toEqual(items);
    const pasted = text.replaceAll("。", "。</p><p>");
    expect(proposeSplit(`<p>${pasted}</p>`, reader).map(({ code }) => code)).toEqual(items);
  });

  it("stays as it is where there is nothing to take out", () => {
    for (const text of ["路灯坏了", "高度<3米 & 宽度>2米", "1<2"]) expect(bare(text)).toBe(text);
  });

  it("is no certainty for a trained model either", { timeout: 60_000 }, () => {
    const rows = lessons.slice(0, 400);
    const classifier = createClassifier(train(rows, { lexicon, bytes: 1_000_000, seed: 1 }).model);
    for (const { text, item } of badTexts) {
      const { abstain } = classifier.classify(text);
      if (item === null && !text.includes("路灯")) expect(abstain, text.slice(0, 20)).not.toBeNull();
    }
    expect(classifier.classify("<p>路<b>灯</b>不亮</p>").top).toEqual(classifier.classify("路灯不亮").top);
  });
});
