/** What the page of the grid shows: layers, versions, drafts, and the cells of one version. */
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { GridAnswer, GridCellsAnswer } from "../domain/gridAnswers.ts";
import { type GridVersion, gridLayers, versionOfDay } from "../domain/gridVersion.ts";
import { emptyGridHint } from "../domain/gridWords.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { drawnCell, nameOf } from "./draft.ts";

export function mayDraw({ role }: Actor): boolean {
  return role === "admin";
}

export async function gridAnswer(actor: Actor, deps: Deps): Promise<GridAnswer> {
  const { store, clock, reference } = deps;
  const today = dayOf(dayNumber(clock.now()));
  const [versions, drafts] = await Promise.all([store.grid.versions(), store.grid.draftHeads()]);
  const names = new Map<string, string>();
  const people = [...versions.map((row) => row.publishedBy), ...drafts.map((row) => row.changedBy)];
  for (const id of new Set(people)) names.set(id, await nameOf(id, deps));
  const inForce = new Set(gridLayers.map((layer) => versionOfDay(versions, layer, today)?.version));
  return {
    layers: reference.grid.layers.map((layer) => ({
      ...layer,
      version: versionOfDay(versions, layer.code, today)?.version ?? null,
    })),
    versions: versions.map((row) => ({
      ...row,
      by: names.get(row.publishedBy) ?? "",
      inForce: inForce.has(row.version),
    })),
    drafts: drafts.map(({ changedBy, ...head }) => ({ ...head, by: names.get(changedBy) ?? "" })),
    mayEdit: mayDraw(actor),
    today,
    hint: deps.cells.length === 0 ? emptyGridHint : null,
    now: clock.now(),
  };
}

/** The cells of a version, and what it ended. */
export async function gridCellsAnswer(version: number, { store }: Deps): Promise<GridCellsAnswer | null> {
  const versions = await store.grid.versions();
  const found = versions.find((row) => row.version === version);
  if (!found) return null;
  const [cells, before] = await Promise.all([
    store.grid.cellsOf(version),
    store.grid.cellsOf(versionBefore(found, versions)),
  ]);
  const keyOf = (cell: (typeof cells)[number]) =>
    `${cell.code} ${cell.validFrom} ${JSON.stringify(cell.rings)}`;
  const [now, then] = [new Set(cells.map(keyOf)), new Set(before.map(keyOf))];
  return {
    version,
    kept: cells.filter((cell) => then.has(keyOf(cell))).map(drawnCell),
    begun: cells.filter((cell) => !then.has(keyOf(cell))).map(drawnCell),
    ended: before.filter((cell) => !now.has(keyOf(cell))).map(drawnCell),
  };
}

function versionBefore(found: GridVersion, versions: readonly GridVersion[]): number {
  return versions.find((row) => row.layer === found.layer && row.version < found.version)?.version ?? 0;
}
