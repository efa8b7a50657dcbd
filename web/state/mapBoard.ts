/** The map page: all cases under the filters of the address as points, and those in view as a list. */
import { computed, signal } from "@preact/signals";
import { readPoints } from "../../server/domain/casePoints.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { LocateAnswer, MapCasesAnswer } from "../../server/domain/mapAnswers.ts";
import type { MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import type { Point } from "../../geo/point.ts";
import { ask, askBuffer, post, queryOf } from "../api.ts";
import type { Box } from "../map/frame.ts";
import { countWithin, createField } from "../map/pointField.ts";
import { type Filters, valuesOf } from "./filters.ts";
import { layerLine } from "../layerLine.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";

/** Rows beside the map: more than that nobody reads. */
export const MOST_LISTED = 100;

const filters = signal<Filters>({ tab: "open" });
/** What the map shows just now; null before it is drawn. */
const view = signal<Box | null>(null);

export const bytes = createResource<ArrayBuffer>(() =>
  askBuffer(`/api/map/points${queryOf(withoutSort(filters.peek()))}`),
);

export const points = computed(() => (bytes.value.value ? readPoints(bytes.value.value) : null));
export const field = computed(() => (points.value ? createField(points.value) : null));

/** The version of the grid that is shown and counted by; undefined: the one of today, and the cells of each case's day. */
const version = signal<string | undefined>(undefined);

/** How much is open in each cell. */
export const counts = createResource<MapCountsAnswer>(() =>
  ask(`/api/map/counts${queryOf({ gridVersion: version.peek() })}`),
);

/** The most urgent of those in view. */
export const listed = createResource<MapCasesAnswer>(() => {
  const box = view.peek();
  const sent = box
    ? [box.west, box.south, box.east, box.north].map((part) => part.toFixed(6)).join(",")
    : "73,3,136,54";
  return ask(
    `/api/map/cases${queryOf({ ...withoutSort(filters.peek()), box: sent, sort: "due", limit: MOST_LISTED })}`,
  );
});

export const inView = computed(() => {
  if (!field.value) return null;
  return view.value ? countWithin(field.value, view.value) : field.value.count;
});

export async function showPoints(wanted: Filters, gridVersion: string | undefined): Promise<void> {
  filters.value = wanted;
  if (version.peek() !== gridVersion) counts.put(null);
  version.value = gridVersion;
  await Promise.all([bytes.load(), counts.load(), showListed()]);
}

/** A pause of the hand after which the list follows the map. */
const PAUSE = 150;
let timer: ReturnType<typeof setTimeout> | undefined;

export function lookAt(box: Box): void {
  view.value = box;
  clearTimeout(timer);
  timer = setTimeout(() => void showListed(), PAUSE);
}

async function showListed(): Promise<void> {
  await loadTimed(listed);
}

/** The cells of a pressed place in the layers over the governance grid, a line each; none without a network. */
export async function layersAt({ lng, lat }: Point): Promise<readonly string[]> {
  const answer = await post<LocateAnswer>("/api/locate", { point: { lng, lat } });
  return answer.kind === "answer" ? answer.value.layers.map(layerLine) : [];
}

/** The id of a case by its number; null when it cannot be seen any more. */
export async function idOf(number: string): Promise<string | null> {
  const known = listed.value.peek()?.rows.find((row) => row.number === number);
  if (known) return known.id;
  const answer = await ask<CaseListAnswer>(`/api/cases${queryOf({ tab: "all", q: number })}`);
  return answer.kind === "answer"
    ? (answer.value.rows.find((row) => row.number === number)?.id ?? null)
    : null;
}

function withoutSort(all: Filters): Readonly<Record<string, string | undefined>> {
  return { ...valuesOf(all), sort: undefined };
}
