import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { LocateAnswer } from "../../server/domain/mapAnswers.ts";
import type { GridPublication } from "../../server/domain/gridVersion.ts";
import { DAY } from "../../server/domain/time.ts";
import { cells, type House, reported } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";

describe("the other layers", () => {
  const patrol = (code: string, name: string): Cell => {
    const [first] = cells;
    if (!first) throw new Error("No cell to copy");
    return { ...first, code, name };
  };
  const publish = (house: House, drawn: readonly Cell[], rest: Partial<GridPublication> = {}) => {
    const said = { validFrom: "2026-01-01", note: "", source: "", by: "system", at: 1 } as const;
    const all = { ...said, layer: "patrol" as const, kept: [], begun: drawn, ended: [], ...rest };
    return house.store.grid.publish(all, null);
  };

  it("tell their cell of a point, with the version, and nothing where it has none", async () => {
    const house = await openPublished();
    const locate = async (point: object) =>
      (await (await house.nobody.post("/api/locate", { point })).json()) as LocateAnswer;
    expect((await locate({ lng: 118.83, lat: 35.58 })).layers).toEqual([]);
    await publish(house, [patrol("371122001009001", "城阳巡查一区")]);
    await house.deps.grid.refresh();
    const told = {
      layer: { code: "patrol", name: "巡查责任区" },
      cell: { code: "371122001009001", name: "城阳巡查一区" },
      version: 2,
    };
    expect((await locate({ lng: 118.83, lat: 35.58 })).layers).toEqual([told]);
    expect((await locate({ lng: 118.95, lat: 35.58 })).layers).toEqual([]);
  });

  it("tell the cell of a case as it was on its day, whatever is drawn later", async () => {
    const house = await openPublished();
    const old = patrol("371122001009001", "城阳巡查一区");
    await publish(house, [old]);
    await house.deps.grid.refresh();
    const worker = await house.as("gridWorker");
    const found = await reported(worker);
    const fresh = { ...old, name: "城阳巡查甲区", validFrom: "2026-03-12" };
    await publish(house, [fresh], { validFrom: "2026-03-12", ended: [old] });
    house.clock.advance(3 * DAY);
    await house.deps.grid.refresh();
    const layersOf = async (id: string) =>
      ((await (await (await house.as("centre")).get(`/api/cases/${id}`)).json()) as CaseAnswer).layers;
    expect((await layersOf(found.id)).map(({ cell, version }) => [cell.name, version])).toEqual([
      ["城阳巡查一区", 2],
    ]);
    const later = await reported(await house.as("gridWorker"));
    expect((await layersOf(later.id)).map(({ cell, version }) => [cell.name, version])).toEqual([
      ["城阳巡查甲区", 3],
    ]);
  });
});
