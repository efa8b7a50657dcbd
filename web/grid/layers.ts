/** What the page of the grid lays on the map: cells by what becomes of them, findings, and the pen's line and corners. */
import type { Position, Ring } from "../../geo/cell.ts";
import { degreeScale } from "../../geo/near.ts";
import type { GridCellAnswer, GridFaultAnswer } from "../../server/domain/gridAnswers.ts";
import { type Frame, pixelOf, worldOf } from "../map/frame.ts";
import { inSheet } from "../map/ground.ts";
import type { MapLayer } from "../map/layer.ts";
import { SHEET_ZOOM } from "../map/sheet.ts";

export type CellLook = "kept" | "begun" | "ended" | "plain" | "chosen" | "faulty";

export interface LaidCell {
  readonly cell: GridCellAnswer;
  readonly look: CellLook;
}

interface Colours {
  readonly fill: string;
  readonly strength: number;
  readonly edge: string;
  readonly width: number;
}

/** @param open what a tap on a cell does. */
export function cellsLayer(laid: readonly LaidCell[]): MapLayer {
  const first = laid[0]?.cell.rings[0]?.[0]?.[0];
  const origin = first ? worldOf({ lng: first[0], lat: first[1] }) : ([0, 0] as const);
  const paths = laid.map(({ cell }) => pathOf(cell, origin));
  return {
    id: "grid",
    paint(frame) {
      const colours = readColours();
      inSheet(frame, { origin }, (thin) => {
        for (const look of ORDER) {
          for (const [place, row] of laid.entries()) {
            const path = paths[place];
            if (row.look === look && path) paintCell(frame.context, path, { ...colours[look], thin });
          }
        }
      });
    },
    find({ point }) {
      const found = laid.findLast(({ cell }) => isIn(cell, [point.lng, point.lat]))?.cell;
      return found ? { title: `${found.name} ${found.code}` } : null;
    },
  };
}

/** From below to above. */
const ORDER: readonly CellLook[] = ["plain", "kept", "ended", "begun", "faulty", "chosen"];

function paintCell(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { fill, strength, edge, width, thin }: Colours & { readonly thin: number },
): void {
  if (strength > 0) {
    context.globalAlpha = strength;
    context.fillStyle = fill;
    context.fill(path, "evenodd");
  }
  context.globalAlpha = 1;
  context.strokeStyle = edge;
  context.lineWidth = width * thin;
  context.stroke(path);
}

function readColours(): Readonly<Record<CellLook, Colours>> {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const [brand, green, red, cell] = [
    read("--brand"),
    read("--lamp-green"),
    read("--lamp-red"),
    read("--map-cell"),
  ];
  return {
    plain: { fill: brand, strength: 0.04, edge: cell, width: 1 },
    kept: { fill: brand, strength: 0.03, edge: cell, width: 1 },
    begun: { fill: green, strength: 0.28, edge: green, width: 2 },
    ended: { fill: red, strength: 0.16, edge: red, width: 1.5 },
    faulty: { fill: red, strength: 0.22, edge: red, width: 2 },
    chosen: { fill: brand, strength: 0.3, edge: brand, width: 3 },
  };
}

/** A dot for each finding, the one that is looked at larger. */
export function faultsLayer(faults: readonly GridFaultAnswer[], looked: GridFaultAnswer | null): MapLayer {
  const placed = faults.filter(({ at }) => at !== null);
  return {
    id: "faults",
    paint(frame) {
      const colours = readColours();
      for (const fault of placed) {
        const [lng = 0, lat = 0] = fault.at ?? [];
        dot(frame, [lng, lat], { radius: fault === looked ? 10 : 5, fill: colours.faulty.edge });
      }
    },
    find({ point, reach }) {
      const near = placed.find(({ at }) => at && metres(at, [point.lng, point.lat]) <= reach);
      return near?.at ? { title: near.message, at: { lng: near.at[0], lat: near.at[1] } } : null;
    },
  };
}

export interface PenView {
  /** Corners that can be taken hold of. */
  readonly corners: Ring;
  readonly held: Position | null;
  /** Where the held corner is being dragged. */
  readonly to: Position | null;
  readonly line: Ring;
}

/** Corners are shown from here on: before, they would cover the cell. */
const CORNERS_FROM = 12;

export function penLayer({ corners, held, to, line }: PenView): MapLayer {
  return {
    id: "pen",
    paint(frame) {
      const { chosen, faulty } = readColours();
      const handles = frame.zoom >= CORNERS_FROM ? corners : [];
      for (const at of handles) dot(frame, at, { radius: 4.5, fill: chosen.edge });
      if (held) dot(frame, to ?? held, { radius: 8, fill: faulty.edge });
      if (line.length === 0) return;
      const { context } = frame;
      context.beginPath();
      for (const [lng, lat] of line) context.lineTo(...pixelOf({ lng, lat }, frame));
      context.strokeStyle = faulty.edge;
      context.lineWidth = 2.5;
      context.setLineDash([7, 5]);
      context.stroke();
      context.setLineDash([]);
      for (const at of line) dot(frame, at, { radius: 4, fill: faulty.edge });
    },
  };
}

function dot(
  frame: Frame,
  [lng, lat]: Position,
  { radius, fill }: { readonly radius: number; readonly fill: string },
): void {
  const { context } = frame;
  context.beginPath();
  context.arc(...pixelOf({ lng, lat }, frame), radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = "#fff";
  context.stroke();
}

const made = new WeakMap<GridCellAnswer, { readonly origin: string; readonly path: Path2D }>();

/** In pixels of the sheet's zoom, counted from an origin, so that 32-bit floats suffice. */
function pathOf(cell: GridCellAnswer, origin: readonly [number, number]): Path2D {
  const known = made.get(cell);
  if (known?.origin === origin.join()) return known.path;
  const path = new Path2D();
  const scale = 2 ** SHEET_ZOOM;
  for (const ring of cell.rings.flat()) {
    for (const [lng, lat] of ring) {
      const [x, y] = worldOf({ lng, lat });
      path.lineTo((x - origin[0]) * scale, (y - origin[1]) * scale);
    }
    path.closePath();
  }
  made.set(cell, { origin: origin.join(), path });
  return path;
}

/** The topmost cell at a place. */
export function cellAt(cells: readonly GridCellAnswer[], at: Position): GridCellAnswer | undefined {
  return cells.findLast((cell) => isIn(cell, at));
}

function isIn({ rings }: GridCellAnswer, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings.flat()) {
    for (const [place, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
    }
  }
  return inside;
}

export function metres([lng, lat]: readonly [number, number], [lng2, lat2]: Position): number {
  const scale = degreeScale(lat);
  return Math.hypot((lng - lng2) * scale.lng, (lat - lat2) * scale.lat);
}
