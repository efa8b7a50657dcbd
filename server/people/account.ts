import type { Account } from "../../db/store.ts";
import { type Refusal, refuse } from "../domain/case.ts";
import type { Names } from "../view/names.ts";

/** Township and department accounts need their unit, grid workers their cells. */
export function accountForbids(
  { role, unit, cells }: Pick<Account, "role" | "unit" | "cells">,
  names: Pick<Names, "isUnit" | "isCell">,
): Refusal | null {
  const needsUnit =
    role === "township" || role === "department" || role === "centre" || role === "gridWorker";
  if (needsUnit && unit === null) return refuse("missing", { field: "unit" });
  if (unit !== null && !names.isUnit(unit))
    return refuse("badValue", { field: "unit", given: unit, expected: "unit code" });
  const stray = cells.find((cell) => !names.isCell(cell));
  if (stray !== undefined) return refuse("badValue", { field: "cells", given: stray, expected: "网格编码" });
  return role === "gridWorker" && cells.length === 0 ? refuse("missing", { field: "cells" }) : null;
}
