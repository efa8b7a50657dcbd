import { describe, expect, it } from "vitest";
import { waitingFor } from "../../server/domain/call/call.ts";
import { unitFigures } from "../../server/domain/call/callFigures.ts";
import { foldCall } from "../../server/domain/call/foldCall.ts";
import { succeedCall } from "../../server/domain/succession/succeedCall.ts";
import { callers, type CallStory, launched, worldOf } from "../support/call.ts";
import { people } from "../support/story.ts";

const toWater = { from: "LD", to: "SW" };

/** The batch of the administrator, kept as the store would; the row must be what its events tell. */
function move(told: CallStory, on: string, bequest = toWater): CallStory {
  const act = { batch: "batch-1", reason: "机构改革", actor: people.admin, world: worldOf(on) };
  const decision = succeedCall(told.call, bequest, act);
  if (decision === null) throw new Error("Nothing was moved");
  told.call = decision.call;
  told.events.push(...decision.events);
  const lived = foldCall(told.events);
  expect(told.call).toMatchObject({ ...lived });
  return told;
}

describe("a call of a unit that was merged into another", () => {
  it("is answered by the heir, by the limits that run, and says from whom to whom", () => {
    const told = launched({ assist: [] });
    const sign = told.clock("LD", "sign");
    move(told, "2026-11-20 09:30");
    expect(told.clock("SW", "sign")).toEqual({ ...sign, unit: "SW" });
    expect(waitingFor(told.call)).toEqual(["SW"]);
    expect(told.events.at(-1)).toMatchObject({
      action: "succeed",
      facts: { fromUnit: "LD", toUnit: "SW" },
      words: { note: "机构改革" },
    });
    expect(told.act("2026-11-20 09:40", "water", { action: "sign" }).part("SW")?.state).toBe("signed");
  });

  it("has one part of the heir where it was called beside: it leads, and owes what either owed", () => {
    const told = launched().act("2026-11-20 09:10", "water", { action: "sign" });
    move(told, "2026-11-20 09:30");
    expect(told.call.answers.map(({ unit, part, state }) => [unit, part, state])).toEqual([
      ["SW", "lead", "called"],
    ]);
    expect(told.call.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ unit }) => unit)).toEqual([
      "SW",
      "SW",
      "SW",
      "SW",
    ]);
    expect(told.offers("2026-11-20 09:40", "water")).toContain("sign");
  });

  it("leaves what the old unit signed in its own figure", () => {
    const told = launched({ assist: [] }).act("2026-11-20 09:10", "lights", { action: "sign" });
    move(told, "2026-11-20 09:30");
    const figures = unitFigures([told.call], told.call.updatedAt);
    expect(figures.map(({ unit, answered }) => [unit, answered])).toEqual([["LD", 1]]);
  });

  it("is not moved where the unit has no part in it", () => {
    const told = launched({ assist: [] });
    const act = { batch: "b", reason: "r", actor: callers.centre.actor, world: worldOf("2026-11-20 09:30") };
    expect(succeedCall(told.call, { from: "CG", to: "SW" }, act)).toBeNull();
  });
});
