/**
 * The map as a picture for a report or for paper: a title, what is seen, its legend and scale, the day, and whose map it
 * is. Drawn from the county's own data once more, so that it needs no network and no foreign tile taints it.
 */
import { mapWords } from "../mapWords.ts";
import { pictureWords } from "../pictureWords.ts";
import type { MapSource } from "../../server/domain/mapAnswers.ts";
import type { View } from "../parts/mapDrawing.ts";
import { type Box, type Frame, metresPerPixel, worldOf } from "./frame.ts";
import { paintGround } from "./ground.ts";
import type { MapLayer } from "./layer.ts";
import type { MapLook } from "./look.ts";
import { FONT } from "./names.ts";
import type { Sheet } from "./sheet.ts";

export interface LegendRow {
  readonly kind: "disc" | "line" | "fill";
  readonly colour: string;
  readonly label: string;
}

/** What is said around the map. */
export interface Caption {
  readonly title: string;
  /** Under the title: what is shown, and by which version of the grid. */
  readonly notes: readonly string[];
  readonly legend: readonly LegendRow[];
  /** When it was made, e.g. 2026-11-22 09:30. */
  readonly made: string;
}

export interface PictureMaterial {
  readonly caption: Caption;
  readonly sheet: Sheet;
  readonly look: MapLook;
  readonly layers: readonly MapLayer[];
  readonly source: MapSource;
}

/** Two pixels of the picture for one of the map: sharp on paper. */
const RATIO = 2;
const EDGE = 20;
const LINE = 21;
/** Room that the scale takes from the first row of the legend. */
const SCALE = 180;
/** Narrower pictures have the moment under the title, not beside it. */
const NARROW = 640;

/** What a screen shows, in a picture of the same shape. */
export function pictureOf(view: View, material: PictureMaterial): HTMLCanvasElement {
  return composed(paintMap(view, material), view, material);
}

/** The same place on a landscape sheet: everything that is seen, and what lies beside it. */
export function sheetOfPaper(view: View, material: PictureMaterial): HTMLCanvasElement {
  const [width, height] = [1080, 640];
  const grown = Math.min(width / view.width, height / view.height);
  return pictureOf({ ...view, zoom: view.zoom + Math.log2(grown), width, height }, material);
}

function paintMap(view: View, { sheet, look, layers }: PictureMaterial): HTMLCanvasElement {
  const canvas = canvasOf(view.width, view.height);
  const { context, frame } = framed(canvas, view);
  paintGround(frame, sheet, look, "nothing");
  for (const layer of layers) {
    context.save();
    layer.paint(frame);
    context.restore();
  }
  return canvas;
}

/** The middle of the view stays the middle of the picture. */
function framed(canvas: HTMLCanvasElement, { box, zoom, width, height }: View) {
  const context = penOf(canvas);
  const [x, y] = middleOf(box);
  const scale = 2 ** zoom;
  const [left, top] = [x * scale - width / 2, y * scale - height / 2];
  const frame: Frame = { context, zoom, ratio: RATIO, left, top, width, height };
  return { context, frame };
}

function middleOf({ west, east, south, north }: Box): readonly [x: number, y: number] {
  const [left, top] = worldOf({ lng: west, lat: north });
  const [right, bottom] = worldOf({ lng: east, lat: south });
  return [(left + right) / 2, (top + bottom) / 2];
}

function composed(map: HTMLCanvasElement, view: View, { caption: said, source }: PictureMaterial) {
  const width = view.width + 2 * EDGE;
  const caption = width < NARROW ? { ...said, made: "", notes: [...said.notes, said.made] } : said;
  const rows = legendRows(caption.legend, view.width);
  const head = 46 + caption.notes.length * LINE;
  const foot = 20 + Math.max(2, rows.length + 1) * LINE;
  const canvas = canvasOf(width, head + view.height + foot);
  const pen = penOf(canvas);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, head + view.height + foot);
  paintHead(pen, caption, width);
  pen.drawImage(map, EDGE, head, view.width, view.height);
  pen.strokeStyle = "#33506c";
  pen.lineWidth = 1;
  pen.strokeRect(EDGE - 0.5, head - 0.5, view.width + 1, view.height + 1);
  const under = head + view.height + 22;
  for (const [place, row] of rows.entries()) paintLegend(pen, row, under + place * LINE);
  paintScale(pen, view, { right: width - EDGE, top: under });
  pen.fillStyle = "#4d5f70";
  pen.font = `12px ${FONT}`;
  pen.fillText(sourceLine(source), EDGE, under + Math.max(1, rows.length) * LINE);
  return canvas;
}

function paintHead(pen: CanvasRenderingContext2D, { title, notes, made }: Caption, width: number): void {
  pen.textBaseline = "alphabetic";
  pen.fillStyle = "#16263a";
  pen.font = `700 20px ${FONT}`;
  pen.fillText(title, EDGE, 32);
  pen.font = `13px ${FONT}`;
  pen.fillStyle = "#4d5f70";
  pen.textAlign = "right";
  pen.fillText(made, width - EDGE, 32);
  pen.textAlign = "left";
  for (const [place, note] of notes.entries()) pen.fillText(note, EDGE, 54 + place * LINE);
}

interface PlacedRow extends LegendRow {
  readonly left: number;
}

/** Rows of the legend as wide as there is room. */
function legendRows(legend: readonly LegendRow[], room: number): readonly (readonly PlacedRow[])[] {
  const pen = penOf(canvasOf(1, 1));
  pen.font = `13px ${FONT}`;
  const rows: PlacedRow[][] = [[]];
  let left = 0;
  for (const row of legend) {
    const wide = 24 + pen.measureText(row.label).width + 18;
    if (left > 0 && left + wide > room - (rows.length === 1 ? SCALE : 0)) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push({ ...row, left });
    left += wide;
  }
  return rows;
}

function paintLegend(pen: CanvasRenderingContext2D, row: readonly PlacedRow[], base: number): void {
  pen.font = `13px ${FONT}`;
  for (const { kind, colour, label, left } of row) {
    const x = EDGE + left;
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.beginPath();
    if (kind === "disc") pen.arc(x + 8, base - 5, 5.5, 0, 2 * Math.PI);
    else if (kind === "fill") pen.rect(x, base - 11, 16, 12);
    else {
      pen.moveTo(x, base - 5);
      pen.lineTo(x + 16, base - 5);
    }
    if (kind === "line") pen.stroke();
    else pen.fill();
    pen.fillStyle = "#16263a";
    pen.fillText(label, x + 22, base);
  }
}

/** A length of 1, 2 or 5 of its power of ten, at most 130 pixels long. */
export function scaleBar(perPixel: number): { readonly metres: number; readonly pixels: number } {
  const most = perPixel * 130;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, pixels: metres / perPixel };
}

function paintScale(
  pen: CanvasRenderingContext2D,
  { zoom, box }: View,
  { right, top }: { readonly right: number; readonly top: number },
): void {
  const { metres, pixels } = scaleBar(metresPerPixel(zoom, (box.south + box.north) / 2));
  pen.strokeStyle = "#16263a";
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(right - pixels, top - 10);
  pen.lineTo(right - pixels, top - 3);
  pen.lineTo(right, top - 3);
  pen.lineTo(right, top - 10);
  pen.stroke();
  pen.fillStyle = "#16263a";
  pen.font = `12px ${FONT}`;
  pen.textAlign = "right";
  pen.fillText(pictureWords.length(metres), right - pixels - 6, top - 3);
  pen.textAlign = "left";
}

function sourceLine({ tiles, attribution, approval }: MapSource): string {
  return [
    tiles === null ? pictureWords.own : pictureWords.withoutTiles,
    attribution,
    approval === "" ? "" : mapWords.approval(approval),
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * RATIO);
  canvas.height = Math.round(height * RATIO);
  return canvas;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on");
  pen.setTransform(RATIO, 0, 0, RATIO, 0, 0);
  return pen;
}
