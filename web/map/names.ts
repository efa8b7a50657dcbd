/** Names on the map: the weightier first, none over another. */
import type { Frame } from "./frame.ts";
import type { MapLook } from "./look.ts";
import { type Sheet, SHEET_ZOOM, type SheetLine, type SheetPlace } from "./sheet.ts";
import { createRoom, type Room } from "./room.ts";

export const FONT = `"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`;

type Kind = SheetPlace["kind"];

interface PlaceLook {
  readonly from: number;
  readonly size: readonly [far: number, near: number];
  readonly bold: boolean;
}

const placeLooks: Readonly<Record<Kind, PlaceLook>> = {
  township: { from: 9, size: [11.5, 17], bold: true },
  community: { from: 11.75, size: [11, 13.5], bold: false },
  village: { from: 12.75, size: [11, 13], bold: false },
  landmark: { from: 13.5, size: [11, 12.5], bold: false },
};

const lineNamesFrom: Readonly<Record<SheetLine["kind"], number>> = {
  river: 10.5,
  motorway: 11,
  national: 11,
  stream: 12,
  county: 13,
  street: 13.25,
};

export function paintNames(frame: Frame, sheet: Sheet, look: MapLook): void {
  const room = createRoom();
  const pens = { frame, look, room, at: placer(frame, sheet) };
  for (const kind of ["township", "landmark", "community", "village"] as const) {
    if (kind === "community") paintLineNames(pens, sheet);
    if (frame.zoom < placeLooks[kind].from) continue;
    for (const place of sheet.places) if (place.kind === kind) paintPlace(pens, place);
  }
}

type XY = readonly [x: number, y: number];

interface Pens {
  readonly frame: Frame;
  readonly look: MapLook;
  readonly room: Room;
  readonly at: (spot: XY) => XY;
}

/** From pixels of the sheet to those of the frame. */
function placer({ zoom, left, top }: Frame, { origin }: Sheet): (spot: XY) => XY {
  const scale = 2 ** (zoom - SHEET_ZOOM);
  const [x, y] = [origin[0] * 2 ** zoom - left, origin[1] * 2 ** zoom - top];
  return (spot) => [spot[0] * scale + x, spot[1] * scale + y];
}

function paintPlace(pens: Pens, { kind, name, spot }: SheetPlace): void {
  const { frame, look, room } = pens;
  const [x, y] = pens.at(spot);
  if (x < -60 || y < -30 || x > frame.width + 60 || y > frame.height + 30) return;
  const { size, bold, from } = placeLooks[kind];
  const letters = look.letters * sizeAt(frame.zoom, from, size);
  const marked = kind !== "community";
  const lift = marked ? letters * 0.95 : 0;
  const half = (name.length * letters) / 2 + 3;
  const box = [x - half, y - lift - letters * 0.7, x + half, y + letters * (marked ? 0.35 : 0.7)] as const;
  if (!room.take(box)) return;
  if (marked) paintMark(frame, look, kind, x, y);
  write(pens, name, {
    x,
    y: y - lift,
    letters,
    bold,
    colour: kind === "township" ? look.name : look.smallName,
    ground: look.nameGround,
  });
}

function paintMark({ context }: Frame, look: MapLook, kind: Kind, x: number, y: number): void {
  const radius = kind === "township" ? 3.2 : kind === "landmark" ? 2.6 : 1.7;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = kind === "township" ? look.nameGround : look.seat;
  context.fill();
  if (kind !== "township") return;
  context.lineWidth = 1.6;
  context.strokeStyle = look.seat;
  context.stroke();
}

/** Letters grow from where the kind first appears to four zooms nearer. */
function sizeAt(zoom: number, from: number, [far, near]: readonly [number, number]): number {
  return far + (near - far) * Math.min(1, Math.max(0, (zoom - from) / 4));
}

interface Writing {
  readonly x: number;
  readonly y: number;
  readonly letters: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly ground: string;
  readonly angle?: number;
}

function write({ frame: { context } }: Pens, name: string, writing: Writing): void {
  const { x, y, letters, bold, colour, ground, angle = 0 } = writing;
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.font = `${bold ? "600 " : ""}${letters.toFixed(1)}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = ground;
  context.strokeText(name, 0, 0);
  context.fillStyle = colour;
  context.fillText(name, 0, 0);
  context.restore();
}

/** Between two writings of one name along a line. */
const APART = 420;

function paintLineNames(pens: Pens, { lines }: Sheet): void {
  const { frame, look } = pens;
  const letters = look.letters * sizeAt(frame.zoom, 11, [10.5, 12.5]);
  for (const line of lines) {
    if (frame.zoom < lineNamesFrom[line.kind] || line.name === "") continue;
    const water = line.kind === "river" || line.kind === "stream";
    for (const place of alongPlaces(line.spots.map(pens.at), line.name.length * letters)) {
      const { x, y } = place;
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
      const reach = ((line.name.length * letters) / 2) * 0.9;
      const [halfX, halfY] = [
        Math.abs(Math.cos(place.angle)) * reach + letters * 0.6,
        Math.abs(Math.sin(place.angle)) * reach + letters * 0.6,
      ];
      if (!pens.room.take([x - halfX, y - halfY, x + halfX, y + halfY])) continue;
      write(pens, line.name, {
        ...place,
        letters,
        bold: false,
        colour: water ? look.waterName : look.smallName,
        ground: look.nameGround,
      });
    }
  }
}

/** Where a line runs straight for as long as its name is: middles and directions, never upside down. */
function alongPlaces(
  spots: readonly XY[],
  length: number,
): readonly { x: number; y: number; angle: number }[] {
  const places: { x: number; y: number; angle: number }[] = [];
  let [start, walked, next] = [0, 0, APART / 3];
  for (let end = 1; end < spots.length; end += 1) {
    walked += away(spots[end - 1], spots[end]);
    if (walked < next) {
      start = end;
      continue;
    }
    const chord = away(spots[start], spots[end]);
    if (chord < length) continue;
    const [a, b] = [spots[start] ?? [0, 0], spots[end] ?? [0, 0]];
    if (chord > 0.96 * alongLength(spots, start, end)) {
      const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
      const upright = angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
      const middle = spots[Math.floor((start + end) / 2)] ?? a;
      const at = end - start > 1 ? middle : ([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const);
      places.push({ x: at[0], y: at[1], angle: upright });
      next = walked + APART;
    }
    start = end;
  }
  return places;
}

function alongLength(spots: readonly XY[], start: number, end: number): number {
  let length = 0;
  for (let at = start + 1; at <= end; at += 1) length += away(spots[at - 1], spots[at]);
  return length;
}

function away(a: XY | undefined, b: XY | undefined): number {
  return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0;
}
