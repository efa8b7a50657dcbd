/**
 * Two real processes on one PostgreSQL, either of them killed under load at drawn moments. A short part of
 * `npm run crash:pair`, which kills 100 times (KILLS sets the number, SEED the moments).
 */
import { expect, it } from "vitest";
import { crashPair } from "../crash/pair.ts";
import { buildProgram } from "../crash/program.ts";
import { answeringPostgres, unless } from "../support/postgres.ts";

const kills = Number(process.env["KILLS"] ?? 3);
const seed = process.env["SEED"] ?? "1";
const server = await answeringPostgres();
const timeout = 120_000 + kills * 30_000;

it.skipIf(server === null)(
  `two processes survive ${kills} kills of either (seed ${seed})${unless(server)}`,
  { timeout },
  async () => {
    await buildProgram();
    const start = performance.now();
    const { lost, doubled, bent, faults, silent, ...figures } = await crashPair(server ?? "", kills, seed);
    if (process.env["KILLS"] !== undefined) {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      process.stdout.write(`seed ${seed}, ${seconds} s: ${JSON.stringify(figures)}\n`);
      process.stdout.write(`lost ${lost.length}, doubled ${doubled.length}, bent ${bent.length}\n`);
    }
    expect({ lost, doubled, bent, faults, silent }).toEqual({
      lost: [],
      doubled: [],
      bent: [],
      faults: [],
      silent: [],
    });
    expect(figures.reports).toBeGreaterThan(kills);
    expect(figures.commands).toBeGreaterThan(0);
    expect(figures.rung).toBeGreaterThan(0);
  },
);
