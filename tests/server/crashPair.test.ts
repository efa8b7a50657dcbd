/**
 * Two real processes on one PostgreSQL: each hears of the other, and either is killed under load at drawn moments. A short part of
 * `npm run crash:pair`, which kills 100 times (KILLS sets the number, SEED the moments).
 */
import { beforeAll, expect, it } from "vitest";
import { hearAcross } from "../crash/livePair.ts";
import { crashPair } from "../crash/pair.ts";
import { buildProgram } from "../crash/program.ts";
import { expectWhole } from "../crash/verdict.ts";
import { answeringPostgres, unless } from "../support/postgres.ts";

const kills = Number(process.env["KILLS"] ?? 3);
const seed = process.env["SEED"] ?? "1";
const server = await answeringPostgres();
const timeout = 120_000 + kills * 30_000;

beforeAll(async () => {
  if (server !== null) await buildProgram();
}, 120_000);

it.skipIf(server === null)(
  `an act at one process is heard by pages that are open at the other${unless(server)}`,
  { timeout },
  async () => {
    const heard = await hearAcross(server ?? "");
    expect(heard).toHaveLength(3);
    for (const { acted, heard: told } of heard) expect(told).toMatchObject(acted);
  },
);

it.skipIf(server === null)(
  `two processes survive ${kills} kills of either (seed ${seed})${unless(server)}`,
  { timeout },
  async () => {
    const start = performance.now();
    const told = await crashPair(server ?? "", kills, seed);
    expectWhole(told, { kills, seed, ms: performance.now() - start });
  },
);
