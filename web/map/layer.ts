/**
 * What pages lay on the map. A layer paints itself on the canvas it is given and says what lies under a finger;
 * it never meets Leaflet. Make it anew when what it shows has changed: the map paints it again then.
 *
 *   const lamps: MapLayer = {
 *     id: "parts",
 *     paint: (frame) => points.forEach((point) => dot(frame.context, ...pixelOf(point, frame))),
 *     find: (spot) => nearest(spot.point, spot.reach),
 *   };
 *   <MapPane label={…} layers={[lamps]} />
 */
import type { Point } from "../../geo/point.ts";
import type { Frame } from "./frame.ts";

export interface MapLayer {
  readonly id: string;
  readonly paint: (frame: Frame) => void;
  /**
   * Makes ready what takes longest of painting this frame, in steps that each fit into an animation frame; asked while
   * the map moves, before the view leaves what is painted. `paint` of the same frame may follow, or never.
   */
  readonly ready?: (frame: Frame) => Iterable<unknown>;
  /** The topmost thing of this layer at a spot; asked on every move of the pointer, so it must answer at once. */
  readonly find?: (spot: Spot) => Found | null;
}

export interface Spot {
  readonly point: Point;
  /** How far in metres the pointer or finger reaches at this zoom. */
  readonly reach: number;
  readonly zoom: number;
}

export interface Found {
  /** Told beside the pointer. */
  readonly title: string;
  /** Marked with a ring while told. */
  readonly at?: Point;
  /** Told when the pointer comes to it, and when it leaves. */
  readonly meant?: (isMeant: boolean) => void;
  /** What a tap does. */
  readonly open?: () => void;
}

/** Takes the pointer from the map: to draw, to drag a corner. While it holds, the map stands still. */
export interface MapHand {
  /** Whether the hand takes what begins here; otherwise the map is moved. */
  readonly press: (spot: Spot) => boolean;
  readonly drag: (spot: Spot) => void;
  readonly drop: (spot: Spot) => void;
}
