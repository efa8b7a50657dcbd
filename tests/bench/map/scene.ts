/** What is measured of the map; known to the page in the browser and to what runs it. */
import type { Showing } from "../../../web/map/caseLayer.ts";

export interface Scene {
  readonly name: string;
  /** 0: the map without any case. */
  readonly cases: number;
  readonly showing: Showing;
  readonly zoom: number;
  /** What the hand does: drags the map, throws it so that it flies on by itself, or asks what lies under the pointer. */
  readonly hand: "drag" | "fling" | "hover";
}

/** Written into the trace at the beginning of every frame. */
export const FRAME = "frame";
