/** Two ways to drive the server: a steady arrival of acts, and hands that never rest. */
import { setTimeout as pause } from "node:timers/promises";
import { type Act, acts, send } from "./acts.ts";
import { goOn, type Known } from "./lives.ts";
import type { Stage } from "./stage.ts";

export interface Spent {
  readonly seconds: number;
  /** p99, in milliseconds. */
  readonly ownLateness: number;
}

/** More acts than this under way at once are not begun: they count as put off. */
const MOST_UNDER_WAY = 2000;

/** Acts arrive by chance, so many a second on the average; ends when the last is answered. */
export async function runStorm(stage: Stage, rate: number, seconds: number): Promise<Spent> {
  const { chance, tally } = stage;
  const start = performance.now();
  const underWay = new Set<Promise<void>>();
  const lateness: number[] = [];
  for (let due = start; due < start + seconds * 1000; due += gap(chance.next(), rate)) {
    const early = due - performance.now();
    if (early > 0) await pause(early);
    lateness.push(Math.max(0, performance.now() - due));
    const act = chance.weighted<Act>(acts, ({ weight }) => weight);
    if (underWay.size >= MOST_UNDER_WAY) {
      tally.note(act.name, 0, 503);
      continue;
    }
    const done = act.run(stage, due).finally(() => underWay.delete(done));
    underWay.add(done);
  }
  await Promise.all(underWay);
  return { seconds: (performance.now() - start) / 1000, ownLateness: p99(lateness) };
}

/** So many hands: each reports, and takes its case to the closing before it reports the next. */
export async function runLives(stage: Stage, hands: number, seconds: number): Promise<Spent> {
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      while (performance.now() < end) {
        const person = stage.people.gridWorkers[hand % stage.people.gridWorkers.length] ?? null;
        const from = `10.3.${Math.floor(hand / 200)}.${hand % 200}`;
        let known: Known | null = await send(stage, { person, from, photos: [], due: performance.now() });
        while (known !== null) known = await goOn(known, stage);
      }
    }),
  );
  return { seconds: (performance.now() - start) / 1000, ownLateness: 0 };
}

/** Milliseconds to the next arrival. @param chance 0 ≤ x < 1 */
function gap(chance: number, rate: number): number {
  return (-Math.log(1 - chance) * 1000) / rate;
}

function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0) * 10) / 10;
}
