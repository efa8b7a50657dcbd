/** A database with one process on it: SQLite, whose folder is locked, and PGlite. */
import type { OtherQueries } from "./store.ts";

export const noOthers: OtherQueries = {
  alone: async (_name, work) => await work(),
  inTurn: async (_name, work) => await work(),
  follow: async () => async () => undefined,
};
