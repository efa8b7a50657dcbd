/** The efficiency centre's figures; every one of them knows the list it counts. */
import type { OverviewAnswer } from "../../server/domain/screenAnswers.ts";
import { ask, post } from "../api.ts";
import { words } from "../words.ts";
import { randomUUID } from "./ids.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";
import { say } from "./toast.ts";

export const overview = createResource<OverviewAnswer>(() => ask("/api/overview"));

export async function loadOverview(): Promise<void> {
  await overview.load();
  const time = overview.value.peek()?.now;
  if (time !== undefined) learnTime(time);
}

/** 催办 from the list: the same move as in the case file. */
export async function urge(row: OverviewAnswer["overdueRows"][number]): Promise<void> {
  const answer = await post(`/api/cases/${row.id}/moves`, {
    action: "urge",
    version: row.version,
    commandId: randomUUID(),
  });
  say(answer.kind === "answer" ? words.overview.urged(row.number) : answer.detail);
  await loadOverview();
}
