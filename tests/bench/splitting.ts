/**
 * How well several matters in one text are told apart: phrases of different items joined as people join them, and
 * phrases of one item, which must stay whole. Run `npx tsx tests/bench/splitting.ts`.
 */
import { loadReference } from "../../fixtures/load.ts";
import { createReader } from "../../server/domain/reader.ts";
import { proposeSplit } from "../../server/domain/reading/split.ts";

const joints = ["，另外", "。还有", "；", "，同时", "，"];
const { taxonomy } = loadReference();
const reader = createReader(taxonomy);
const phrases = taxonomy.items.flatMap(({ code, phrases }) => phrases.map((text) => ({ code, text })));

function share(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)} % of ${of}`;
}

for (const joint of joints) {
  const pairs = phrases.map((first, at) => [first, phrases[(at * 37 + 101) % phrases.length]] as const);
  const two = pairs.filter(([first, second]) => second !== undefined && first.code !== second.code);
  const found = two.filter(([first, second]) => {
    const parts = proposeSplit(`${first.text}${joint}${second?.text}`, reader);
    return parts.length === 2 && parts[0]?.code === first.code && parts[1]?.code === second?.code;
  });
  process.stdout.write(`joined by “${joint}”: told apart rightly ${share(found.length, two.length)}\n`);
}
const whole = taxonomy.items.flatMap(({ phrases }) =>
  phrases.map((text, at) => `${text}。${phrases[(at + 1) % phrases.length]}`),
);
const torn = [...phrases.map(({ text }) => text), ...whole].filter(
  (text) => proposeSplit(text, reader).length > 0,
);
process.stdout.write(`one matter torn apart: ${share(torn.length, phrases.length + whole.length)}\n`);
