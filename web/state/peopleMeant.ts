/** Which accounts a person looks for by a few characters of whatever is written in their line. */
import { fitOf } from "../../geo/places/initials.ts";
import type { PersonRow } from "../../server/domain/peopleAnswers.ts";
import { roleWords } from "../../server/domain/words.ts";
import { initialsOfName } from "./nameInitials.ts";

/** @param text a piece or the initials of a name, an account, post, unit or cell; empty: everybody. */
export function peopleMeant(rows: readonly PersonRow[], text: string): readonly PersonRow[] {
  const wanted = text.trim();
  if (wanted === "") return rows;
  return rows.filter((row) => writtenOf(row).some((name) => fitOf(initialsOfName(name), wanted) !== null));
}

function writtenOf({ name, username, role, unit, cells }: PersonRow): readonly string[] {
  return [name, username, roleWords[role], ...(unit ? [unit.name] : []), ...cells.map((cell) => cell.name)];
}
