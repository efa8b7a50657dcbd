import { describe, expect, it } from "vitest";
import {
  casesAddress,
  evaluationAddress,
  figureAddress,
  figuresQuery,
  periods,
  readAsked,
  readCasesAsked,
} from "../../web/state/evaluationAddress.ts";
import { at } from "../support/calendar.ts";

const now = at("2026-01-05 09:00");

describe("the address of the evaluation page", () => {
  it("means this month by unit when it says nothing, or nothing that is known", () => {
    const plain = {
      view: "figures",
      from: "2026-01-01",
      to: "2026-01-05",
      by: "unit",
      family: "handling",
      township: undefined,
      gridVersion: undefined,
    };
    expect(readAsked({}, now)).toEqual(plain);
    expect(readAsked({ view: "people", by: "person", from: "2026-02-30", to: "never" }, now)).toEqual(plain);
  });

  it("is read as it was written", () => {
    const asked = readAsked(
      { view: "held", from: "2025-12-01", to: "2025-12-31", by: "cell", township: "1", gridVersion: "2" },
      now,
    );
    const query = Object.fromEntries(new URL(evaluationAddress(asked), "http://county").searchParams);
    expect(readAsked(query, now)).toEqual(asked);
  });

  it("asks for a version of the grid only where cells make the groups", () => {
    const asked = (by: string, gridVersion: string) => figuresQuery(readAsked({ by, gridVersion }, now));
    expect(asked("cell", "2")).toContain("gridVersion=2");
    expect(asked("township", "2")).toContain("gridVersion=2");
    expect(asked("unit", "2")).not.toContain("gridVersion");
    expect(asked("cell", "two")).not.toContain("gridVersion");
  });

  it("knows the last month across the turn of the year", () => {
    expect(periods(now).map(({ code, from, to }) => [code, from, to])).toEqual([
      ["thisMonth", "2026-01-01", "2026-01-05"],
      ["lastMonth", "2025-12-01", "2025-12-31"],
      ["thirtyDays", "2025-12-07", "2026-01-05"],
      ["thisYear", "2026-01-01", "2026-01-05"],
    ]);
  });
});

describe("the address of the cases behind a figure", () => {
  const read = (address: string) =>
    readCasesAsked(Object.fromEntries(new URL(address, "http://county").searchParams), now);

  it("tells a group without a code from all groups together", () => {
    const asked = read(figureAddress({ indicator: "handled", from: "2026-01-01", to: "2026-01-05" }));
    expect(asked.group).toBeUndefined();
    expect(read(casesAddress({ ...asked, group: "" })).group).toBe("");
    expect(read(casesAddress({ ...asked, group: "LD", reason: "gone" }))).toMatchObject({
      group: "LD",
      reason: "gone",
      part: "of",
    });
  });
});
