import { describe, expect, it } from "vitest";
import type { CaseTrace } from "../../../db/store.ts";
import {
  type AnalysisTask,
  findAll,
  findClusters,
  findHotCells,
  findRecurring,
} from "../../../server/analysis/find.ts";
import type { Finding } from "../../../server/domain/analysis/finding.ts";
import { findingSentence } from "../../../server/domain/analysis/words.ts";
import { DAY } from "../../../server/domain/time.ts";
import { createChance } from "../../../server/demo/chance.ts";
import { smallReference } from "../../support/reference.ts";

const now = 200 * DAY;

/** 12 × 12 cells of a kilometre, numbered row by row; a hundred people in each. */
const SIDE = 12;
const codeAt = (x: number, y: number) =>
  `371122001${String(y + 1).padStart(3, "0")}${String(x + 1).padStart(3, "0")}`;
const middleAt = (x: number, y: number) => ({ lng: 118.8 + x * 0.011, lat: 35.5 + y * 0.009 });
const cells = Array.from({ length: SIDE * SIDE }, (_, at) => {
  const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
  return { code: codeAt(x, y), middle: middleAt(x, y), people: 100 };
});
const neighbours = cells.map((_, at) => {
  const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
  return [
    [x - 1, y],
    [x + 1, y],
    [x, y - 1],
    [x, y + 1],
  ].flatMap(([a = 0, b = 0]) => (a >= 0 && a < SIDE && b >= 0 && b < SIDE ? [b * SIDE + a] : []));
});

let serial = 0;

function aTrace(x: number, y: number, daysAgo: number, parts: Partial<CaseTrace> = {}): CaseTrace {
  serial += 1;
  return {
    id: `case-${String(serial).padStart(5, "0")}`,
    state: "accepted",
    itemCode: "010101",
    cellCode: codeAt(x, y),
    townshipCode: "371122001",
    componentCode: null,
    ...middleAt(x, y),
    reportedAt: now - daysAgo * DAY,
    closedAt: null,
    ...parts,
  };
}

/** Cases that happen anywhere at any time, none at the same spot as another. */
function noise(seed: string, amount: number): readonly CaseTrace[] {
  const chance = createChance(seed);
  return Array.from({ length: amount }, () => {
    const [x, y] = [Math.floor(chance.between(0, SIDE)), Math.floor(chance.between(0, SIDE))];
    const { lng, lat } = middleAt(x, y);
    return aTrace(x, y, chance.between(0, 180), {
      lng: lng + chance.between(-0.005, 0.005),
      lat: lat + chance.between(-0.004, 0.004),
    });
  });
}

function taskOf(traces: readonly CaseTrace[]): AnalysisTask {
  const { analysis: rules, components } = smallReference;
  return { traces, ground: { cells, neighbours }, rules, components, now };
}

function all(traces: readonly CaseTrace[]): readonly Finding[] {
  const steps = findAll(taskOf(traces));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe("analysis of pure noise", () => {
  it("finds nothing in nine of ten counties, as its error rates say", () => {
    const quiet = Array.from({ length: 20 }, (_, at) => all(noise(`quiet ${at}`, 300)))
      .map((found) => found.filter(({ kind }) => kind !== "cluster" && kind !== "recurring"))
      .filter((found) => found.length === 0);
    // Two tests at 5 % each: 18 of 20 expected; fewer than 14 happens once in a hundred
    expect(quiet.length).toBeGreaterThanOrEqual(14);
  });
});

describe("a heap of rubbish in one corner", () => {
  const heap = Array.from({ length: 12 }, (_, at) => aTrace(5, at % 2 === 0 ? 5 : 6, at * 0.6));
  const background = noise("heap", 300);
  const surge = all([...background, ...heap]).find(({ kind }) => kind === "surge");

  it("is told with exactly the cases behind it, how many are usual, and how likely chance is", () => {
    const behind = new Set(surge?.cases);
    expect(heap.filter(({ id }) => !behind.has(id) && now - 8 * DAY < 0)).toEqual([]);
    expect(heap.filter(({ id }) => behind.has(id)).length).toBeGreaterThanOrEqual(9);
    expect(surge?.chance).toBeLessThanOrEqual(0.01);
    expect((surge?.cases.length ?? 0) / (surge?.expected ?? 1)).toBeGreaterThan(2);
    const traces = new Map([...background, ...heap].map((row) => [row.id, row]));
    for (const id of behind) {
      const row = traces.get(id);
      expect(row?.itemCode?.slice(0, 4)).toBe(surge?.subject);
      expect(row?.reportedAt).toBeGreaterThanOrEqual(surge?.from ?? 0);
      expect(surge?.cells).toContain(row?.cellCode);
    }
  });

  it("has the same name tomorrow", () => {
    const later = { ...taskOf([...background, ...heap]), now: now + DAY };
    const steps = findAll(later);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.find(({ kind }) => kind === "surge")?.id).toBe(surge?.id);
  });
});

describe("hot cells", () => {
  it("are those with far more per resident than the county, with their neighbours alike", () => {
    const hot = [
      [3, 3],
      [4, 3],
      [3, 4],
      [4, 4],
    ].flatMap(([x = 0, y = 0]) => Array.from({ length: 9 }, (_, at) => aTrace(x, y, at)));
    const found = findHotCells(taskOf([...noise("hot", 600), ...hot]));
    const codes = found.flatMap(({ cells }) => cells);
    expect(codes).toEqual(expect.arrayContaining([codeAt(3, 3), codeAt(4, 4)]));
    expect(found.every(({ cases, expected }) => cases.length > (expected ?? Infinity))).toBe(true);
  });

  it("are not those where five hundred live and five times as much happens", () => {
    const crowded = cells.map((cell, at) => ({ ...cell, people: at === 40 ? 10_000 : 100 }));
    const [x, y] = [40 % SIDE, Math.floor(40 / SIDE)];
    const evenly = cells.flatMap((_, at) => [aTrace(at % SIDE, Math.floor(at / SIDE), 3)]);
    const many = Array.from({ length: 100 }, () => aTrace(x, y, 3));
    const task = { ...taskOf([...evenly, ...many]), ground: { cells: crowded, neighbours } };
    expect(findHotCells(task)).toEqual([]);
  });
});

describe("cases at one spot", () => {
  it("are a cluster when enough of one class stand within a stone's throw", () => {
    const { lng, lat } = middleAt(2, 2);
    const at = (metres: number) => ({ lng: lng + metres / 90_000, lat });
    const near = [0, 20, 40, 60].map((metres) => aTrace(2, 2, 3, at(metres)));
    expect(findClusters(taskOf(near)).map(({ cases }) => cases.length)).toEqual([4]);
    expect(findClusters(taskOf(near.slice(1)))).toEqual([]);
    const other = near.map((row, place) => (place === 1 ? { ...row, itemCode: "020101" } : row));
    expect(findClusters(taskOf(other))).toEqual([]);
  });

  it("come back when each was closed before the next: three at once are one matter, not three", () => {
    const turns = [30, 20, 10].map((daysAgo) =>
      aTrace(2, 2, daysAgo, { closedAt: now - (daysAgo - 2) * DAY, state: "closed" }),
    );
    expect(findRecurring(taskOf(turns)).map(({ cases }) => cases.length)).toEqual([3]);
    expect(findRecurring(taskOf(turns.map((row) => ({ ...row, closedAt: null }))))).toEqual([]);
    expect(findRecurring(taskOf(turns.slice(0, 2)))).toEqual([]);
  });

  it("of one component are told by the component, wherever the reports were pinned", () => {
    const component = "3711220137000012";
    const failed = [100, 60, 2].map((daysAgo, at) =>
      aTrace(at * 3, 1, daysAgo, { componentCode: component, itemCode: "020101" }),
    );
    const [found] = findRecurring(taskOf(failed));
    expect(found).toMatchObject({ kind: "recurring", component, id: `recurring:020101:${component}` });
    expect(findRecurring(taskOf(failed.slice(1)))).toEqual([]);
  });
});

describe("a finding in words", () => {
  const names: Record<string, string> = {
    "371122119": "桑园镇",
    "371122119277001": "桑园一组",
    "0101": "环境卫生",
  };
  const found: Finding = {
    id: "x",
    kind: "surge",
    subject: "0101",
    cells: ["371122119277001"],
    townshipCode: "371122119",
    point: null,
    from: now - 30 * DAY,
    to: now,
    cases: Array.from({ length: 14 }, (_, at) => String(at)),
    expected: 4.375,
    chance: 0.005,
    component: null,
  };
  const said = (parts: Partial<Finding>) =>
    findingSentence({ ...found, ...parts }, (code) => names[code] ?? code);

  it("says where, since when, how many, how many times the usual, and how likely chance is", () => {
    expect(said({})).toBe(
      "桑园镇 桑园一组 近30天“环境卫生” 14 件，是往常的 3.2 倍，碰巧有这么多的可能不到 1%",
    );
  });

  it("says how many a hot cell would have on average, in whole cases", () => {
    const hot = { kind: "hotCell", subject: null } as const;
    expect(said({ ...hot, expected: 0.3 })).toBe(
      "桑园镇 桑园一组 近30天各类诉求 14 件，全县人口相当的网格平均不到 1 件",
    );
    expect(said({ ...hot, expected: 3.4 })).toMatch(/平均约 3 件$/);
  });

  it("never claims more certainty than was tested", () => {
    expect(said({ chance: 0.031 })).toContain("碰巧有这么多的可能约 4%");
    expect(said({ kind: "cluster", chance: null })).toBe(
      "桑园镇 桑园一组 近30天“环境卫生”在同一处前后报了 14 件",
    );
  });
});

describe("a county whose residents nobody counted", () => {
  it("has no hot cells: a count alone would say where people are", () => {
    const empty = cells.map((cell) => ({ ...cell, people: 0 }));
    const many = Array.from({ length: 60 }, () => aTrace(3, 3, 2));
    expect(
      findHotCells({ ...taskOf([...noise("nobody", 300), ...many]), ground: { cells: empty, neighbours } }),
    ).toEqual([]);
  });
});
