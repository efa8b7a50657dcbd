/** What moving a county between its two databases needs of them (server/moving). */
export { canonical } from "./canonical.ts";
export { moveRows, type Sums, sumsOfFile, sumsOfTarget } from "./moving/rows.ts";
export { filledTables, tablesOf } from "./moving/tables.ts";
export { DatabaseFault } from "./pgFault.ts";
export { type Vessel, withVessel } from "./postgres.ts";
