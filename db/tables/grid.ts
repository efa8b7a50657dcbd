/** The grid: versions that are published for ever, the cells they began, and one draft for each layer. */
import type { Area, CellKind } from "../../geo/cell.ts";
import type { DraftBody, GridLayer } from "../../server/domain/gridVersion.ts";
import type { Kit } from "../kit.ts";

export function gridTables(k: Kit) {
  const gridVersions = k.table("grid_versions", {
    version: k.int().primaryKey(),
    layer: k.key<GridLayer>().notNull(),
    validFrom: k.key().notNull(),
    note: k.text().notNull(),
    source: k.text().notNull(),
    hash: k.key().notNull(),
    cells: k.int().notNull(),
    kept: k.int().notNull(),
    begun: k.int().notNull(),
    ended: k.int().notNull(),
    publishedBy: k.key().notNull(),
    publishedAt: k.instant().notNull(),
  });

  /** Each cell once for each life: a cell that changes ends and begins again. */
  const gridCells = k.table(
    "grid_cells",
    {
      /** The version that began it. */
      version: k.int().notNull(),
      layer: k.key<GridLayer>().notNull(),
      code: k.key().notNull(),
      name: k.text().notNull(),
      townshipCode: k.key().notNull(),
      communityCode: k.key().notNull(),
      kind: k.key<CellKind>().notNull(),
      rings: k.json<Area>().notNull(),
      validFrom: k.key().notNull(),
      /** The first day it no longer counts, and the version that ended it. */
      validTo: k.key(),
      endedBy: k.int(),
    },
    (t) => [k.primaryKey({ columns: [t.version, t.code] }), k.index("grid_cells_layer").on(t.layer)],
  );

  const gridDrafts = k.table("grid_drafts", {
    layer: k.key<GridLayer>().primaryKey(),
    revision: k.int().notNull(),
    source: k.text().notNull(),
    changedBy: k.key().notNull(),
    changedAt: k.instant().notNull(),
    body: k.json<DraftBody>().notNull(),
  });

  return { gridVersions, gridCells, gridDrafts };
}
