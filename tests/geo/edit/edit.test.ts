import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import type { Position } from "../../../geo/cell.ts";
import { coverageFaults } from "../../../geo/check/coverage.ts";
import { areaOf, doubleArea } from "../../../geo/check/rings.ts";
import { moveCorner, removeCorner } from "../../../geo/edit/corners.ts";
import { freeCode, relabel } from "../../../geo/edit/label.ts";
import { mergeCells } from "../../../geo/edit/merge.ts";
import { isRefused, type PenRefusal, type Sheet, sheetOf } from "../../../geo/edit/sheet.ts";
import { splitCell } from "../../../geo/edit/split.ts";

const A = "371122001001001";
const B = "371122001001002";
const C = "371122001001003";

/** Two squares side by side, and a wide one below both: where the two meet, it has no corner (a T-junction). */
const three = sheetOf([
  cell(A, [
    [118, 35],
    [118.01, 35],
    [118.01, 35.01],
    [118, 35.01],
  ]),
  cell(B, [
    [118.01, 35],
    [118.02, 35],
    [118.02, 35.01],
    [118.01, 35.01],
  ]),
  cell(C, [
    [118, 34.99],
    [118.02, 34.99],
    [118.02, 35],
    [118, 35],
  ]),
]);

function cell(code: string, ring: readonly Position[]) {
  return { code, name: code.slice(-1), kind: "base", rings: [[ring]] } as const;
}

function done(answer: Sheet | PenRefusal): Sheet {
  if (isRefused(answer)) throw new Error(`Refused: ${answer.code}`);
  return answer;
}

function codeOf(answer: Sheet | PenRefusal): string {
  return isRefused(answer) ? answer.code : "done";
}

/** Gaps and overlaps, counted by the check that stands before publishing. */
function torn(sheet: Sheet) {
  const rest = { townshipCode: "", communityCode: "", validFrom: "2026-01-01" };
  return coverageFaults(sheet.map((row) => ({ ...row, ...rest })));
}

/** In square degrees, where areas add up. */
function area(sheet: Sheet): number {
  const rings = sheet.flatMap((row) => row.rings.flat());
  return rings.reduce((sum, ring) => sum + doubleArea(ring) / 2, 0);
}

const ringOf = (sheet: Sheet, code: string) => sheet.find((row) => row.code === code)?.rings[0]?.[0] ?? [];
const cut = (sheet: Sheet, line: readonly Position[], code = A) =>
  splitCell(sheet, { code, line, reach: 20, as: { code: "371122001001009", name: "新" } });

describe("a cell that is split", () => {
  it("becomes two that fill it, and its neighbours get a corner where the line ends", () => {
    const sheet = done(
      cut(three, [
        [118.003, 35.02],
        [118.004, 35.005],
        [118.003, 34.995],
      ]),
    );
    expect(sheet.map(({ code }) => code)).toEqual([A, "371122001001009", B, C]);
    expect(torn(sheet)).toEqual([]);
    expect(area(sheet)).toBeCloseTo(area(three), 12);
    expect(ringOf(sheet, C)).toHaveLength(5);
    expect(areaOf(ringOf(sheet, A))).toBeGreaterThan(areaOf(ringOf(sheet, "371122001001009")));
  });

  it("takes a line that stops just short of the border, and the corner that is meant", () => {
    const sheet = done(
      cut(three, [
        [118.000_002, 35.000_001],
        [118.005, 35.005],
        [118.0099, 35.01],
      ]),
    );
    expect(torn(sheet)).toEqual([]);
    expect(ringOf(sheet, A).length + ringOf(sheet, "371122001001009").length).toBe(9);
  });

  it.each([
    [
      "a line that does not reach the other side",
      [
        [118.005, 35.02],
        [118.005, 35.005],
      ],
      "lineMissesCell",
    ],
    [
      "a line beside it",
      [
        [118.5, 35.02],
        [118.5, 35.005],
      ],
      "lineMissesCell",
    ],
    [
      "a line that comes back",
      [
        [118.003, 35.02],
        [118.003, 34.99],
        [118.006, 34.99],
        [118.006, 35.02],
      ],
      "lineCrossesAgain",
    ],
    [
      "a line that goes round outside",
      [
        [118.005, 35.005],
        [118.005, 35.02],
        [117.99, 35.005],
        [118.003, 35.004],
      ],
      "lineMissesCell",
    ],
  ] as const)("refuses %s", (_, line, code) => {
    expect(codeOf(cut(three, line))).toBe(code);
  });

  it("refuses a code that is taken and a cell that is none", () => {
    const line = [
      [118.003, 35.02],
      [118.003, 34.995],
    ] as const;
    expect(codeOf(splitCell(three, { code: A, line, reach: 20, as: { code: B, name: "" } }))).toBe(
      "takenCode",
    );
    expect(codeOf(cut(three, line, "1"))).toBe("noSuchCell");
  });
});

describe("cells that are merged", () => {
  it("become one with the code of the first, also across a T-junction", () => {
    const sheet = done(mergeCells(three, [C, A]));
    expect(sheet.map(({ code }) => code)).toEqual([B, C]);
    expect(torn(sheet)).toEqual([]);
    expect(area(sheet)).toBeCloseTo(area(three), 12);
  });

  it("have to be neighbours, at least two, and known", () => {
    const apart = sheetOf([
      ...three,
      cell("4", [
        [119, 35],
        [119.01, 35],
        [119.01, 35.01],
      ]),
    ]);
    expect(codeOf(mergeCells(apart, [A, "4"]))).toBe("notNeighbours");
    expect(codeOf(mergeCells(three, [A]))).toBe("tooFewCells");
    expect(codeOf(mergeCells(three, [A, "none"]))).toBe("noSuchCell");
  });

  it("keep a hole where they lie around another cell", () => {
    const ring = sheetOf([
      cell(A, [
        [118, 35],
        [118.03, 35],
        [118.03, 35.01],
        [118, 35.01],
      ]),
      cell(B, [
        [118, 35.01],
        [118.01, 35.01],
        [118.01, 35.02],
        [118.03, 35.02],
        [118.03, 35.03],
        [118, 35.03],
      ]),
      cell(C, [
        [118.02, 35.01],
        [118.03, 35.01],
        [118.03, 35.02],
        [118.02, 35.02],
      ]),
      cell("9", [
        [118.01, 35.01],
        [118.02, 35.01],
        [118.02, 35.02],
        [118.01, 35.02],
      ]),
    ]);
    const merged = done(mergeCells(ring, [A, B, C]));
    expect(merged[0]?.rings[0]).toHaveLength(2);
    expect(torn(merged)).toEqual([]);
  });
});

describe("a corner that is moved", () => {
  it("moves for every neighbour, also for the one that has no corner there", () => {
    const sheet = done(moveCorner(three, [118.01, 35], [118.012, 34.998]));
    expect(torn(sheet)).toEqual([]);
    for (const code of [A, B, C]) expect(ringOf(sheet, code)).toContainEqual([118.012, 34.998]);
  });

  it("may not make a border cross itself", () => {
    expect(codeOf(moveCorner(three, [118, 35.01], [118.015, 35.005]))).toBe("selfCrossing");
    expect(codeOf(moveCorner(three, [118.5, 35.01], [118.015, 35.005]))).toBe("noCorner");
  });

  it("is taken out unless three cells meet there", () => {
    const bent = done(
      cut(three, [
        [118.003, 35.02],
        [118.004, 35.005],
        [118.003, 34.995],
      ]),
    );
    const straight = done(removeCorner(bent, [118.004, 35.005]));
    expect(torn(straight)).toEqual([]);
    expect(codeOf(removeCorner(bent, [118.0035, 35]))).toBe("junction");
  });
});

describe("a code", () => {
  it("is changed to one that no other cell has", () => {
    const label = { code: "371122001001077", name: "改名", kind: "dedicated" } as const;
    expect(done(relabel(three, A, label))[0]).toMatchObject(label);
    expect(codeOf(relabel(three, A, { ...label, code: B }))).toBe("takenCode");
    expect(codeOf(relabel(three, A, { ...label, code: " " }))).toBe("noCode");
  });

  it("of a new cell is the next serial of its community, of all that were ever used", () => {
    expect(freeCode(A, [A, B, "371122001001012", "371122001002099"])).toBe("371122001001013");
    expect(freeCode("37112200100105", ["37112200100105"])).toBe("37112200100106");
  });
});

describe("the pen", () => {
  const county = sheetOf(loadCounty().cells.filter(({ code }) => code.startsWith("371122001")));
  const whole = area(county);

  it("never tears the county, whatever is cut, joined and moved", () => {
    const act = fc.record({
      kind: fc.constantFrom("split", "merge", "move"),
      which: fc.nat(),
      other: fc.nat(),
      turn: fc.double({ min: 0, max: Math.PI, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), (acts) => {
        const sheet = acts.reduce((now, wanted, place) => {
          const answer = acted(now, { ...wanted, place });
          return isRefused(answer) ? now : answer;
        }, county);
        expect(torn(sheet)).toEqual([]);
        expect(Math.abs(area(sheet) / whole - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  interface Act {
    readonly kind: string;
    readonly which: number;
    readonly other: number;
    readonly turn: number;
    readonly place: number;
  }

  function acted(sheet: Sheet, { kind, which, other, turn, place }: Act): Sheet | PenRefusal {
    const chosen = sheet[which % sheet.length];
    const ring = chosen?.rings[0]?.[0] ?? [];
    if (!chosen) throw new Error("No cell.");
    if (kind === "split") {
      const [lng, lat] = ring.reduce(
        ([x, y], [x1, y1]) => [x + x1 / ring.length, y + y1 / ring.length],
        [0, 0],
      );
      const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      const line: Position[] = [
        [lng - dx, lat - dy],
        [lng + dx, lat + dy],
      ];
      const as = { code: `${chosen.code.slice(0, 12)}9${place}0`, name: "" };
      return splitCell(sheet, { code: chosen.code, line, reach: 10, as });
    }
    if (kind === "merge") return mergeCells(sheet, [chosen.code, sheet[other % sheet.length]?.code ?? ""]);
    const corner = ring[other % ring.length] ?? [0, 0];
    // Corners of the county's rim stay, so that its area does
    const isInner =
      sheet.filter(({ rings }) => rings.flat(2).some(([x, y]) => x === corner[0] && y === corner[1])).length >
      2;
    return isInner ? moveCorner(sheet, corner, [corner[0] + 1e-5, corner[1] + 1e-5]) : sheet;
  }
});
