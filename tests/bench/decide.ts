/** How many moves a second the core decides, in one thread: a case led from report to closing, over and over. */
import { decide, type Found } from "../../server/domain/move.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { people, type Person, tell, worldAt } from "../support/story.ts";
import { at } from "../support/calendar.ts";

const acts: readonly (readonly [Person, Record<string, unknown>, string])[] = [
  ["township", { action: "file", itemCode: "020101", conditionCode: "020101-1" }, "2026-11-20 09:05"],
  ["township", { action: "dispatch", unit: "LD" }, "2026-11-20 09:10"],
  ["lights", { action: "accept" }, "2026-11-20 09:30"],
  ["lights", { action: "askExtension", note: "缺料" }, "2026-11-20 10:00"],
  ["centre", { action: "grantExtension" }, "2026-11-20 10:30"],
  ["lights", { action: "handle", result: "换灯", photosAfter: ["p"] }, "2026-11-20 15:00"],
  ["gridWorker", { action: "check" }, "2026-11-20 16:00"],
  ["township", { action: "close" }, "2026-11-20 16:30"],
];

/** @returns moves a second over all rounds, by the wall and by the processor time that other work cannot take away. */
export function benchDecide(cases: number): { readonly wall: number; readonly cpu: number } {
  const opened = tell().found;
  let ids = 0;
  const timed = acts.map(([person, command, text]) => ({
    actor: people[person],
    command,
    world: worldAt(at(text), () => `d-${++ids}`),
  }));
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let round = 0; round < cases; round++) {
    let found: Found = opened;
    for (const { actor, command, world } of timed) found = decided(found, command, { actor, world });
  }
  const moves = cases * acts.length;
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (moves * 1000) / (performance.now() - start), cpu: (moves * 1e6) / (user + system) };
}

function decided(
  found: Found,
  command: Record<string, unknown>,
  { actor, world }: { actor: (typeof people)[Person]; world: ReturnType<typeof worldAt> },
): Found {
  const asked = { ...command, version: found.case.version } as unknown as Command;
  const answer = decide(found, asked, actor, world);
  if (answer.kind === "refusal") throw new Error(`Refused: ${JSON.stringify(answer)}`);
  const changed = new Map(answer.clocks.map((clock) => [clock.id, clock]));
  const known = new Set(found.clocks.map((clock) => clock.id));
  const kept = found.clocks.map((clock) => changed.get(clock.id) ?? clock);
  return { case: answer.case, clocks: [...kept, ...answer.clocks.filter(({ id }) => !known.has(id))] };
}
