/**
 * Counties whose disk fails again and again, one after the other, until so many faults of reading, writing, committing
 * and syncing have happened: no invariant is broken by any. A short part of `npm run faults`, which injects 10,000
 * (FAULTS sets the number, SEED the first county, DAYS how long each lives).
 */
import { env, stdout } from "node:process";
import { expect, it } from "vitest";
import type { Figures } from "../../server/simulate/settings.ts";
import { lived } from "./support.ts";

const wanted = Number(env["FAULTS"] ?? 100);
const days = Number(env["DAYS"] ?? (env["FAULTS"] === undefined ? 1 : 10));
const first = Number(env["SEED"] ?? 1);
const isLong = env["FAULTS"] !== undefined;

/** Three times as often as in a year of bad days: every third request or round of a job meets something. */
const WORSE = 3;

it(`survives ${wanted} faults of the disk`, { timeout: 120_000 + wanted * 1000 }, async () => {
  let injected = 0;
  const kinds = new Map<string, number>();
  for (let seed = first; injected < wanted; seed++) {
    const outcome = await lived({ days, seed: String(seed), faults: true, worse: WORSE });
    if (outcome.kind === "broken") throw new Error(JSON.stringify({ ...outcome, figures: undefined }));
    injected += outcome.figures.ioFaults;
    note(outcome.figures, kinds);
    if (isLong) stdout.write(lineOf(outcome.figures, injected));
  }
  if (isLong) stdout.write(`${JSON.stringify(Object.fromEntries(kinds))}\n`);
  expect(injected).toBeGreaterThanOrEqual(wanted);
  for (const kind of ["failedRead", "failedWrite", "failedCommit", "diskFull"])
    expect(kinds.get(kind)).toBeGreaterThan(0);
});

function note({ faults }: Figures, kinds: Map<string, number>): void {
  for (const [kind, count] of Object.entries(faults)) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
}

function lineOf({ seed, ioFaults, events, restarts, fingerprint }: Figures, injected: number): string {
  return `seed ${seed}: ${ioFaults} faults, ${events} events, ${restarts} restarts, ${fingerprint}; ${injected} so far\n`;
}
