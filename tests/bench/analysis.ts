/** What analysis and the look around a place cost: npx tsx tests/bench/analysis.ts */
import { stdout } from "node:process";
import { clustersOf } from "../../geo/analysis/clusters.ts";
import { hotScores, smoothedRates } from "../../geo/analysis/hotCells.ts";
import { scanSpaceTime } from "../../geo/analysis/scan.ts";
import { circleShare } from "../../geo/circle.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { inventPeople } from "../../fixtures/demo/ground.ts";
import { neighboursOf } from "../../geo/analysis/neighbours.ts";
import { createChance } from "../../server/demo/chance.ts";

const { cells, places } = loadCounty();
const chance = createChance("bench analysis");
const middles = cells.map(({ rings }) => {
  const [lng = 0, lat = 0] = rings[0]?.[0]?.[0] ?? [];
  return { lng, lat };
});

for (const amount of [2000, 20_000]) {
  const events = Array.from({ length: amount }, () => ({
    subject: String(Math.floor(chance.next() * 30)),
    cell: Math.floor(chance.next() * cells.length),
    day: Math.floor(chance.next() * 180),
  }));
  const options = { metres: 3000, days: 14, fewest: 4, rounds: 99, seed: 1 };
  tell(`space-time scan, ${amount} cases, 99 shuffles`, () => {
    const steps = scanSpaceTime(events, middles, options);
    while (!steps.next().done);
  });
  const points = events.map(({ cell }) => {
    const { lng = 0, lat = 0 } = middles[cell] ?? {};
    return { lng: lng + (chance.next() - 0.5) / 100, lat: lat + (chance.next() - 0.5) / 100 };
  });
  tell(`clusters (DBSCAN 60 m), ${amount} cases`, () => clustersOf(points, { metres: 60, fewest: 4 }));
}

const people = inventPeople({ cells, places } as Parameters<typeof inventPeople>[0]);
const neighbours = neighboursOf(cells);
tell(`hot cells (empirical Bayes, Gi*), ${cells.length} cells`, () =>
  hotScores(smoothedRates(people.map((row) => ({ events: row.people % 7, base: row.people }))), neighbours),
);
tell(`residents within four circles, all ${cells.length} cells`, () => {
  for (const { rings } of cells) circleShare(rings, middles[0] ?? { lng: 0, lat: 0 }, [300, 500, 1000, 3000]);
});

/** Median of several rounds. */
function tell(what: string, run: () => unknown): void {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  stdout.write(`${what}: ${(times[2] ?? 0).toFixed(1)} ms\n`);
}
