import type { MapCellsAnswer } from "./domain/mapAnswers.ts";

/** What the map draws beneath the cases: outlines of the townships, rivers and roads. */
export type Ground = Pick<MapCellsAnswer, "townships" | "lines">;

export const bareGround: Ground = { townships: [], lines: [] };
