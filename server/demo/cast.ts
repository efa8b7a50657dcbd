/** Who plays whom in the demo: the accounts of the county as actors, found by what they are responsible for. */
import type { Account } from "../../db/store.ts";
import type { Actor, Case } from "../domain/case.ts";

export interface Cast {
  /** The desk that files, dispatches and closes: the township's, else the county's. */
  desk(found: Case): Actor;
  centre: Actor;
  /** Somebody of a unit; null where the unit has no account. */
  unit(code: string): Actor | null;
  gridWorker(cell: string | null): Actor | null;
  /** Looks at the result: never of the unit that handled it. */
  checker(found: Case): Actor;
}

/** @throws when the county has no centre: the demo accounts are made before the cases. */
export function castOf(accounts: readonly Account[], deskUnit: string): Cast {
  const actors = accounts.filter(({ disabled }) => !disabled).map(actorOf);
  // Of several accounts of a unit the first one plays: where a township has two, the second is its head's
  const byUnit = new Map(
    actors
      .filter(hasUnit)
      .reverse()
      .map((actor) => [actor.unit, actor]),
  );
  const byCell = new Map(
    actors
      .filter(({ role }) => role === "gridWorker")
      .flatMap((actor) => actor.cells.map((cell) => [cell, actor] as const)),
  );
  const centre = byUnit.get(deskUnit) ?? actors.find(({ role }) => role === "centre");
  if (!centre) throw new Error("演示县没有指挥中心的账号，无法演示");

  const desk = (found: Case) => townshipOf(found) ?? centre;
  const townshipOf = ({ townshipCode }: Case) =>
    townshipCode === null ? undefined : byUnit.get(townshipCode);
  const gridWorker = (cell: string | null) => (cell === null ? null : (byCell.get(cell) ?? null));

  return {
    desk,
    centre,
    gridWorker,
    unit: (code) => byUnit.get(code) ?? null,
    checker(found) {
      const township = townshipOf(found);
      const free = township && township.unit !== found.leadUnit ? township : centre;
      return gridWorker(found.cellCode) ?? free;
    },
  };
}

/** People who call or write have no account. */
export function residentOf(caseId?: string): Actor {
  return {
    id: "resident",
    role: "resident",
    unit: null,
    cells: [],
    ...(caseId === undefined ? {} : { caseId }),
  };
}

function actorOf({ id, role, unit, cells }: Account): Actor {
  return { id, role, unit, cells };
}

/** Grid workers belong to a township too, but its desk is not theirs. */
function hasUnit(actor: Actor): actor is Actor & { readonly unit: string } {
  return actor.unit !== null && actor.role !== "gridWorker";
}
