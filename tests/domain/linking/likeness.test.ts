import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness, numbersDiffer, printOf } from "../../../server/domain/linking/likeness.ts";

const alike = (a: string, b: string) => likeness(printOf(a), printOf(b));

describe("how alike two texts are", () => {
  it("is 1 for the same words and 0 for none in common", () => {
    expect(alike("路灯不亮", "路灯不亮")).toBeCloseTo(1, 5);
    expect(alike("路灯不亮", "垃圾满溢")).toBe(0);
    expect(alike("", "路灯不亮")).toBe(0);
    expect(alike("", "")).toBe(0);
  });

  it("sees the matter through the manner of complaining", () => {
    const short = "东关街路灯不亮";
    const long = "您好，我要反映一下，东关街的路灯不亮，请有关部门尽快处理，谢谢";
    const same = "您好，我要反映一下，南关街的垃圾没人收，请有关部门尽快处理，谢谢";
    expect(alike(short, long)).toBeGreaterThan(0.5);
    expect(alike(long, same)).toBeLessThan(0.35);
  });

  it("is the same both ways and never leaves 0 … 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("numbers that name a thing", () => {
  it("tell two buildings apart, and say nothing where one is not named", () => {
    const differ = (a: string, b: string) => numbersDiffer(printOf(a), printOf(b));
    expect(differ("3号楼电梯停了", "5号楼电梯停了")).toBe(true);
    expect(differ("3 号楼电梯停了", "03号楼2单元电梯停了")).toBe(false);
    expect(differ("3号楼电梯停了", "电梯停了三天")).toBe(false);
  });
});
