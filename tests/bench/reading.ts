/**
 * How well the reader reads phrases it was not shown: each phrase of the taxonomy is left out once, plain and inside a
 * longer complaint. Run `npx tsx tests/bench/reading.ts`; it takes a quarter of a minute.
 */
import { loadReference } from "../../fixtures/load.ts";
import { createReader, type Reading } from "../../server/domain/reader.ts";
import { createTaxonomy, type Taxonomy } from "../../server/domain/taxonomy.ts";

interface Read {
  readonly code: string;
  readonly reading: Reading;
}

const manners: readonly { readonly name: string; readonly say: (phrase: string) => string }[] = [
  { name: "plain", say: (phrase) => phrase },
  {
    name: "in a complaint",
    say: (phrase) => `其反映在振兴东路与文化街交叉口往南二百米处，${phrase}，希望有关部门尽快核实处理`,
  },
];

const { taxonomy } = loadReference();
for (const { name, say } of manners) process.stdout.write(`${name}: ${summary(readAll(taxonomy, say))}\n`);

function readAll(whole: Taxonomy, say: (phrase: string) => string): readonly Read[] {
  return whole.items.flatMap((item) =>
    item.phrases.map((phrase) => {
      const reader = createReader(without(whole, phrase));
      return { code: item.code, reading: reader.classify(say(phrase)) };
    }),
  );
}

function without(whole: Taxonomy, phrase: string): Taxonomy {
  const majors = whole.majors.map((major) => {
    const minors = major.minors.map((minor) => {
      const items = minor.items.map((item) => {
        return { ...item, phrases: item.phrases.filter((other) => other !== phrase) };
      });
      return { ...minor, items };
    });
    return { ...major, minors };
  });
  return createTaxonomy(whole.version, majors, []);
}

function summary(reads: readonly Read[]): string {
  const sure = reads.filter((read) => read.reading.sure);
  return [
    `first right ${percent(reads.filter(isRight).length, reads.length)}`,
    `among three ${percent(reads.filter(isAmongThree).length, reads.length)}`,
    `sure ${percent(sure.length, reads.length)}`,
    `right when sure ${percent(sure.filter(isRight).length, sure.length)}`,
  ].join(", ");
}

function isRight({ code, reading }: Read): boolean {
  return reading.candidates[0]?.code === code;
}

function isAmongThree({ code, reading }: Read): boolean {
  return reading.candidates.some((candidate) => candidate.code === code);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
