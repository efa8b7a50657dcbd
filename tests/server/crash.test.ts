/**
 * The real process, killed with SIGKILL under load at drawn moments: nothing acknowledged is lost, nothing stands
 * twice. A short part of `npm run crash`, which kills 1,000 times (KILLS sets the number, SEED the moments).
 */
import { beforeAll, expect, it } from "vitest";
import { buildProgram } from "../crash/program.ts";
import { crash } from "../crash/run.ts";

const kills = Number(process.env["KILLS"] ?? 5);
const seed = process.env["SEED"] ?? "1";
const isLong = process.env["KILLS"] !== undefined;

beforeAll(async () => await buildProgram());

/** A kill takes a second or two, many more of them on a machine that is busy. */
const timeout = 60_000 + kills * 30_000;

it(`survives ${kills} kills (seed ${seed})`, { timeout }, async () => {
  const start = performance.now();
  const told = await crash(kills, seed, ({ kills: done }) => {
    if (isLong && done % 25 === 0) process.stdout.write(`${done} kills\n`);
  });
  const { lost, doubled, bent, faults, silent, ...figures } = told;
  if (isLong) {
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
  expect(figures.kills).toBe(kills);
  expect(figures.reports).toBeGreaterThan(kills);
  expect(figures.commands).toBeGreaterThan(0);
  expect(figures.rung).toBeGreaterThan(0);
});
