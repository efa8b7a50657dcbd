/** A draft judged: its cells in WGS-84 and everything that is wrong, each with what could be done about it. */
import type { Cell } from "../../geo/cell.ts";
import { type CheckedGrid, checkGrid } from "../../geo/check/check.ts";
import type { GridFault } from "../../geo/check/fault.ts";
import type { Correction } from "../domain/gridAnswers.ts";
import type { DraftBody } from "../domain/gridVersion.ts";

export interface JudgeOptions {
  readonly digits: number;
  /** The county's six digits. */
  readonly prefix?: string;
  readonly validFrom: string;
  /** The cells in force, to see whether the drawing lies elsewhere. */
  readonly published: readonly Cell[];
}

export function judgeDraft({ drawing, datum, stated }: DraftBody, options: JudgeOptions): CheckedGrid {
  return checkGrid(drawing, { ...options, ...(stated && { datum }) });
}

/** The correction to offer for a fault, where there is a sensible one. */
export function correctionFor({ code, expected }: GridFault): Correction | null {
  switch (code) {
    case "datumSuspected":
      return expected === "gcj02" || expected === "bd09" ? { kind: "datum", datum: expected } : null;
    case "degreesNotMetres":
      return expected === "cgcs2000" || expected === "wgs84" ? { kind: "datum", datum: expected } : null;
    case "datumUnstated":
      return { kind: "datum", datum: "wgs84" };
    case "swapped":
      return { kind: "swapped" };
    case "notClosed":
    case "repeatedPoint":
      return { kind: "rings" };
    default:
      return null;
  }
}

/** The draft with a correction accepted. */
export function corrected(body: DraftBody, correction: Correction): DraftBody {
  switch (correction.kind) {
    case "datum":
      return { ...withoutQuestion(body), datum: correction.datum, stated: true };
    case "swapped":
      return withRings(body, (ring) => ring.map(([first, second]) => [second, first]));
    case "rings":
      return withRings(body, tidy);
  }
}

/** Whoever says in which datum the degrees are has answered what a projection beside them asks. */
function withoutQuestion(body: DraftBody): DraftBody {
  const faults = body.drawing.faults.filter(({ code }) => code !== "degreesNotMetres");
  return { ...body, drawing: { ...body.drawing, faults } };
}

type DrawnRing = DraftBody["drawing"]["cells"][number]["rings"][number][number];

function withRings(body: DraftBody, change: (ring: DrawnRing) => DrawnRing): DraftBody {
  const cells = body.drawing.cells.map((cell) => ({
    ...cell,
    rings: cell.rings.map((part) => part.map(change)),
  }));
  return { ...body, drawing: { ...body.drawing, cells } };
}

/** Closed, and no corner twice in a row. */
function tidy(ring: DrawnRing): DrawnRing {
  const corners = ring.filter(([x, y], place) => {
    const [beforeX, beforeY] = ring[place - 1] ?? [Number.NaN, Number.NaN];
    return x !== beforeX || y !== beforeY;
  });
  const [first] = corners;
  const last = corners.at(-1);
  if (first === undefined || last === undefined) return corners;
  return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first];
}
