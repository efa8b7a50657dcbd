import { describe, expect, it } from "vitest";
import { isWithin, windowOfDays } from "../../server/domain/shift/window.ts";
import { at } from "../support/calendar.ts";

const asked = { now: at("2026-06-30 10:00"), back: 180 };

describe("the days of a correction that somebody chooses", () => {
  it("are whole days in China, the last one to its end", () => {
    const window = windowOfDays({ from: "2026-06-01", to: "2026-06-03" }, asked);
    if ("kind" in window) throw new Error("Refused.");
    for (const [moment, isIn] of [
      ["2026-05-31 23:59", false],
      ["2026-06-01 00:00", true],
      ["2026-06-03 23:59", true],
      ["2026-06-04 00:00", false],
    ] as const)
      expect(isWithin(window, at(moment)), moment).toBe(isIn);
  });

  it.each([
    ["before what is looked at", { from: "2025-12-31", to: "2026-06-03" }, "window.from"],
    ["in the future", { from: "2026-06-01", to: "2026-07-01" }, "window.to"],
    ["no days of the calendar", { from: "2026-06-31", to: "2026-06-30" }, "window.from"],
    ["the wrong way round", { from: "2026-06-03", to: "2026-06-01" }, "window.to"],
  ])("are refused %s, with the days that there are", (_name, days, field) => {
    const refusal = windowOfDays(days, asked);
    expect(refusal).toMatchObject({ kind: "refusal", code: "badValue", field });
    expect(refusal).toHaveProperty("given", field === "window.from" ? days.from : days.to);
  });

  it("may begin on the first day that is looked at and end today", () => {
    expect(windowOfDays({ from: "2026-01-01", to: "2026-06-30" }, asked)).not.toHaveProperty("kind");
  });
});
