/** What is measured of the map; known to the page in the browser and to what runs it. */
import type { Showing } from "../../../web/map/caseLayer.ts";

export interface Scene {
  readonly name: string;
  /** 0: the map without any case. */
  readonly cases: number;
  readonly showing: Showing;
  readonly zoom: number;
  /** The pointer hovers, asking what lies under it in every frame, instead of dragging the map. */
  readonly hovers: boolean;
}

/** Written into the trace at the beginning of every frame. */
export const FRAME = "frame";
