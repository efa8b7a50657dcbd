/** Leaflet behind a small contract: it moves and zooms; what is seen is painted by the functions it is given. */
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./mapDrawing.css";
import type { Point } from "../../geo/point.ts";
import type { MapSource } from "../../server/domain/mapAnswers.ts";
import { layCanvas } from "../map/canvas.ts";
import { type Box, boxOf, type Frame, metresPerPixel, pixelOf } from "../map/frame.ts";
import type { Found, MapHand, MapLayer, Spot } from "../map/layer.ts";
import { layTiles } from "../map/tiles.ts";
import { createTeller } from "../map/teller.ts";

/** What is drawn; each part may be changed by itself. */
export interface Scene {
  readonly ground: (frame: Frame) => void;
  readonly layers: readonly MapLayer[];
  /** A marked place, with the circle of its accuracy in metres. */
  readonly focus: Point | null;
  readonly accuracy: number | null;
  /** A place with a ring round it: the row of a list that is pointed at. */
  readonly marked: Point | null;
  readonly hand: MapHand | null;
}

export interface Drawing {
  readonly show: (scene: Partial<Scene>) => void;
  /** Shows a box as large as it fits. */
  readonly frame: (box: Box, nearest?: number) => void;
  readonly look: (point: Point, zoom?: number) => void;
  /** Tiles of a set source beneath everything. */
  readonly lay: (tiles: NonNullable<MapSource["tiles"]>) => void;
  readonly destroy: () => void;
  /** The canvases as they stand, from below to above, for a picture of the map. */
  readonly sheets: () => readonly { readonly element: HTMLCanvasElement; readonly frame: Frame }[];
  readonly view: () => View;
}

export interface View {
  readonly box: Box;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

interface Handlers {
  readonly pick: ((point: Point) => void) | null;
  readonly viewed: (view: View) => void;
  /** More to tell of a place that was pressed, where nothing opens. */
  readonly asked?: ((point: Point) => Promise<readonly string[]>) | null;
}

const PLACE_ZOOM = 15;
/** A hand that presses is not still to the pixel. */
const STILL = 8;
/** How far a pointer and a finger reach, in pixels. */
const REACH = { mouse: 7, touch: 22 } as const;

export function createDrawing(box: HTMLElement, handlers: Handlers): Drawing {
  const map = L.map(box, {
    attributionControl: false,
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 90,
    minZoom: 4,
    maxZoom: 19,
  });
  map.zoomControl.setPosition("topright");
  L.control.scale({ imperial: false }).addTo(map);
  map.setView([35.58, 118.83], 10);
  let scene: Scene = {
    ground: () => undefined,
    layers: [],
    focus: null,
    accuracy: null,
    marked: null,
    hand: null,
  };

  const ground = layCanvas(map, paneAt(map, "ground", 250), { paint: (frame) => scene.ground(frame) });
  const above = layCanvas(map, paneAt(map, "above", 350), {
    paint(frame) {
      for (const layer of scene.layers) inPeace(frame, layer.paint);
    },
    *ready(frame) {
      for (const layer of scene.layers) yield* layer.ready?.(frame) ?? [];
    },
  });
  const marks = layCanvas(map, paneAt(map, "marks", 450), {
    paint(frame) {
      if (scene.focus) inPeace(frame, (frame) => paintFocus(frame, scene));
      const ringed = told?.at ?? scene.marked;
      if (ringed) inPeace(frame, (frame) => paintRing(frame, ringed));
    },
  });
  const teller = createTeller(box);
  let told: Found | null = null;
  let held = false;
  /** The browser ends a drag with a click, which is nobody's tap. */
  let justDropped = false;
  /** Where was pressed: what is told there stays until the pointer leaves. */
  let pressed: L.Point | null = null;

  const resized =
    typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => map.invalidateSize());
  resized?.observe(box);

  function show(change: Partial<Scene>): void {
    scene = { ...scene, ...change };
    if (change.ground) ground.repaint();
    if (change.layers) above.repaint();
    if ("focus" in change || "accuracy" in change || "marked" in change) marks.repaint();
  }

  function spotAt(latlng: L.LatLng, reach: number): Spot {
    const zoom = map.getZoom();
    const point = { lng: latlng.lng, lat: latlng.lat };
    return { point, zoom, reach: reach * metresPerPixel(zoom, point.lat) };
  }

  /** Of each layer what it finds, the topmost first. */
  function findAll(spot: Spot): readonly Found[] {
    return [...scene.layers].reverse().flatMap((layer) => layer.find?.(spot) ?? []);
  }

  map.on("mousemove", ({ latlng, containerPoint }) => {
    if (held) return scene.hand?.drag(spotAt(latlng, REACH.mouse));
    if (pressed !== null && pressed.distanceTo(containerPoint) < STILL) return;
    pressed = null;
    const found = findAll(spotAt(latlng, REACH.mouse));
    tell(found[0] ?? null);
    box.style.cursor = handlers.pick ? "crosshair" : found.some(({ open }) => open) ? "pointer" : "";
    teller.tell(
      found.map(({ title }) => title),
      containerPoint,
    );
  });
  map.on("mouseout movestart", () => {
    pressed = null;
    tell(null);
    teller.tell([], L.point(0, 0));
  });
  map.on("click", ({ latlng, containerPoint, originalEvent }) => {
    if (justDropped) return;
    const touched = "pointerType" in originalEvent && originalEvent.pointerType === "touch";
    const found = findAll(spotAt(latlng, touched ? REACH.touch : REACH.mouse));
    if (handlers.pick) return handlers.pick({ lng: latlng.lng, lat: latlng.lat });
    const first = found.find(({ open }) => open);
    if (first) return first.open?.();
    const titles = found.map(({ title }) => title);
    teller.tell(titles, containerPoint);
    pressed = containerPoint;
    void handlers.asked?.({ lng: latlng.lng, lat: latlng.lat }).then((lines) => {
      if (pressed === containerPoint && lines.length > 0) teller.tell([...titles, ...lines], containerPoint);
    });
  });
  map.on("mousedown", ({ latlng }) => {
    justDropped = false;
    held = scene.hand?.press(spotAt(latlng, REACH.mouse)) ?? false;
    if (held) map.dragging.disable();
  });
  map.on("mouseup", ({ latlng }) => {
    if (!held) return;
    held = false;
    justDropped = true;
    map.dragging.enable();
    scene.hand?.drop(spotAt(latlng, REACH.mouse));
  });
  map.on("moveend", () => handlers.viewed(view()));

  function tell(found: Found | null): void {
    const changed = told?.at?.lng !== found?.at?.lng || told?.at?.lat !== found?.at?.lat;
    if (changed) told?.meant?.(false);
    told = found;
    if (!changed) return;
    found?.meant?.(true);
    marks.repaint();
  }

  function view(): View {
    const { x: width, y: height } = map.getSize();
    const corner = map.getPixelBounds().min ?? L.point(0, 0);
    const zoom = map.getZoom();
    return { zoom, width, height, box: boxOf({ zoom, left: corner.x, top: corner.y, width, height }) };
  }

  return {
    show,
    view,
    frame({ west, south, east, north }, nearest = PLACE_ZOOM) {
      const bounds = L.latLngBounds([south, west], [north, east]);
      map.fitBounds(bounds, { padding: [10, 10], animate: false, maxZoom: nearest });
    },
    look(point, zoom = PLACE_ZOOM) {
      map.setView([point.lat, point.lng], Math.max(zoom, map.getZoom()), { animate: false });
    },
    lay: (tiles) => void layTiles(map, tiles),
    destroy() {
      resized?.disconnect();
      map.remove();
    },
    sheets: () =>
      [ground, above, marks].flatMap(({ element, frame }) => {
        const last = frame();
        return last ? [{ element, frame: last }] : [];
      }),
  };
}

function paneAt(map: L.Map, name: string, height: number): HTMLElement {
  const pane = map.createPane(name);
  pane.style.zIndex = String(height);
  pane.style.pointerEvents = "none";
  return pane;
}

/** Each painter begins with a fresh pen. */
function inPeace(frame: Frame, paint: (frame: Frame) => void): void {
  frame.context.save();
  paint(frame);
  frame.context.restore();
}

function paintFocus(frame: Frame, { focus, accuracy }: Scene): void {
  if (!focus) return;
  const { context, zoom } = frame;
  const [x, y] = pixelOf(focus, frame);
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--brand").trim();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (accuracy) {
    context.beginPath();
    context.arc(x, y, accuracy / metresPerPixel(zoom, focus.lat), 0, 2 * Math.PI);
    context.globalAlpha = 0.14;
    context.fill();
    context.globalAlpha = 0.8;
    context.stroke();
    context.globalAlpha = 1;
  }
  paintPin(context, x, y);
}

/** A drop whose tip is the place. */
function paintPin(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x - 3, y - 8, x - 11, y - 11, x - 11, y - 20);
  context.arc(x, y - 20, 11, Math.PI, 0);
  context.bezierCurveTo(x + 11, y - 11, x + 3, y - 8, x, y);
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = "#fff";
  context.stroke();
  context.beginPath();
  context.arc(x, y - 20, 4.2, 0, 2 * Math.PI);
  context.fillStyle = "#fff";
  context.fill();
}

function paintRing(frame: Frame, at: Point): void {
  const { context } = frame;
  context.beginPath();
  context.arc(...pixelOf(at, frame), 10, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue("--focus").trim();
  context.stroke();
}
