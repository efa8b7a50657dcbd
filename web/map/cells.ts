/** Cells under the pointer, told at once by the same index that the server places reports with. */
import { mapWords } from "../mapWords.ts";
import { cellsOf } from "../../geo/atlas.ts";
import type { Cell } from "../../geo/cell.ts";
import { createFinder, type Finder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { toUnits } from "../../geo/units.ts";
import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import { inSheet } from "./ground.ts";
import type { MapLayer } from "./layer.ts";
import type { Sheet } from "./sheet.ts";

/** How much is open in a cell, and how much of that is late. */
export interface CellCount {
  readonly code: string;
  readonly open: number;
  readonly overdue: number;
}

interface CellLayer {
  readonly answer: BaseMapAnswer;
  readonly sheet: Sheet;
  /** Fills cells the more, the more is open in them. */
  readonly counts: readonly CellCount[];
}

export function cellLayer({ answer, sheet, counts }: CellLayer): MapLayer {
  const countByCode = new Map(counts.map((count) => [count.code, count]));
  return {
    id: "cells",
    paint(frame) {
      const { brand, red } = lampColours();
      inSheet(frame, sheet, () => {
        for (const { code, open, overdue } of counts) {
          const path = sheet.cellPath(code);
          if (!path || open === 0) continue;
          frame.context.globalAlpha = Math.min(0.42, 0.08 + open * 0.04);
          frame.context.fillStyle = overdue > 0 ? red : brand;
          frame.context.fill(path, "evenodd");
        }
      });
    },
    find({ point }) {
      const cell = cellAt(answer, point);
      if (!cell) return null;
      const { open = 0, overdue = 0 } = countByCode.get(cell.code) ?? {};
      return { title: mapWords.cell(cell.name, open, overdue) };
    },
  };
}

function lampColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { brand: read("--brand"), red: read("--lamp-red") };
}

interface Mesh {
  readonly cells: readonly Cell[];
  readonly find: Finder;
}

const meshes = new WeakMap<BaseMapAnswer, Mesh>();

/** The cell that holds a place; built on the first question, which takes a tenth of a second. */
export function cellAt(
  answer: BaseMapAnswer,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): Cell | null {
  const { cells, find } = meshes.get(answer) ?? meshOf(answer);
  return cells[find(toUnits(lng), toUnits(lat))] ?? null;
}

function meshOf(answer: BaseMapAnswer): Mesh {
  const cells = cellsOf(answer.atlas);
  const mesh = { cells, find: createFinder(buildGrid(cells, "map").index) };
  meshes.set(answer, mesh);
  return mesh;
}
