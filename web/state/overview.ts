/** The efficiency centre's figures; every one of them knows the list it counts. */
import type { OverviewAnswer } from "../../server/domain/screenAnswers.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";
import { urgeCase } from "./urge.ts";

export const overview = createResource<OverviewAnswer>(() => ask("/api/overview"));

export async function loadOverview(): Promise<void> {
  await overview.load();
  const time = overview.value.peek()?.now;
  if (time !== undefined) learnTime(time);
}

/** 催办 from the list. */
export async function urge(row: OverviewAnswer["overdueRows"][number]): Promise<void> {
  await urgeCase(row);
  await loadOverview();
}
