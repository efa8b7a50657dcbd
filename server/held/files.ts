/**
 * Case files that were read or decided a moment ago, in memory: most acts come in a row with others on the same case. The
 * database says before every answer how the case stands there (decision 0034); a file that does not stand so is read anew.
 */
import type { CaseStand, Store } from "../../db/store.ts";
import type { Case } from "../domain/case.ts";
import type { Clock } from "../domain/clock.ts";

export interface HeldFile {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

export interface HeldFiles {
  /** As `store.cases.file`. What it answers is shared and must not be changed. */
  file(id: string): Promise<HeldFile | null>;
  /** How a case stands since it was committed. */
  put(file: HeldFile): void;
}

/** Some 10 kB each. */
const MOST = 1000;

export function createHeldFiles({ cases }: Pick<Store, "cases">): HeldFiles {
  const held = new Map<string, HeldFile>();

  /** The one put last stands last. */
  function put(file: HeldFile): void {
    const { id } = file.case;
    held.delete(id);
    held.set(id, file);
    if (held.size > MOST) held.delete(held.keys().next().value ?? "");
  }

  return {
    put,
    async file(id) {
      const known = held.get(id);
      const stand = known && (await cases.stand(id));
      if (known && stand && standsSo(known, stand)) return known;
      held.delete(id);
      const file = await cases.file(id);
      if (file) put(file);
      return file;
    },
  };
}

/** The head of its chain vouches for all of a case but what may be erased: its words, and that somebody can be reached. */
function standsSo({ case: found }: HeldFile, { headHash, text, address, contactable }: CaseStand): boolean {
  return (
    found.headHash === headHash &&
    found.text === text &&
    found.address === address &&
    found.contactable === contactable
  );
}
