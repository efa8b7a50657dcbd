import { cells, type House, openHouse } from "./app.ts";

/** A house whose three squares are published as its first version. */
export async function openPublished(): Promise<House> {
  const house = await openHouse();
  const said = {
    layer: "governance",
    validFrom: "2026-01-01",
    note: "",
    source: "",
    by: "system",
    at: 1,
  } as const;
  await house.store.grid.publish({ ...said, kept: [], begun: cells, ended: [] }, null);
  await house.deps.grid.refresh();
  return house;
}
