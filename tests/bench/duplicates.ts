/**
 * How well proposals of duplicates are: precision and recall on labelled pairs made from the fixtures, on items whose
 * pairs did not set the weights, and by kind of pair. Run `npx tsx tests/bench/duplicates.ts`; it takes a few seconds.
 */
import { loadReference } from "../../fixtures/load.ts";
import type { LinkingRules } from "../../server/domain/linking/linkingRules.ts";
import { prepare, suspect } from "../../server/domain/linking/suspect.ts";
import { metresOf, type Pair, pairsOf } from "../support/pairs.ts";

const PAIRS = 4000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const reference = loadReference();
const { linking } = reference;
for (const half of ["setting", "measuring"] as const) {
  const scored = pairsOf(reference, half, PAIRS).map((pair) => ({ pair, score: scoreOf(pair, linking) }));
  const { precision, recall } = measure(scored, linking.proposeAbove);
  say(
    `${half}: precision ${percent(precision)}, recall ${percent(recall)} at ${linking.proposeAbove}, ${PAIRS} pairs`,
  );
  if (half === "setting") continue;
  for (const line of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const at = measure(scored, line);
    say(`  above ${line}: precision ${percent(at.precision)}, recall ${percent(at.recall)}`);
  }
  for (const kind of new Set(scored.map(({ pair }) => pair.kind))) {
    const rows = scored.filter(({ pair }) => pair.kind === kind);
    const proposed = rows.filter(({ score }) => score >= linking.proposeAbove).length;
    say(`  ${kind}: proposed ${percent(proposed / rows.length)} of ${rows.length}`);
  }
}

const [pair] = pairsOf(reference, "measuring", 1);
if (pair) say(`${Math.round(rate(pair)).toLocaleString("en")} pairs/s, words prepared once`);

function scoreOf({ a, b }: Pair, rules: LinkingRules): number {
  return suspect(prepare(a), prepare(b), rules, metresOf)?.score ?? 0;
}

function measure(rows: readonly { readonly pair: Pair; readonly score: number }[], line: number) {
  const proposed = rows.filter(({ score }) => score >= line);
  const right = proposed.filter(({ pair }) => pair.kind === "same").length;
  const same = rows.filter(({ pair }) => pair.kind === "same").length;
  return { precision: right / proposed.length, recall: right / same };
}

function rate({ a, b }: Pair): number {
  const [left, right] = [prepare(a), prepare({ ...b, at: a.at, spot: a.spot })];
  const started = performance.now();
  const runs = 200_000;
  for (let run = 0; run < runs; run++) suspect(left, right, linking, metresOf);
  return (runs / (performance.now() - started)) * 1000;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
