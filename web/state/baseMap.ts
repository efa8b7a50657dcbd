/** The base map, asked for once per visit; the service worker keeps it for where there is no network. */
import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";

export const baseMap = createResource<BaseMapAnswer>(() => ask("/api/basemap"));

let asked = false;

export function needBaseMap(): void {
  if (asked) return;
  asked = true;
  void baseMap.load().then(() => {
    asked = baseMap.value.peek() !== null;
  });
}
