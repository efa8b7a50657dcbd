/** The ground that maps are drawn on: cells, townships, rivers and roads, asked for once per visit. */
import type { MapCellsAnswer } from "../../server/domain/mapAnswers.ts";
import { ask } from "../api.ts";
import { createNeed, createResource } from "./resource.ts";

export const ground = createResource<MapCellsAnswer>(() => ask("/api/map/cells"));

export const needGround = createNeed(ground);
