/** Cases on the map: from afar in clusters, from near each for itself, or as warmth. */
import { mapWords } from "../mapWords.ts";
import { type CasePoints, pointLamps } from "../../server/domain/casePoints.ts";
import { type Cluster, clustersAt } from "./clusters.ts";
import { type Frame, metresPerPixel, placeOf, worldOf } from "./frame.ts";
import { paintHeat } from "./heat.ts";
import type { Found, MapLayer, Spot } from "./layer.ts";
import { type PointField, topmostAt } from "./pointField.ts";
import { createSplatSheet, pixelColour, stampOf } from "./splat.ts";

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
      else paintPoints(frame, field);
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

const sheet = { made: null as ReturnType<typeof createSplatSheet> | null };

function paintPoints(frame: Frame, field: PointField): void {
  const { zoom, left, top, width, height, ratio } = frame;
  const scale = 2 ** zoom;
  const pixels = (sheet.made ??= createSplatSheet());
  const colours = lampColours().map(pixelColour);
  const within = {
    left: left / scale,
    top: top / scale,
    right: (left + width) / scale,
    bottom: (top + height) / scale,
  };
  const { placeOf, starts } = seenByLamp(field, within);
  const radius = radiusFor(starts[pointLamps.length] ?? 0, zoom);
  pixels.begin(frame);
  for (const [lamp, colour] of colours.entries()) {
    const stamp = stampOf(lamp > 2 ? radius * 1.25 : radius, ratio, colour);
    for (let at = starts[lamp] ?? 0; at < (starts[lamp + 1] ?? 0); at += 1) {
      const place = placeOf[at] ?? 0;
      const [x, y] = [(field.x[place] ?? 0) * scale - left, (field.y[place] ?? 0) * scale - top];
      pixels.stamp(stamp, x * ratio, y * ratio, lamp);
    }
  }
  pixels.end(frame);
}

/** Room for the places of all points; kept between paintings. */
let room = { found: new Uint32Array(0), sorted: new Uint32Array(0) };

/** The places in view, the quietest first: those of a lamp stand from `starts[lamp]` to before `starts[lamp + 1]`. */
function seenByLamp(field: PointField, within: Parameters<PointField["each"]>[0]) {
  if (room.found.length < field.count)
    room = { found: new Uint32Array(field.count), sorted: new Uint32Array(field.count) };
  const { found, sorted } = room;
  const starts = new Uint32Array(pointLamps.length + 1);
  let count = 0;
  field.each(within, (place) => {
    found[count] = place;
    count += 1;
    const lamp = field.lamp[place] ?? 0;
    starts[lamp + 1] = (starts[lamp + 1] ?? 0) + 1;
  });
  for (let lamp = 0; lamp < pointLamps.length; lamp += 1)
    starts[lamp + 1] = (starts[lamp + 1] ?? 0) + (starts[lamp] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < count; at += 1) {
    const place = found[at] ?? 0;
    const lamp = field.lamp[place] ?? 0;
    sorted[next[lamp] ?? 0] = place;
    next[lamp] = (next[lamp] ?? 0) + 1;
  }
  return { placeOf: sorted, starts };
}

/** Discs shrink where they are many, so that one still sees the ground between them. */
function radiusFor(count: number, zoom: number): number {
  const crowded = count > 50_000 ? 1.4 : count > 10_000 ? 2.2 : count > 2000 ? 3.2 : 5;
  return Math.min(6, crowded + Math.max(0, zoom - 14) * 0.5);
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
