import { describe, expect, it } from "vitest";
import { type Cell, cellsInForce } from "../../geo/cell.ts";
import { box, cell } from "./patchwork.ts";

describe("a cell that was replaced on 1 July", () => {
  const old: Cell = { ...cell(0, box(0, 0, 1, 1)), validFrom: "2025-01-01", validTo: "2026-07-01" };
  const young: Cell = { ...cell(1, box(0, 0, 1, 1)), validFrom: "2026-07-01" };

  it.each([
    ["2024-12-31", []],
    ["2025-01-01", [old]],
    ["2026-06-30", [old]],
    ["2026-07-01", [young]],
    ["2030-01-01", [young]],
  ])("counts until the day before: %s", (day, cells) => {
    expect(cellsInForce([old, young], day)).toEqual(cells);
  });
});
