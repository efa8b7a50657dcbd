/** Cases on the map: from afar in clusters, from near each for itself, or as warmth. */
import { mapWords } from "../mapWords.ts";
import { type CasePoints, pointLamps } from "../../server/domain/casePoints.ts";
import { type Cluster, clustersAt } from "./clusters.ts";
import { type Frame, metresPerPixel, placeOf, worldOf } from "./frame.ts";
import { paintHeat } from "./heat.ts";
import type { Found, MapLayer, Spot } from "./layer.ts";
import { type PointField, topmostAt } from "./pointField.ts";
import { paintStamped, stampSlices } from "./stamping.ts";

export const showings = ["auto", "points", "clusters", "heat"] as const;
export type Showing = (typeof showings)[number];

export interface CaseLayerMaterial {
  readonly points: CasePoints;
  readonly field: PointField;
  readonly showing: Showing;
  readonly nameOfItem: (code: string | null) => string;
  readonly openCase: (number: string) => void;
  /** The number of the case that the pointer is on; null when it leaves. */
  readonly meant?: (number: string | null) => void;
  /** Goes nearer to where many are. */
  readonly openCluster: (at: { readonly lng: number; readonly lat: number }, zoom: number) => void;
}

export function caseLayer(material: CaseLayerMaterial): MapLayer {
  const { field } = material;
  return {
    id: "cases",
    paint(frame) {
      const way = wayAt(material, frame.zoom);
      if (way === "heat") paintHeat(frame, field);
      else if (way === "clusters") paintClusters(frame, field);
      else paintStamped({ frame, field, colours: lampColours() });
    },
    *ready(frame) {
      if (wayAt(material, frame.zoom) === "points")
        yield* stampSlices({ frame, field, colours: lampColours() });
    },
    find(spot) {
      const way = wayAt(material, spot.zoom);
      if (way === "heat") return null;
      return way === "clusters" ? findCluster(spot, material) : findCase(spot, material);
    },
  };
}

/** More than this many at once say nothing any more from afar. */
const MANY = 1500;
const NEAR = 12.5;

function wayAt({ showing, field }: CaseLayerMaterial, zoom: number): Exclude<Showing, "auto"> {
  if (showing !== "auto") return showing;
  return field.count > MANY && zoom < NEAR ? "clusters" : "points";
}

/** In the order of `pointLamps`, read from the tokens of the theme. */
function lampColours(): readonly string[] {
  const style = getComputedStyle(document.documentElement);
  return ["--lamp-grey", "--lamp-green", "--pin-amber", "--lamp-red", "--lamp-severe"].map((name) =>
    style.getPropertyValue(name).trim(),
  );
}

function clusterRadius(count: number): number {
  return 13 + 4.5 * Math.log10(count);
}

function paintClusters(frame: Frame, field: PointField): void {
  const { context, zoom, left, top } = frame;
  const scale = 2 ** zoom;
  const colours = lampColours();
  const style = getComputedStyle(document.documentElement);
  const [ground, ink] = ["--card", "--ink"].map((name) => style.getPropertyValue(name).trim());
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { x, y, count, lamps } of clustersAt(field, zoom)) {
    const [px, py] = [x * scale - left, y * scale - top];
    if (px < -40 || py < -40 || px > frame.width + 40 || py > frame.height + 40) continue;
    const radius = clusterRadius(count);
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
    context.fillStyle = ground ?? "";
    context.fill();
    let from = -Math.PI / 2;
    for (const lamp of [4, 3, 2, 1, 0]) {
      const share = ((lamps[lamp] ?? 0) / count) * 2 * Math.PI;
      if (share === 0) continue;
      context.beginPath();
      context.arc(px, py, radius - 2.5, from, from + share);
      context.lineWidth = 5;
      context.strokeStyle = colours[lamp] ?? "";
      context.stroke();
      from += share;
    }
    context.fillStyle = ink ?? "";
    context.font = `600 ${count > 999 ? 11.5 : 12.5}px sans-serif`;
    context.fillText(mapWords.many(count), px, py + 0.5);
  }
}

function findCluster({ point, zoom }: Spot, { field, openCluster }: CaseLayerMaterial): Found | null {
  const scale = 2 ** zoom;
  const [x, y] = worldOf(point);
  const found = clustersAt(field, zoom).find(
    (cluster) => Math.hypot(cluster.x - x, cluster.y - y) * scale <= clusterRadius(cluster.count),
  );
  if (!found) return null;
  const at = placeOf([found.x, found.y]);
  return { title: mapWords.cluster(found.count, lateOf(found)), open: () => openCluster(at, zoom + 2) };
}

function lateOf({ lamps }: Cluster): number {
  return (lamps[3] ?? 0) + (lamps[4] ?? 0);
}

function findCase({ point, reach, zoom }: Spot, material: CaseLayerMaterial): Found | null {
  const { field, points, nameOfItem, openCase } = material;
  const pixels = reach / metresPerPixel(zoom, point.lat);
  const { place, others } = topmostAt(field, worldOf(point), pixels / 2 ** zoom);
  if (place < 0) return null;
  const from = field.source[place] ?? 0;
  const number = points.numberAt(from);
  const lamp = pointLamps[field.lamp[place] ?? 0] ?? null;
  return {
    title: mapWords.case(number, nameOfItem(points.itemAt(from)), lamp, others),
    at: placeOf([field.x[place] ?? 0, field.y[place] ?? 0]),
    meant: (isMeant) => material.meant?.(isMeant ? number : null),
    open: () => openCase(number),
  };
}
