/** Who receives the orders of supervision (催办、督办、批示、通报): real accounts, as the administrator has named them. */
import type { Deps } from "./deps.ts";
import type { World } from "./domain/world.ts";

export type Receivers = NonNullable<World["receivers"]>;

/** Asked once for each act and each round of the sweep: a person named a moment ago is heard of at once. */
export async function receiversOf({
  namedPeople,
  cells,
}: Pick<Deps, "namedPeople" | "cells">): Promise<Receivers> {
  const named = await namedPeople();
  const townships = townshipsOf(cells);
  // Whoever answers for a cell sits in its township
  const unitOf = (code: string) => townships.get(code) ?? code;
  return (code, receiver) => {
    const unit = unitOf(code);
    const reached = named.filter(({ role, unit: own, posts }) => {
      if (receiver === "leader") return role === "leader";
      return receiver !== "centre" && own === unit && posts.includes(receiver);
    });
    return reached.map(({ id }) => id);
  };
}

const known = new WeakMap<Deps["cells"], ReadonlyMap<string, string>>();

/** By cell; made once for a grid, since every notice of every round asks. */
function townshipsOf(cells: Deps["cells"]): ReadonlyMap<string, string> {
  const found = known.get(cells) ?? new Map(cells.map(({ code, townshipCode }) => [code, townshipCode]));
  known.set(cells, found);
  return found;
}
