/** The base map, asked for once per visit; the service worker keeps it for where there is no network. */
import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import { ask } from "../api.ts";
import { createNeed, createResource } from "./resource.ts";

export const baseMap = createResource<BaseMapAnswer>(() => ask("/api/basemap"));

export const needBaseMap = createNeed(baseMap);
