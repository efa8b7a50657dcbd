import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseState } from "../../server/domain/case.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import { isRunning } from "../../server/domain/clock.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { people, type Person, tell, township, worldAt } from "../support/story.ts";

const persons = Object.keys(people) as Person[];

/** Every act with fields that some case may accept. */
const commands: readonly Record<string, unknown>[] = [
  { action: "place", point: { lng: 118.83, lat: 35.58 } },
  { action: "file", itemCode: "020101", conditionCode: "020101-1" },
  { action: "file", itemCode: "010101" },
  { action: "decline", declineReason: "repeat", note: "重复" },
  { action: "dispatch", unit: "LD" },
  { action: "dispatch", unit: township },
  { action: "accept" },
  { action: "return", returnReason: "otherArea", note: "不在辖区" },
  { action: "handle", result: "已修", photosAfter: ["p"] },
  { action: "check" },
  { action: "rework", reworkReason: "notFixed" },
  { action: "close" },
  { action: "followUp", reached: true, solved: true },
  { action: "rate", score: 3 },
  { action: "urge" },
  { action: "comment", note: "看过" },
];

const step = fc.record({
  person: fc.constantFrom(...persons),
  command: fc.constantFrom(...commands),
  wait: fc.integer({ min: 0, max: 30 * 3_600_000 }),
});

const ends: readonly CaseState[] = ["declined", "closed", "followedUp"];

describe("any walk of any people through a case", () => {
  const walks = fc.array(step, { minLength: 1, maxLength: 60 });

  it("leaves one event for each act, numbered without gap, and never changes what was decided on", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const opened = tell({ report: { reporter: { name: null, phone: "13800001234" } } });
        let found: Found = freeze(opened.found);
        let now = opened.now;
        let ids = 0;
        for (const { person, command, wait } of steps) {
          now += wait;
          const asked = { ...command, version: found.case.version } as unknown as Command;
          const answer = decide(
            found,
            asked,
            people[person],
            worldAt(now, () => `walk-${++ids}`),
          );
          if (answer.kind === "refusal") continue;
          expect(answer.events.filter((event) => event.actorRole !== "system")).toHaveLength(1);
          expect(answer.events.map((event) => event.seq)).toEqual(
            answer.events.map((_, index) => found.case.version + 1 + index),
          );
          expect(answer.case.version).toBe(answer.events.at(-1)?.seq);
          const changed = new Map(answer.clocks.map((clock) => [clock.id, clock]));
          const kept = found.clocks.map((clock) => changed.get(clock.id) ?? clock);
          const added = answer.clocks.filter((clock) => !found.clocks.some((old) => old.id === clock.id));
          found = freeze({ case: answer.case, clocks: [...kept, ...added] });
          judge(found);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Handbook §11: an open case has one holder and a running clock; one that is over has neither, but for a follow-up owed. */
function judge({ case: found, clocks }: Found): void {
  const running = clocks.filter(isRunning);
  if (ends.includes(found.state)) {
    expect(running.every((clock) => clock.kind === "followUp")).toBe(true);
  } else {
    expect(found.holder).not.toBeNull();
    expect(running.length).toBeGreaterThan(0);
  }
  expect(new Set(running.map((clock) => clock.kind)).size).toBe(running.length);
  expect(found.dueAt).toBe(running.length === 0 ? null : Math.min(...running.map((clock) => clock.dueAt)));
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
  return value;
}
