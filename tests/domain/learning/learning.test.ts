import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../server/domain/learning/classifier.ts";
import {
  applyCorrection,
  type Corrected,
  replay,
  uncorrected,
  undoCorrection,
} from "../../../server/domain/learning/correct.ts";
import { explain } from "../../../server/domain/learning/explain.ts";
import { packModel, unpackModel } from "../../../server/domain/learning/pack.ts";
import { train } from "../../../server/domain/learning/train.ts";
import { lessons, smallLexicon } from "../../support/lessons.ts";

const options = { lexicon: smallLexicon, bytes: 1_000_000, seed: 1 };
const { model, marks } = train(lessons, options);
const classifier = createClassifier(model);

describe("a model trained on four matters", () => {
  it.each([
    ["城南路的路灯又灭了", "路灯"],
    ["水厂送来的自来水很浑", "供水"],
    ["隔壁装修太吵", "噪音"],
    ["工钱要不回来", "工资"],
  ])("reads “%s” as %s", (text, label) => {
    expect(classifier.classify(text).top[0]?.label).toBe(label);
  });

  it("marks itself on rows held back", () => {
    expect(marks?.rows).toBe(lessons.length);
    expect(marks?.accuracy).toBeGreaterThan(0.9);
  });

  it("knows a word it never saw by the topic of that word", () => {
    expect(classifier.classify("讨薪").top[0]?.label).toBe("工资");
  });

  it("believes the opening of a long letter more than what follows", () => {
    const aside = "尊敬的领导您好，我是本地居民，多年来一直住在这里，";
    const letter = (first: string, later: string) => `${first}。${aside.repeat(10)}${later}。`;
    const chanceOfLamp = (text: string) => classifier.chances(text)[model.labels.indexOf("路灯")] ?? 0;
    const opened = chanceOfLamp(letter("路灯不亮三天了", "楼下唱歌到凌晨"));
    const closed = chanceOfLamp(letter("楼下唱歌到凌晨", "路灯不亮三天了"));
    expect(opened).toBeGreaterThan(10 * closed);
  });

  it("gives the words that spoke for the answer", () => {
    const reasons = explain(model, classifier, { text: "振兴路路灯不亮", label: "路灯" });
    expect(reasons.for.map(({ word }) => word).join()).toContain("灯");
  });

  it("keeps the pack within the bytes allowed", () => {
    expect(packModel(model).length).toBeLessThanOrEqual(options.bytes);
  });
});

describe("bad input", () => {
  it.each([
    ["nothing", "", "noWords"],
    ["blanks", "  \n\t ", "noWords"],
    ["emoji", "😡😡👍🏽", "noWords"],
    ["digits and signs", "12345 ！！？", "noWords"],
    ["another language", "Où est la bibliothèque", "unfamiliar"],
    ["another matter", "猪崽腹泻兽医疫苗怎样购买", "unfamiliar"],
    ["an insult", "你们这帮混蛋王八蛋", "unfamiliar"],
  ])("abstains on %s", (_, text, why) => {
    expect(classifier.classify(text).abstain).toBe(why);
  });

  it("reads pasted HTML by its words", () => {
    expect(classifier.classify('<p class="x">路灯<br>不亮</p>').top[0]?.label).toBe("路灯");
  });

  it("reads a letter of ten thousand characters", () => {
    expect(classifier.classify("老板拖欠工资不发。".repeat(1200)).top[0]?.label).toBe("工资");
  });

  it("never throws, and its probabilities always sum to 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const sum = classifier.chances(text).reduce((all, chance) => all + chance, 0);
        expect(sum).toBeCloseTo(1, 4);
        for (const { probability } of classifier.classify(text).top)
          expect(probability).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("training", () => {
  it("gives the same bytes for the same seed", () => {
    expect(packModel(train(lessons.slice(0, 200), options).model)).toEqual(
      packModel(train(lessons.slice(0, 200), options).model),
    );
  }, 60_000);

  it("says what it expected when there is nothing to tell apart", () => {
    expect(() => train([{ text: "路灯不亮", label: "路灯" }], options)).toThrow("at least 2");
  });

  it("notices rows whose label is wrong", () => {
    const wrong = lessons.map((row, at) => (at === 7 ? { ...row, label: "工资" } : row));
    expect(train(wrong, options).doubtful.map(({ row }) => row)).toContain(7);
  }, 60_000);

  it("tells how far it is", () => {
    const told: string[] = [];
    train(lessons, { ...options, onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(["0/5", "1/5", "2/5", "3/5", "4/5", "5/5"]);
  });
});

describe("a packed model", () => {
  const unpacked = unpackModel(packModel(model));

  it("is the same model when unpacked", () => {
    const again = unpacked.kind === "model" ? unpacked.model : null;
    expect(again?.space.rowOf.every((row, id) => row === model.space.rowOf[id])).toBe(true);
    // A model is half a million numbers: as bytes they are compared at once.
    expect(again && Buffer.compare(packModel(again), packModel(model))).toBe(0);
    expect(again?.calibration).toEqual(model.calibration);
    expect(again?.summary).toEqual(model.summary);
  });

  it.each([
    ["an empty file", new Uint8Array()],
    ["another file", new TextEncoder().encode("id,text\n1,路灯不亮\n")],
    ["half a model", packModel(model).subarray(0, 5000)],
  ])("is refused when it is %s", (_, bytes) => {
    expect(unpackModel(bytes)).toMatchObject({ kind: "refusal", code: "model.unreadable" });
  });
});

describe("a correction", () => {
  const text = "文化广场旁喇叭漏水";

  it("wins at once", () => {
    expect(classifier.classify(text).top[0]?.label).toBe("供水");
    const after = corrected(uncorrected(model), text, "噪音");
    expect(createClassifier(model, after.change).classify(text).top[0]?.label).toBe("噪音");
  });

  it("leaves nothing behind when it is taken back", () => {
    const texts = fc.constantFrom(...lessons.map((row) => row.text));
    const labels = fc.constantFrom(...model.labels);
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, labels), { maxLength: 4 }), (made) => {
        const before = replay(
          model,
          made.map(([text, label]) => ({ text, label })),
        );
        const after = corrected(before, text, "路灯");
        expect(undoCorrection(after, after.corrections.length - 1)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it("is refused for a label the model does not have", () => {
    expect(applyCorrection(uncorrected(model), { text, label: "税务" })).toEqual({
      kind: "refusal",
      code: "correction.unknownLabel",
      label: "税务",
    });
  });

  it("is refused for a text without words", () => {
    expect(applyCorrection(uncorrected(model), { text: "！！", label: "路灯" })).toMatchObject({
      code: "correction.noWords",
    });
  });
});

function corrected(before: Corrected, text: string, label: string): Corrected {
  const answer = applyCorrection(before, { text, label });
  if (answer.kind === "refusal") throw new Error(answer.code);
  return answer.corrected;
}
