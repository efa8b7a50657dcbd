/**
 * How far a new kind of matter is recognised: every sixth label is left out of training, and its rows must then look
 * less like anything than rows of the labels that were taught. `npx tsx tests/bench/unknown.ts <labelled file> [rows]`.
 */
import { createClassifier, type Judgement } from "../../server/domain/learning/classifier.ts";
import { train } from "../../server/domain/learning/train.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { readMessages } from "../../server/learning/examples.ts";

const [file = "", most = "4000"] = process.argv.slice(2);
const found = await readMessages(file, { id: "id", text: "text", label: "label" });
if (found.kind === "fault") throw new Error(found.message);
const rows = found.messages.slice(0, Number(most));
const labels = [...new Set(rows.map(({ label }) => label))].sort();

for (const turn of [0, 1, 2]) {
  const isNew = new Set(labels.filter((_, at) => at % 6 === turn));
  const known = rows.filter(({ label }) => !isNew.has(label));
  const asked = known.filter((_, at) => at % 4 === 0);
  const { model } = train(
    known.filter((_, at) => at % 4 !== 0),
    { lexicon: loadLexicon(), bytes: 6_000_000, seed: 1 },
  );
  const classifier = createClassifier(model);
  const judge = (text: string) => classifier.classify(text);
  const old = asked.map(({ text }) => judge(text));
  const fresh = rows.filter(({ label }) => isNew.has(label)).map(({ text }) => judge(text));
  const auroc = areaUnder(fresh.map(likeness), old.map(likeness));
  process.stdout.write(
    `${isNew.size} of ${labels.length} labels new: AUROC ${auroc.toFixed(3)}; ` +
      `answered above the first line ${share(fresh)} of new matters, ${share(old)} of known ones\n`,
  );
}

function likeness({ likeness }: Judgement): number {
  return likeness;
}

function share(judgements: readonly Judgement[]): string {
  const sure = judgements.filter(({ abstain }) => abstain === null).length;
  return `${((100 * sure) / judgements.length).toFixed(1)} %`;
}

/** Chance that a new matter has less of it than a known one. */
function areaUnder(fresh: readonly number[], old: readonly number[]): number {
  const sorted = [
    ...fresh.map((value) => ({ value, isNew: true })),
    ...old.map((value) => ({ value, isNew: false })),
  ].sort((a, b) => b.value - a.value);
  const ranks = sorted.reduce((sum, { isNew }, at) => sum + (isNew ? at + 1 : 0), 0);
  return (ranks - (fresh.length * (fresh.length + 1)) / 2) / (fresh.length * old.length);
}
