/** Paints the base map: ground, borders, water, roads, names. */
import type { LineKind } from "../../server/domain/mapAnswers.ts";
import type { Frame } from "./frame.ts";
import type { MapLook } from "./look.ts";
import { paintNames } from "./names.ts";
import { type Sheet, SHEET_ZOOM } from "./sheet.ts";

/** Above somebody's tiles, only borders and cells are ours. */
export type Under = "nothing" | "tiles";

export function paintGround(frame: Frame, sheet: Sheet, look: MapLook, under: Under): void {
  const { context } = frame;
  if (under === "nothing") {
    context.fillStyle = look.beyond;
    context.fillRect(0, 0, frame.width, frame.height);
  }
  inSheet(frame, sheet, (thin) => {
    if (under === "nothing") paintLand(frame, sheet, look, thin);
    paintBorders(frame, sheet, look, thin);
    if (under === "nothing") paintLines(frame, sheet, look, thin);
    stroke(context, sheet.borders.township, look.township, thin * grown(frame.zoom, 1.1, 2.2));
    stroke(context, sheet.borders.rim, look.rim, thin * grown(frame.zoom, 1.6, 2.8));
  });
  if (under === "nothing") paintNames(frame, sheet, look);
}

/** Draws in the sheet's own pixels; `thin` is the width of one pixel of the screen there. */
export function inSheet(frame: Frame, sheet: Pick<Sheet, "origin">, draw: (thin: number) => void): void {
  const { context, zoom, left, top, ratio } = frame;
  const scale = 2 ** (zoom - SHEET_ZOOM);
  const [x, y] = sheet.origin.map((part) => part * 2 ** zoom);
  context.save();
  context.setTransform(
    ratio * scale,
    0,
    0,
    ratio * scale,
    ratio * ((x ?? 0) - left),
    ratio * ((y ?? 0) - top),
  );
  context.lineJoin = "round";
  context.lineCap = "round";
  draw(1 / scale);
  context.restore();
}

function paintLand({ context }: Frame, sheet: Sheet, look: MapLook, thin: number): void {
  for (const width of [14, 8]) stroke(context, sheet.borders.rim, look.halo, thin * width);
  for (const { ground, tint } of sheet.townships) {
    const colour = look.tints[tint] ?? look.beyond;
    context.fillStyle = colour;
    context.fill(ground, "evenodd");
    // A thread of the same colour closes the seam that smoothing leaves between two grounds.
    stroke(context, ground, colour, thin * 0.7);
  }
}

const CELLS_FROM = 10.25;

function paintBorders({ context, zoom }: Frame, sheet: Sheet, look: MapLook, thin: number): void {
  if (zoom >= CELLS_FROM) stroke(context, sheet.borders.cell, look.cell, thin * grown(zoom, 0.35, 1.1));
  stroke(context, sheet.borders.community, look.community, thin * grown(zoom, 0.4, 1.5));
}

/** Width of a line at zoom 9 and at zoom 16, and between them in proportion. */
function grown(zoom: number, from: number, to: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, (zoom - 9) / 7));
}

interface LineLook {
  readonly kind: LineKind;
  readonly from: number;
  readonly widths: readonly [far: number, near: number];
  readonly colours: (look: MapLook) => { readonly fill: string; readonly edge: string | null };
}

/** From below to above: a road crosses a river on a bridge. */
const lineLooks: readonly LineLook[] = [
  { kind: "stream", from: 9.5, widths: [0.8, 6], colours: (look) => ({ fill: look.water, edge: null }) },
  { kind: "river", from: 0, widths: [2, 16], colours: (look) => ({ fill: look.water, edge: null }) },
  { kind: "street", from: 11.5, widths: [0.8, 9], colours: (look) => look.street },
  { kind: "county", from: 9.5, widths: [1, 9], colours: (look) => look.road },
  { kind: "national", from: 0, widths: [1.8, 11], colours: (look) => look.trunk },
  { kind: "motorway", from: 0, widths: [2.2, 13], colours: (look) => look.motorway },
];

function paintLines({ context, zoom }: Frame, sheet: Sheet, look: MapLook, thin: number): void {
  for (const { kind, from, widths, colours } of lineLooks) {
    if (zoom < from) continue;
    const own = sheet.lines.filter((line) => line.kind === kind);
    const { fill, edge } = colours(look);
    const width = thin * grown(zoom, ...widths);
    if (edge !== null) for (const { path } of own) stroke(context, path, edge, width + thin * 1.4);
    for (const { path } of own) stroke(context, path, fill, width);
  }
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}
