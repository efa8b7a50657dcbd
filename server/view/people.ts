import type { Account } from "../../db/store.ts";
import type { Named } from "../domain/named.ts";
import type { PersonRow } from "../domain/peopleAnswers.ts";
import type { Names } from "./names.ts";

export function personRow(account: Account, names: Names): PersonRow {
  const { id, username, name, role, posts, disabled } = account;
  const unit = names.holder(account.unit);
  return { id, username, name, role, unit, cells: namedCells(account.cells, names), posts, disabled };
}

export function namedCells(cells: readonly string[], names: Names): readonly Named[] {
  return cells.map((code) => names.cell(code) ?? { code, name: code });
}
