/** What both kinds of killing say of their tally, and what they demand of it. */
import { expect } from "vitest";

/** Things that must not be: a list each, so that a failure names them. */
export interface Wrongs {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly bent: readonly string[];
  readonly faults: readonly string[];
  readonly silent: readonly string[];
}

export interface Counts extends Wrongs {
  readonly kills: number;
  readonly reports: number;
  readonly commands: number;
  /** Events that clocks wrote by themselves. */
  readonly rung: number;
}

/** How long it went on and by which seed it can be done again. */
export interface Run {
  readonly kills: number;
  readonly seed: string;
  readonly ms: number;
}

/** Figures of a long run are for the notes; a short one only holds. */
export const isLong = ["KILLS", "CUTS"].some((name) => process.env[name] !== undefined);

export function isWhole({ lost, doubled, bent, faults, silent }: Wrongs): boolean {
  return [lost, doubled, bent, faults, silent].every((list) => list.length === 0);
}

export function expectWhole(tally: Counts, { kills, seed, ms }: Run): void {
  const { lost, doubled, bent, faults, silent, ...figures } = tally;
  if (isLong) {
    process.stdout.write(`seed ${seed}, ${(ms / 1000).toFixed(0)} s: ${JSON.stringify(figures)}\n`);
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
  // Nothing is proven where nothing was done
  expect(figures.reports).toBeGreaterThan(kills);
  expect(figures.commands).toBeGreaterThan(0);
  expect(figures.rung).toBeGreaterThan(0);
}
