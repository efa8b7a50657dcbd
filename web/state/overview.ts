/** The efficiency centre's figures; every one of them knows the list it counts. */
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import type { MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import { signal } from "@preact/signals";
import { ask, queryOf } from "../api.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { urgeCase } from "./urge.ts";

export const overview = createResource<OverviewAnswer>(() => ask("/api/overview"));

const version = signal<string | undefined>(undefined);

/** How much is open in each cell, by the cells of the day or by a chosen version of the grid. */
export const cellCounts = createResource<MapCountsAnswer>(() =>
  ask(`/api/map/counts${queryOf({ gridVersion: version.peek() })}`),
);

export async function countBy(gridVersion: string | undefined): Promise<void> {
  if (version.peek() !== gridVersion) cellCounts.put(null);
  version.value = gridVersion;
  await cellCounts.load();
}

export async function loadOverview(): Promise<void> {
  await Promise.all([loadTimed(overview), cellCounts.load()]);
}

/** 催办 from the list. */
export async function urge(row: OverviewAnswer["overdueRows"][number]): Promise<void> {
  await urgeCase(row);
  await loadOverview();
}
