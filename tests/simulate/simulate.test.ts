import { describe, expect, it } from "vitest";
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
});
