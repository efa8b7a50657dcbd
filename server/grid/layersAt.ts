/** The cell of a point in the layers that lie over the governance grid: 城管单元网格 and 巡查责任区. */
import type { Point } from "../../geo/point.ts";
import { cellsAt } from "../../geo/resettle.ts";
import type { Deps } from "../deps.ts";
import type { LayerCell } from "../domain/gridAnswers.ts";
import { type GridLayer, gridLayers, versionOfDay } from "../domain/gridVersion.ts";
import { type Day, dayNumber, dayOf } from "../domain/time.ts";
import { heldVersion } from "./ofVersion.ts";

type Around = Pick<Deps, "grid" | "reference">;

/** By the versions in force; layers in which the point lies in no cell are left out. */
export function layersNow(point: Point, { grid, reference }: Around): readonly LayerCell[] {
  return [...grid.others()].flatMap(([layer, { cells, locate }]) => {
    const placed = locate({ lng: point.lng, lat: point.lat });
    if (placed.kind !== "inside" && placed.kind !== "near") return [];
    const cell = cells.find(({ code }) => code === placed.cell);
    return cell ? [layerCell(layer, cell, { reference, version: Number(placed.gridVersion) })] : [];
  });
}

/** By the versions of a day: a case keeps the cells of its own. A layer that is younger is asked as it began. */
export async function layersOn(
  day: Day,
  point: Point,
  deps: Around & Pick<Deps, "store" | "clock">,
): Promise<readonly LayerCell[]> {
  const { store, reference, grid, clock } = deps;
  if (grid.others().size === 0) return [];
  const versions = await store.grid.versions();
  const today = dayOf(dayNumber(clock.now()));
  const found = await Promise.all(
    gridLayers.map(async (layer) => {
      if (layer === "governance") return [];
      const inForce = versions.filter((row) => row.layer === layer && row.validFrom <= today);
      const row = versionOfDay(versions, layer, day) ?? inForce.at(-1);
      if (row === undefined) return [];
      const held = await heldVersion(row, { store });
      const [code] = cellsAt(held.grid, Float64Array.of(point.lng, point.lat));
      const cell = held.cells.find((one) => one.code === code);
      return cell ? [layerCell(layer, cell, { reference, version: row.version })] : [];
    }),
  );
  return found.flat();
}

interface Told {
  readonly reference: Deps["reference"];
  readonly version: number;
}

function layerCell(
  layer: GridLayer,
  { code, name }: { readonly code: string; readonly name: string },
  { reference, version }: Told,
): LayerCell {
  const rule = reference.grid.layers.find((row) => row.code === layer);
  return { layer: { code: layer, name: rule?.name ?? layer }, cell: { code, name }, version };
}
