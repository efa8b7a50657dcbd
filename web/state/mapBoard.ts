/** The map page: cases in view under the filters of the address, and the same cases as a list. */
import { signal } from "@preact/signals";
import type { MapCasesAnswer } from "../../server/domain/screenAnswers.ts";
import { ask, queryOf } from "../api.ts";
import { type Filters, valuesOf } from "./filters.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";

/** The whole county and its neighbours: pins are few enough to ask for at once. */
const EVERYWHERE = "73,3,136,54";

const filters = signal<Filters>({ tab: "open" });

export const pins = createResource<MapCasesAnswer>(() =>
  ask(`/api/map/cases${queryOf({ ...withoutSort(filters.peek()), box: EVERYWHERE })}`),
);

export async function showPins(wanted: Filters): Promise<void> {
  filters.value = wanted;
  await pins.load();
  const time = pins.value.peek()?.now;
  if (time !== undefined) learnTime(time);
}

function withoutSort(all: Filters): Readonly<Record<string, string | undefined>> {
  return { ...valuesOf(all), sort: undefined };
}
