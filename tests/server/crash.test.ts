/**
 * The real process, killed with SIGKILL under load at drawn moments: nothing acknowledged is lost, nothing stands
 * twice. A short part of `npm run crash`, which kills 1,000 times (KILLS sets the number, SEED the moments).
 */
import { beforeAll, it } from "vitest";
import { buildProgram } from "../crash/program.ts";
import { crash } from "../crash/run.ts";
import { expectWhole, isLong } from "../crash/verdict.ts";

const kills = Number(process.env["KILLS"] ?? 5);
const seed = process.env["SEED"] ?? "1";

beforeAll(async () => await buildProgram());

/** A kill takes a second or two, many more of them on a machine that is busy. */
const timeout = 60_000 + kills * 30_000;

it(`survives ${kills} kills (seed ${seed})`, { timeout }, async () => {
  const start = performance.now();
  const told = await crash(kills, seed, ({ kills: done }) => {
    if (isLong && done % 25 === 0) process.stdout.write(`${done} kills\n`);
  });
  expectWhole(told, { kills, seed, ms: performance.now() - start });
});
