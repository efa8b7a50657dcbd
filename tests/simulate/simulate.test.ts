import { describe, expect, it } from "vitest";
import { at } from "../support/calendar.ts";
import { lived } from "./support.ts";

describe("a county that lives for some days", () => {
  it("breaks no promise, and lives the same days again from the same seed and others from another", async () => {
    const [first, again] = [await lived({ days: 1, faults: true }), await lived({ days: 1, faults: true })];
    expect(first).toMatchObject({ kind: "whole" });
    expect(first.figures.events).toBeGreaterThan(30);
    expect(first.figures.ioFaults).toBeGreaterThan(0);
    expect(first.figures.dueInstantsChecked).toBeGreaterThan(60);
    expect(again.figures).toEqual(first.figures);
    const other = await lived({ days: 1, seed: "2" });
    expect(other.figures.fingerprint).not.toBe(first.figures.fingerprint);
  });

  it(
    "corrects a phone that sends the wrong datum, hands a unit to its heir, and takes both back",
    { timeout: 180_000 },
    async () => {
      // From before the phone breaks until the day after its batch is undone
      const few = { days: 22, start: at("2026-01-06 00:00"), eventsPerYear: 10_667 };
      const outcome = await lived(few);
      expect(outcome).toMatchObject({ kind: "whole" });
      const { seen } = outcome.figures;
      expect(seen["shift"]).toBeGreaterThan(4);
      expect(seen["unshift"]).toBe(seen["shift"]);
      expect(seen["succeed"]).toBeGreaterThan(0);
      expect(seen["unsucceed"]).toBeGreaterThan(0);
    },
  );
});
