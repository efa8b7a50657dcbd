import { describe, expect, it } from "vitest";
import { loadReference } from "../../../fixtures/load.ts";
import { createBlendedReader, withLine } from "../../../server/domain/learning/blend.ts";
import { isNotWorse } from "../../../server/domain/learning/compareReaders.ts";
import {
  type ConfirmedText,
  LEAST_CASES,
  renew,
  type RenewOptions,
} from "../../../server/domain/learning/renew.ts";
import { createReader } from "../../../server/domain/reader.ts";

const { taxonomy } = loadReference();
const plain = createReader(taxonomy);
const options: RenewOptions = { taxonomy, lexicon: [], corrections: [], bytes: 1_000_000, seed: 1 };

const places = ["振兴路", "城北小区", "张庄村口", "文化广场旁", "二中门口", "沭河边", "东关", "汽车站"];
const manners = ["", "，请尽快处理", "，多次反映没人管", "，怎么办", "，已经三天了"];

/** Local words that no list of matters has, each for one item. */
const local = { "020101": "嘎嘎灯又瞎了", "030201": "老井冒黑汤子", "010101": "秽土堆成山了" };

const history: readonly ConfirmedText[] = places.flatMap((place, at) =>
  manners.flatMap((manner, turn) =>
    Object.entries(local).map(([code, said]) => {
      const text = `${place}${said}${manner}`;
      const caseId = `${code}-${at}-${turn}`;
      return { caseId, number: caseId, text, code, reading: plain.classify(text) };
    }),
  ),
);

describe("training again", () => {
  it("learns the words of the county and is told to be better than what was in use", () => {
    const shown: number[] = [];
    const renewal = renew(history, {
      ...options,
      onProgress: (done, total) => void shown.push(done / total),
    });
    if (renewal.kind === "refusal") throw new Error(renewal.code);
    const { report, blend } = renewal;
    expect(report).toMatchObject({ rows: 120, heldBack: 24, labels: 3, replaced: true });
    expect(report.fresh.accuracy).toBeGreaterThan(report.inUse.accuracy);
    expect(blend.weight).toBeGreaterThan(0);
    const reader = createBlendedReader(plain, blend, 0.7);
    expect(reader.classify("汽车站嘎嘎灯又瞎了").candidates[0]?.code).toBe("020101");
    expect(shown.at(-1)).toBe(1);
    expect([...shown].sort((a, b) => a - b)).toEqual(shown);
  });

  it("does not replace a reader that was right already by one that is not", () => {
    const perfect = history.map((row, at) => {
      const code = at % 2 === 0 ? row.code : "020101";
      const candidates = [{ code, probability: 0.99, words: [] }];
      return { ...row, text: `${at}号`, code, reading: { ...row.reading, candidates } };
    });
    const renewal = renew(perfect, options);
    expect(renewal.kind === "renewed" && renewal.report.replaced).toBe(false);
  });

  it("refuses too few cases, and says how many it needs", () => {
    expect(renew(history.slice(0, 50), options)).toEqual({
      kind: "refusal",
      code: "renew.tooFew",
      rows: 50,
      needed: LEAST_CASES,
    });
    expect(
      renew(
        history.map((row) => ({ ...row, text: "" })),
        options,
      ).kind,
    ).toBe("refusal");
  });
});

describe("two readers as one", () => {
  it("leaves what the history does not know to the first", () => {
    const renewal = renew(history, options);
    if (renewal.kind === "refusal") throw new Error(renewal.code);
    const reader = createBlendedReader(plain, renewal.blend, 0.7);
    for (const text of ["", "！！", "2026"]) expect(reader.classify(text).candidates).toEqual([]);
    const told = "公交车一直不来，等了一个小时";
    expect(reader.classify(told).candidates[0]?.code).toBe(plain.classify(told).candidates[0]?.code);
  });

  it("is as sure as its line says, and never of a question", () => {
    const reading = plain.classify("路灯不亮");
    const chance = reading.candidates[0]?.probability ?? 0;
    expect(withLine(reading, chance).sure).toBe(true);
    expect(withLine(reading, chance + 0.001)).toMatchObject({ sure: false, why: "belowLine" });
    expect(withLine({ ...reading, speech: "consult" }, 0)).toMatchObject({ sure: false, why: "consult" });
  });
});

describe("not worse", () => {
  const marks = { accuracy: 0.8, topThree: 0.9, calibrationError: 0.03 };

  it.each([
    ["better", { accuracy: 0.81 }, true],
    ["the same", {}, true],
    ["worse", { accuracy: 0.79 }, false],
    ["right as often, but no longer meaning what it says", { calibrationError: 0.2 }, false],
  ])("%s", (_, change, expected) => {
    expect(isNotWorse({ ...marks, ...change }, marks)).toBe(expected);
  });
});
