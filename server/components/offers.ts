/** Other ways to read a file of components than it was said to be, where they bring rows into the county. */
import { FEWEST_PAIRS } from "../../geo/offset.ts";
import type { Datum } from "../../geo/point.ts";
import type { CheckedRows } from "../domain/component/checkRows.ts";

/** How coordinates are read. */
export interface Reading {
  readonly datum: Datum;
  /** Rows that look exchanged are read the other way round. */
  readonly swap: boolean;
}

export type ComponentOffer =
  | { readonly kind: "swapped"; readonly rows: number }
  /** Rows outside the county, every one of which lies in it when the file is in this datum. */
  | { readonly kind: "datum"; readonly datum: "gcj02" | "bd09"; readonly rows: number };

export function offersFor(
  checked: CheckedRows,
  reading: Reading,
  readAs: (reading: Reading) => CheckedRows,
): readonly ComponentOffer[] {
  const { swapped } = checked;
  const turning = swapped > 0 && !reading.swap ? [{ kind: "swapped", rows: swapped } as const] : [];
  return [...turning, ...datumOffers(checked, reading, readAs)];
}

/** A few rows beyond the border are slips of their own; only what explains all of them is worth a word. */
function datumOffers(
  checked: CheckedRows,
  reading: Reading,
  readAs: (reading: Reading) => CheckedRows,
): readonly ComponentOffer[] {
  const rows = outside(checked);
  const isStraight = reading.datum === "wgs84" || reading.datum === "cgcs2000";
  if (!isStraight || rows < FEWEST_PAIRS) return [];
  const datum = (["gcj02", "bd09"] as const).find((datum) => outside(readAs({ ...reading, datum })) === 0);
  return datum === undefined ? [] : [{ kind: "datum", datum, rows }];
}

function outside({ faults }: CheckedRows): number {
  return faults.filter(({ kind }) => kind === "outside").length;
}
