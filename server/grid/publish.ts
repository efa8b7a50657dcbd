/** Publishing: a drawing without errors becomes a version that counts from a day on and is never changed again. */
import type { Cell } from "../../geo/cell.ts";
import { changeTo } from "../../geo/versions.ts";
import type { Deps } from "../deps.ts";
import { type Refusal, refuse } from "../domain/case.ts";
import type { GridLayer } from "../domain/gridVersion.ts";
import { type Day, dayNumber, dayOf, parseDay } from "../domain/time.ts";

export interface Publishing {
  readonly layer: GridLayer;
  readonly drawn: readonly Cell[];
  readonly validFrom: Day;
  readonly note: string;
  readonly source: string;
  readonly by: string;
  /** Revision of the draft, which goes; null without one. */
  readonly seen: number | null;
}

/** @returns the number of the new version, or why it cannot be. */
export async function publishGrid(
  { layer, drawn, validFrom, note, source, by, seen }: Publishing,
  deps: Pick<Deps, "store" | "clock" | "grid">,
): Promise<number | Refusal> {
  const refusal = await dayRefusal(layer, validFrom, deps);
  if (refusal) return refusal;
  const change = changeTo(drawn, await deps.store.grid.cells(layer), validFrom);
  if (change.begun.length === 0 && change.ended.length === 0)
    return refuse("badValue", { field: "grid", given: "没有任何变化", expected: "与现行网格不同的划分" });
  const on = { layer, validFrom, note, source, by, at: deps.clock.now() };
  const version = await deps.store.grid.publish({ ...on, ...change }, seen);
  if (version === null) return refuse("stale");
  await deps.grid.refresh();
  return version;
}

/** The first version may count from any day, also a past one; later ones neither change the past nor overtake. */
async function dayRefusal(
  layer: GridLayer,
  validFrom: Day,
  { store, clock }: Pick<Deps, "store" | "clock">,
): Promise<Refusal | null> {
  const bad = (expected: string) => refuse("badValue", { field: "validFrom", given: validFrom, expected });
  if (parseDay(validFrom) === null) return bad("真实的日期，如 2026-12-31");
  const others = (await store.grid.versions()).filter((row) => row.layer === layer);
  if (others.length === 0) return null;
  const last = others.map((row) => row.validFrom).reduce((a, b) => (a > b ? a : b));
  if (validFrom < last) return bad(`不早于已发布版本的起用日 ${last}`);
  return validFrom < dayOf(dayNumber(clock.now())) ? bad("不早于今天的日期") : null;
}
