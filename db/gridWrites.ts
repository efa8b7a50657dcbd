/** The statements that publish a version of the grid: see writes.ts. */
import { and, eq, isNull } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { Tables } from "./tables.ts";

type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];

/** The row that each statement takes. */
export interface GridRowOf {
  readonly addGridVersion: Row<"gridVersions">;
  readonly dropGridDraft: Pick<Row<"gridDrafts">, "layer" | "revision">;
  readonly endGridCell: Pick<Row<"gridCells">, "layer" | "code" | "validTo" | "endedBy">;
  readonly addGridCell: Row<"gridCells">;
}

export const gridWrites = {
  // Whoever takes the next number first publishes.
  addGridVersion: ({ db, tables }: Base, row: GridRowOf["addGridVersion"]) =>
    db.insert(tables.gridVersions).values(row).onConflictDoNothing(),

  dropGridDraft: ({ db, tables: { gridDrafts } }: Base, { layer, revision }: GridRowOf["dropGridDraft"]) =>
    db.delete(gridDrafts).where(and(eq(gridDrafts.layer, layer), eq(gridDrafts.revision, revision))),

  endGridCell: (
    { db, tables: { gridCells } }: Base,
    { layer, code, validTo, endedBy }: GridRowOf["endGridCell"],
  ) =>
    db
      .update(gridCells)
      .set({ validTo, endedBy })
      .where(and(eq(gridCells.layer, layer), eq(gridCells.code, code), isNull(gridCells.endedBy))),

  addGridCell: ({ db, tables }: Base, row: GridRowOf["addGridCell"]) =>
    db.insert(tables.gridCells).values(row),
};
