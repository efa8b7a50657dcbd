import { describe, expect, it } from "vitest";
import type { CockpitFigure } from "../../server/domain/cockpit/answers.ts";
import { shownFigure } from "../../web/state/cockpitFigure.ts";

const month = { from: "2026-11-01", to: "2026-11-22" };

function share(parts: Partial<CockpitFigure>): CockpitFigure {
  const told = { kind: "indicator", code: "handledOnTime", name: "按期处置率", better: "high" } as const;
  return { ...told, value: 0.914, before: 0.906, target: 0.95, counted: { over: 914, of: 1000 }, ...parts };
}

function count(kind: "reported" | "calls", value: number, before: number): CockpitFigure {
  return { kind, code: kind, name: "", value, before, target: null, better: null, counted: null };
}

describe("a share on the cockpit", () => {
  it("stands beside the month before and its target, in points as they are read", () => {
    expect(shownFigure(share({}), month)).toMatchObject({
      value: "91.4%",
      change: "比上月同期 ▲ 0.8 个百分点",
      isBetter: true,
      target: "目标 95.0% · 差 3.6 个百分点",
      isReached: false,
    });
  });

  it("has reached its target exactly at it", () => {
    expect(shownFigure(share({ value: 0.95 }), month)).toMatchObject({
      target: "目标 95.0% · 已达到",
      isReached: true,
    });
  });

  it("is better when it falls, where less is better", () => {
    const returned = shownFigure(share({ better: "low", value: 0.1, before: 0.15, target: 0.05 }), month);
    expect(returned).toMatchObject({
      change: "比上月同期 ▼ 5 个百分点",
      isBetter: true,
      target: "目标 5.0% · 超出 5 个百分点",
      isReached: false,
    });
  });

  it("adds up with what is shown: 94.96 reads 95.0 and lacks nothing", () => {
    expect(shownFigure(share({ value: 0.9496 }), month)).toMatchObject({ value: "95.0%", isReached: true });
  });

  it("says that there is nothing to compare, and judges nothing without a value", () => {
    const shown = shownFigure(share({ value: null, before: null }), month);
    expect(shown).toMatchObject({ change: "上期没有可比的", isBetter: null, isReached: null });
    expect(shownFigure(share({ before: 0.914 }), month).change).toBe("比上月同期持平");
  });
});

describe("a count on the cockpit", () => {
  it("is neither good nor bad: more reports are not worse work", () => {
    expect(shownFigure(count("reported", 37, 32), month)).toMatchObject({
      value: "37",
      change: "比上周此时 ▲ 5 件",
      isBetter: null,
      target: null,
    });
    expect(shownFigure(count("calls", 2, 6), month).change).toBe("比前 7 天 ▼ 4 件");
  });
});
