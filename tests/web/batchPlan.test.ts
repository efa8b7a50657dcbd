import { describe, expect, it } from "vitest";
import { type BatchActor, fits, offered } from "../../web/state/batchPlan.ts";

const lights: BatchActor = { role: "department", unit: "LD" };
const centre: BatchActor = { role: "centre", unit: "XNZX" };
const township: BatchActor = { role: "township", unit: "371122001" };
const named = (code: string | null) => (code === null ? null : { code, name: code });
const row = (state: Parameters<typeof fits>[1]["state"], unit: string | null, holder = unit) => ({
  state,
  leadUnit: named(unit),
  holder: named(holder),
});

describe("acts on many cases at once", () => {
  it.each([
    ["accept", "dispatched", "LD", lights, true],
    ["accept", "dispatched", "WATER", lights, false],
    ["accept", "accepted", "LD", lights, false],
    ["accept", "dispatched", "LD", centre, false],
    ["urge", "accepted", "LD", centre, true],
    ["urge", "closed", "LD", centre, false],
    ["urge", "accepted", "LD", lights, false],
  ] as const)("%s of a case that is %s and led by %s", (action, state, unit, actor, may) => {
    expect(fits(action, row(state, unit), actor)).toBe(may);
  });

  it("urge nobody to do what the unit itself has in hand", () => {
    expect(fits("urge", row("reported", null, "371122001"), township)).toBe(false);
    expect(fits("urge", row("accepted", "LD"), township)).toBe(true);
    expect(offered([row("reported", null, "371122001")], township)).toEqual([]);
  });

  it("are offered where they fit one of the chosen cases", () => {
    expect(offered([row("accepted", "LD"), row("dispatched", "LD")], lights)).toEqual(["accept"]);
    expect(offered([row("accepted", "LD")], lights)).toEqual([]);
    expect(offered([], lights)).toEqual([]);
  });
});
