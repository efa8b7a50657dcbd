/** Real messages, kept outside the project: these tests skip where the folder is absent. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../server/domain/learning/classifier.ts";
import { markAnswers } from "../../../server/domain/learning/marks.ts";
import { type Example, train } from "../../../server/domain/learning/train.ts";
import { loadLexicon } from "../../../fixtures/lexicon.ts";

const folder = process.env["HUYING_MESSAGES"] ?? "../shared/data/messages";
const isAbsent = !existsSync(`${folder}/haikou_dispatch/train.jsonl`);
if (isAbsent)
  process.stderr.write(
    `No messages in ${folder}: tests on real messages are skipped (set HUYING_MESSAGES).\n`,
  );

function rowsOf(part: string): readonly Example[] {
  const lines = readFileSync(`${folder}/haikou_dispatch/${part}.jsonl`, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Example);
}

describe.skipIf(isAbsent)("five hundred labelled rows of a real hotline", () => {
  it("teach enough, and probabilities mean what they say on rows never seen", () => {
    const lessons = rowsOf("train").slice(0, 500);
    const { model } = train(lessons, { lexicon: loadLexicon(), bytes: 6_000_000, seed: 1 });
    const marks = marksOf(model, rowsOf("train").slice(5000, 7000));
    expect(marks.accuracy).toBeGreaterThan(0.62);
    expect(marks.calibrationError).toBeLessThan(0.08);
  }, 120_000);
});

function marksOf(model: Parameters<typeof createClassifier>[0], rows: readonly Example[]) {
  const classifier = createClassifier(model);
  return markAnswers(rows.map(({ text, label }) => ({ label, top: classifier.classify(text).top })));
}
