/**
 * Bent requests to every endpoint: nothing answers 5xx, nothing is left unhandled, nothing piles up. A short part of
 * `npm run fuzz`, which sends 10,000 to each (FUZZ sets the number, SEED the chance).
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openRehearsal } from "../../db/rehearsal.ts";
import { fuzz } from "../fuzz/run.ts";
import { openHouse } from "../support/app.ts";

const perEndpoint = Number(process.env["FUZZ"] ?? 25);
const seed = Number(process.env["SEED"] ?? 1);

/** Some 300 endpoints, at a few milliseconds a request. */
const timeout = 600_000 + perEndpoint * 6_000;

/**
 * How much of the heap at the beginning may be in use at any quarter: code is compiled as it gets hot, caches fill, and
 * both are bounded.
 */
const FLAT = 1.5;

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));

/** What is really in use. What a FinalizationRegistry keeps for the dead goes a turn after they were found dead. */
async function heapInUse(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let times = 0; times < 3; times++) {
    collect();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}

it(`sends ${perEndpoint} bent requests to each endpoint (seed ${seed})`, { timeout }, async () => {
  // In memory: a disk that syncs every refusal would take most of the time, and is not what is asked here
  const rehearsal = openRehearsal({ before: () => undefined, after: () => undefined });
  onTestFinished(() => rehearsal.close());
  const house = await openHouse({ store: rehearsal.start() });
  onTestFinished(() => house.deps.live.close());
  // Guesses at one account wait seconds each: 10,000 of them would take the night. No spy, which keeps every call
  const { live } = house.deps;
  const pause = live.pause.bind(live);
  Object.assign(live, { pause: async (ms: number, gone?: AbortSignal) => gone && (await pause(ms, gone)) });
  await fuzz(house, 2, seed + 1);
  const heaps = [await heapInUse()];
  const start = performance.now();
  const { requests, byStatus, broken } = await fuzz(house, perEndpoint, seed, async () => {
    heaps.push(await heapInUse());
  });
  if (process.env["FUZZ"] !== undefined) {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    const megabytes = heaps.map((heap) => (heap / 1e6).toFixed(1)).join(" ");
    const told = `${requests} requests in ${seconds} s, seed ${seed}, heap at each quarter ${megabytes} MB`;
    process.stdout.write(`${told}\n${statuses.join("  ")}\n`);
  }
  expect(broken.slice(0, 10)).toEqual([]);
  expect(unhandled).toEqual([]);
  expect(byStatus.get(200) ?? 0).toBeGreaterThan(requests / 20);
  expect(byStatus.get(422) ?? 0).toBeGreaterThan(requests / 20);
  // Each quarter asks other endpoints: what one of them kept for good would stand in all that follow
  expect(Math.max(...heaps)).toBeLessThan(FLAT * (heaps[0] ?? 0));
});
