/** A point that was probably meant instead of the one that was sent: to accept with one tap. */
import type { CorrectionKind, Mend } from "../../geo/mend.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import type { Named } from "./named.ts";

export interface CorrectionAnswer {
  /** `swapped`: latitude stood first; `gcj02`, `bd09`: coordinates of that datum were given as WGS-84. */
  readonly kind: CorrectionKind;
  /** Where it lies then, in WGS-84. */
  readonly point: Point;
  /** The cell in which it lies then. */
  readonly cell: Named;
  /** What to send instead: the same figures, source and accuracy, read the right way. */
  readonly stated: ReportedPoint;
}

export function correctionIn(
  mend: Mend | null,
  nameOfCell: (code: string) => Named | null,
): CorrectionAnswer | null {
  const better = mend?.better ?? null;
  if (better === null) return null;
  const { kind, point, cell, stated } = better;
  return { kind, point, cell: nameOfCell(cell) ?? { code: cell, name: cell }, stated };
}
