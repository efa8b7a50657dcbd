import { describe, expect, it } from "vitest";
import { type Way, scoreOf } from "./spoken.ts";

/** Texts made up for each of the 1,195 villages; what people really write will do worse. */
describe("every village of the county, as people may write it", () => {
  it.each<[Way, number]>([
    ["township and village", 0.99],
    ["former township", 0.99],
    ["village alone", 0.98],
    ["village without 村", 0.98],
    ["township and village with a typo", 0.95],
    ["village with a typo", 0.95],
    ["township with a typo and village", 0.99],
  ])("is the first guess for %s, and what is settled is never wrong", (way, least) => {
    const score = scoreOf(way);
    expect(score.first).toBeGreaterThanOrEqual(least);
    expect(score.amongThree).toBeGreaterThanOrEqual(0.995);
    expect(score.wrong).toEqual([]);
  });

  it.each<[Way, number]>([
    ["township and village", 0.99],
    ["former township", 0.99],
    ["village alone", 0.9],
  ])("is settled without a person for %s", (way, least) => {
    expect(scoreOf(way).settled).toBeGreaterThanOrEqual(least);
  });
});
