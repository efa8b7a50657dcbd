/** Whose hands a case is in (现在在谁手里) after a move: the question every list answers first. */
import { assistantOf } from "./assignment.ts";
import type { Case } from "./case.ts";
import type { Holder } from "./workflow.ts";

type Held = Pick<Case, "townshipCode" | "leadUnit" | "cellCode" | "contactable" | "rules"> & {
  readonly holder?: string | null;
  readonly state?: Case["state"];
};

/**
 * @param centre unit code of the county desk, which takes every case whose township is unknown (兜底).
 * @returns unit code, cell code for a check by the grid worker, or null when nobody has to act.
 */
export function holderAfter(holder: Holder, found: Held, centre: string): string | null {
  const desk = found.townshipCode ?? centre;
  switch (holder) {
    case "same":
      return found.holder ?? null;
    case "desk":
      return desk;
    case "leadUnit":
      return found.leadUnit;
    case "checker":
      return checkerOf(found, desk, centre);
    case "followUp":
      return isFollowedUp(found) ? desk : null;
    case "nobody":
      return null;
  }
}

/** 回访 is of what was done: whoever was told why not (不予立案, also with the lead case) or took it back is not asked. */
export function isFollowedUp({ state, contactable }: Pick<Held, "state" | "contactable">): boolean {
  return contactable && state !== "declined" && state !== "withdrawn";
}

/** The grid worker of the cell looks at the result; without a cell the desk, unless the desk did the work itself or helped. */
function checkerOf(found: Held, desk: string, centre: string): string {
  if (found.cellCode !== null) return found.cellCode;
  return found.leadUnit === desk || assistantOf(found, desk)?.state === "done" ? centre : desk;
}
