/** Every name of the county that a person may look for, found by a piece of it or by its initials (拼音首字母). Pure. */
import { byInitials, type Initials, initialsOf } from "../../geo/places/initials.ts";
import type { FoundKind, FoundName } from "../domain/findAnswers.ts";

export interface NameIndex {
  /** The best of each kind, few enough to be read; kinds in the order of `foundKinds`. */
  readonly find: (wanted: string) => readonly FoundName[];
}

/** Of one kind no more than this: somebody who does not see it types one letter more. */
const MOST_OF_A_KIND = 6;

interface Entry {
  readonly found: FoundName;
  readonly initials: Initials;
}

export function createNameIndex(names: readonly FoundName[]): NameIndex {
  const byKind = new Map<FoundKind, Entry[]>();
  for (const found of names) {
    const entries = byKind.get(found.kind) ?? [];
    if (entries.length === 0) byKind.set(found.kind, entries);
    entries.push({ found, initials: initialsOf(found.name) });
  }
  return {
    find: (wanted) =>
      [...byKind.values()].flatMap((entries) =>
        byInitials(entries, ({ initials }) => initials, wanted)
          .slice(0, MOST_OF_A_KIND)
          .map(({ found }) => found),
      ),
  };
}
