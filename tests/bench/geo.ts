/** `npm run bench:geo`: points to cells and words to places, measured without a database. */
import { WAYS, type Way, find, gazetteer, scoreOf } from "../geo/places/spoken.ts";
import { benchGrid, benchReassigning } from "./grid.ts";
import { printRatio } from "./rounds.ts";

const ROUNDS = 9;
const MANY = 10_000_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => (share * 100).toFixed(1).padStart(6);

say(
  `Node ${process.version}; points: medians of ${ROUNDS} alternating rounds; raw = flatbush + point-in-polygon-hao`,
);
for (const count of ["county", 3000, 20_000, 100_000] as const) {
  const { ratios, cells, buildMs, bytesPerCell } = await benchGrid(count, ROUNDS);
  for (const ratio of ratios) say(printRatio(ratio));
  say(`${cells} cells: built in ${buildMs} ms, ${bytesPerCell} bytes a cell`);
}

for (const count of ["county", 20_000] as const) {
  const { cells, seconds } = benchReassigning(count, MANY);
  say(`${MANY} old points given the cells of a redrawn grid of ${cells}: ${seconds.toFixed(2)} s`);
}

say("\nspoken places, every village of the demo county   first %  of 3 %  settled %  wrong  µs");
for (const way of Object.keys(WAYS) as Way[]) {
  const { first, amongThree, settled, wrong } = scoreOf(way);
  const figures = `${percent(first)}  ${percent(amongThree)}     ${percent(settled)}  ${String(wrong.length).padStart(5)}`;
  say(`${way.padEnd(48)} ${figures}  ${microseconds(way)}`);
}

function microseconds(way: Way): number {
  const villages = gazetteer.places.filter((place) => place.kind === "village");
  const texts = villages.map((village) => WAYS[way](village));
  const start = performance.now();
  for (const text of texts) find(text);
  return Math.round(((performance.now() - start) / texts.length) * 1000);
}
