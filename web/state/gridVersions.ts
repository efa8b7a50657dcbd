/** Published versions of the governance grid, to count and draw by one of them; asked for once per visit. */
import { computed } from "@preact/signals";
import type { GridAnswer } from "../../server/domain/gridAnswers.ts";
import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import { ask } from "../api.ts";
import { createNeed, createResource, type Resource } from "./resource.ts";

const listed = createResource<GridAnswer>(() => ask("/api/grid"));

/** The newest first; fewer than two are no choice. */
export const governanceVersions = computed(() =>
  (listed.value.value?.versions ?? []).filter(({ layer }) => layer === "governance"),
);

export const needVersions = createNeed(listed);

const drawn = new Map<string, Resource<BaseMapAnswer>>();

/** The base map of a version; what is published never changes, so it is asked for once. */
export function mapOfVersion(version: string): Resource<BaseMapAnswer> {
  const known = drawn.get(version);
  if (known) return known;
  const made = createResource<BaseMapAnswer>(() => ask(`/api/grid/versions/${version}/basemap`));
  drawn.set(version, made);
  return made;
}
