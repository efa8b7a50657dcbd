/**
 * How far units are read without any history: `npx tsx tests/bench/zeroShot.ts <labelled file>`. A unit of ours
 * answers for the functions of functions.json; rows of functions that no unit of ours has are left out.
 */
import { readFileSync } from "node:fs";
import { createReader } from "../../server/domain/reader.ts";
import { createUnitReader } from "../../server/domain/learning/unitReader.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { loadReference } from "../../fixtures/load.ts";
import { readMessages } from "../../server/learning/examples.ts";

const [file = ""] = process.argv.slice(2);
const { functionsOfUnit } = JSON.parse(readFileSync(new URL("functions.json", import.meta.url), "utf8")) as {
  readonly functionsOfUnit: Readonly<Record<string, readonly string[]>>;
};
const found = await readMessages(file, { id: "id", text: "text", label: "label" });
if (found.kind === "fault") throw new Error(found.message);

const { taxonomy } = loadReference();
const readUnits = createUnitReader(loadLexicon(), taxonomy, createReader(taxonomy));
const ours = new Set(Object.values(functionsOfUnit).flat());
const rows = found.messages.filter(({ label }) => ours.has(label));
const places = rows.map(({ text, label }) =>
  readUnits(text)
    .map(({ unit }) => functionsOfUnit[unit] ?? [])
    .findIndex((functions) => functions.includes(label)),
);
const share = (count: number) => `${((count / rows.length) * 100).toFixed(1)} %`;
process.stdout.write(
  `${rows.length} of ${found.messages.length} rows have a function of ours: ` +
    `top-1 ${share(places.filter((place) => place === 0).length)}, ` +
    `top-3 ${share(places.filter((place) => place >= 0).length)}\n`,
);
