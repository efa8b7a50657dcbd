/** Versions of the grid: published whole, never changed; a version is the cells begun until it and not ended by then. */
import { and, asc, desc, eq, gt, isNull, lte, max, or } from "drizzle-orm";
import type { Cell } from "../geo/cell.ts";
import type { GridPublication } from "../server/domain/gridVersion.ts";
import type { Base } from "./db.ts";
import { hashOfCells } from "./gridHash.ts";
import { gridRow, rowEntry } from "./record/rows.ts";
import { createGridPoints } from "./gridPoints.ts";
import type { GridQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createGrid(base: Base, writer: Writer): GridQueries {
  const { db, tables } = base;
  const { gridVersions, gridCells, gridDrafts } = tables;
  return {
    ...createGridPoints(base),
    versions: async () => await db.select().from(gridVersions).orderBy(desc(gridVersions.version)),

    async cells(layer) {
      const rows = await db
        .select()
        .from(gridCells)
        .where(eq(gridCells.layer, layer))
        .orderBy(asc(gridCells.code), asc(gridCells.version));
      return rows.map((row) => ({ ...cellOf(row), ...(row.validTo !== null && { validTo: row.validTo }) }));
    },

    cellsOf,

    async publish(publication, seen) {
      const [last] = await db.select({ version: max(gridVersions.version) }).from(gridVersions);
      const version = (last?.version ?? 0) + 1;
      const done = await writer.runTogether(publicationSteps(publication, version, seen));
      return done === "done" ? version : null;
    },

    hashOf: async (version) => hashOfCells(await cellsOf(version)),

    async draft(layer) {
      const [row] = await db.select().from(gridDrafts).where(eq(gridDrafts.layer, layer));
      return row ?? null;
    },

    async draftHeads() {
      const { layer, revision, source, changedBy, changedAt } = gridDrafts;
      return await db.select({ layer, revision, source, changedBy, changedAt }).from(gridDrafts);
    },

    async saveDraft(draft, seen) {
      const row = { ...draft, revision: (seen ?? 0) + 1 };
      const saved =
        seen === null
          ? await db
              .insert(gridDrafts)
              .values(row)
              .onConflictDoNothing()
              .returning({ layer: gridDrafts.layer })
          : await db
              .update(gridDrafts)
              .set(row)
              .where(and(eq(gridDrafts.layer, draft.layer), eq(gridDrafts.revision, seen)))
              .returning({ layer: gridDrafts.layer });
      return saved.length > 0;
    },

    async discardDraft(layer, seen) {
      const gone = await db
        .delete(gridDrafts)
        .where(and(eq(gridDrafts.layer, layer), eq(gridDrafts.revision, seen)))
        .returning({ layer: gridDrafts.layer });
      return gone.length > 0;
    },
  };

  async function cellsOf(version: number): Promise<readonly Cell[]> {
    const [found] = await db.select().from(gridVersions).where(eq(gridVersions.version, version));
    if (!found) return [];
    const rows = await db
      .select()
      .from(gridCells)
      .where(
        and(
          eq(gridCells.layer, found.layer),
          lte(gridCells.version, version),
          or(isNull(gridCells.endedBy), gt(gridCells.endedBy, version)),
        ),
      )
      .orderBy(asc(gridCells.code));
    return rows.map(cellOf);
  }
}

function cellOf(row: Omit<Cell, "validTo">): Cell {
  const { code, name, townshipCode, communityCode, kind, rings, validFrom } = row;
  return { code, name, townshipCode, communityCode, kind, rings, validFrom };
}

/** Ends go before beginnings: an old code may begin again in the same version. */
function publicationSteps(
  publication: GridPublication,
  version: number,
  seen: number | null,
): readonly Step[] {
  const { layer, validFrom, note, source, by, at, kept, begun, ended } = publication;
  const cells = [...kept, ...begun];
  const counts = { cells: cells.length, kept: kept.length, begun: begun.length, ended: ended.length };
  const row = { version, layer, validFrom, note, source, hash: hashOfCells(cells), ...counts };
  const published = { ...row, publishedBy: by, publishedAt: at };
  return [
    { write: "addGridVersion", row: published, orElse: "duplicate" },
    rowEntry("gridVersion", String(version), gridRow(published, published.hash)),
    ...(seen === null
      ? []
      : [{ write: "dropGridDraft", row: { layer, revision: seen }, orElse: "stale" } as const]),
    ...ended.map(({ code }): Step => ({
      write: "endGridCell",
      row: { layer, code, validTo: validFrom, endedBy: version },
      orElse: "stale",
    })),
    ...begun.map((cell): Step => ({
      write: "addGridCell",
      row: { ...cellOf(cell), version, layer, validFrom, validTo: null, endedBy: null },
    })),
  ];
}
