/**
 * Bent requests to every endpoint: nothing answers 5xx, nothing is left unhandled, nothing piles up. A short part of
 * `npm run fuzz`, which sends 10,000 to each (FUZZ sets the number, SEED the chance).
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzz } from "../fuzz/run.ts";
import { openHouse } from "../support/app.ts";

const perEndpoint = Number(process.env["FUZZ"] ?? 25);
const seed = Number(process.env["SEED"] ?? 1);

/** Some 300 endpoints, at a few milliseconds a request. */
const timeout = 600_000 + perEndpoint * 6_000;

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));

/** What is really in use, rubbish collected. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

it(`sends ${perEndpoint} bent requests to each endpoint (seed ${seed})`, { timeout }, async () => {
  const house = await openHouse();
  await fuzz(house, 2, seed + 1);
  const before = heapInUse();
  const start = performance.now();
  const { requests, byStatus, broken } = await fuzz(house, perEndpoint, seed);
  const grown = (heapInUse() - before) / 1e6;
  if (process.env["FUZZ"] !== undefined) {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    const told = `${requests} requests in ${seconds} s, seed ${seed}, heap ${grown.toFixed(1)} MB more`;
    process.stdout.write(`${told}\n${statuses.join("  ")}\n`);
  }
  expect(broken.slice(0, 10)).toEqual([]);
  expect(unhandled).toEqual([]);
  expect(byStatus.get(200) ?? 0).toBeGreaterThan(requests / 20);
  expect(byStatus.get(422) ?? 0).toBeGreaterThan(requests / 20);
  expect(grown).toBeLessThan(40);
});
