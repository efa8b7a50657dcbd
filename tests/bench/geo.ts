/** `npm run bench:geo`: points to cells, measured without a database. */
import { benchGrid, benchReassigning } from "./grid.ts";
import { printRatio } from "./rounds.ts";

const ROUNDS = 9;
const MANY = 10_000_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

say(
  `Node ${process.version}; points: medians of ${ROUNDS} alternating rounds; raw = flatbush + point-in-polygon-hao`,
);
for (const count of ["county", 3000, 20_000, 100_000] as const) {
  const { ratios, cells, build, bytesPerCell } = await benchGrid(count, ROUNDS);
  for (const ratio of ratios) say(printRatio(ratio));
  const { clock, worked } = build;
  say(
    `${cells} cells: built in ${clock.toFixed(0)} ms, ${worked.toFixed(0)} ms of processor time; ${bytesPerCell} bytes a cell`,
  );
}

for (const count of ["county", 20_000] as const) {
  const { cells, seconds } = benchReassigning(count, MANY);
  say(`${MANY} old points given the cells of a redrawn grid of ${cells}: ${seconds.toFixed(2)} s`);
}
