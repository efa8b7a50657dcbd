/** A canvas that lies on a Leaflet map: larger than the view, so that moving it needs no painting for a while. */
import L from "leaflet";
import type { Frame } from "./frame.ts";
import { createLead } from "./lead.ts";
import { createTurns } from "./turns.ts";

interface MapCanvas {
  /** Paints in the next animation frame. */
  readonly repaint: () => void;
  readonly element: HTMLCanvasElement;
  /** The last painting; null before the first. */
  readonly frame: () => Frame | null;
}

/** Share of the view that is painted beyond each of its sides. */
const MARGIN = 0.2;
/** Share of that margin which is left when it is time to paint anew, before the view leaves what is painted. */
const AHEAD = 0.5;
/** From one frame of the display to the next, in milliseconds. */
const FRAME = 1000 / 60;

const turns = new WeakMap<L.Map, ReturnType<typeof createTurns>>();

function turnsOf(map: L.Map): ReturnType<typeof createTurns> {
  const known = turns.get(map) ?? createTurns((step) => requestAnimationFrame(step));
  turns.set(map, known);
  return known;
}

interface Painter {
  readonly paint: (frame: Frame) => void;
  /** What can be made ready of a frame before it is painted, in steps. */
  readonly ready?: (frame: Frame) => Iterable<unknown>;
}

export function layCanvas(map: L.Map, pane: HTMLElement, { paint, ready }: Painter): MapCanvas {
  const element = L.DomUtil.create("canvas", "leaflet-zoom-animated", pane);
  element.style.pointerEvents = "none";
  element.setAttribute("aria-hidden", "true");
  let painted: Frame | null = null;
  let asked = 0;
  let isInTurn = false;
  let lead = createLead();
  /** How long the last painting ahead took, from its first step to its last. */
  let took = FRAME;

  function repaint(): void {
    if (asked === 0) asked = requestAnimationFrame(paintNow);
  }

  /** The map stands somewhere else or is drawn larger: how fast it came there says nothing of where it goes. */
  function reset(): void {
    lead = createLead();
    repaint();
  }

  function paintNow(): void {
    asked = 0;
    const next = frameNow();
    if (next) paintIn(next);
  }

  /** The view with its margin, and where that lies on the map's pane; of a moving map, the view that is to come. */
  function frameNow(ahead = { x: 0, y: 0 }) {
    const context = element.getContext("2d");
    const view = map.getSize();
    if (!context || view.x === 0 || !element.isConnected) return null;
    const [zoom, ratio] = [map.getZoom(), window.devicePixelRatio || 1];
    const margin = view.multiplyBy(MARGIN).round();
    const size = view.add(margin.multiplyBy(2));
    const corner = map.containerPointToLayerPoint([ahead.x, ahead.y]).subtract(margin).round();
    const world = corner.add(map.getPixelOrigin());
    const frame = { context, zoom, ratio, left: world.x, top: world.y, width: size.x, height: size.y };
    return { frame, corner, size };
  }

  function paintIn({ frame, corner, size }: NonNullable<ReturnType<typeof frameNow>>): void {
    const { context, ratio } = frame;
    fit(element, size, ratio);
    L.DomUtil.setTransform(element, corner, 1);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    painted = frame;
    paint(frame);
  }

  /** While the map moves the canvas goes with it; it is painted anew before the view leaves it, or as soon as can be. */
  function followed(): void {
    const corner = map.getPixelBounds().min;
    if (corner) lead.moved(corner, performance.now());
    if (painted?.zoom !== map.getZoom()) return repaint();
    const ahead = map.getSize().multiplyBy(MARGIN * AHEAD);
    if (isInTurn || holds(painted, Math.min(ahead.x, ahead.y))) return;
    isInTurn = true;
    turnsOf(map)(paintAhead(painted));
  }

  /** Given up as soon as something else was painted or the map is zoomed. */
  function* paintAhead(seen: Frame): Generator<void> {
    const began = performance.now();
    const isMeant = painted === seen && asked === 0;
    const next = isMeant ? frameNow(lead.after(took, began, map.getSize().divideBy(2))) : null;
    if (next && ready) {
      for (const _ of ready(next.frame)) {
        yield;
        if (painted !== seen) break;
      }
      yield;
    }
    isInTurn = false;
    if (!next || painted !== seen) return;
    paintIn(next);
    took = performance.now() - began + FRAME;
    // Thrown farther than was foreseen, or stopped before it
    if (!holds(next.frame, 0)) followed();
  }

  /** Whether what is painted reaches that many pixels beyond the view on every side. */
  function holds(frame: Frame, beyond: number): boolean {
    const corner = map.getPixelBounds().min ?? L.point(0, 0);
    const view = map.getSize();
    return (
      frame.zoom === map.getZoom() &&
      corner.x - beyond >= frame.left &&
      corner.y - beyond >= frame.top &&
      corner.x + view.x + beyond <= frame.left + frame.width &&
      corner.y + view.y + beyond <= frame.top + frame.height
    );
  }

  function zoomed({ center, zoom }: L.ZoomAnimEvent): void {
    if (!painted) return;
    // Another one than it was: what is being made ready for the old scale is given up
    painted = { ...painted };
    const scale = map.getZoomScale(zoom, painted.zoom);
    const pane = L.DomUtil.getPosition(map.getPane("mapPane") ?? element);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = L.point(painted.left, painted.top).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(element, corner, scale);
  }

  map.on("viewreset zoomend resize", reset);
  map.on("move moveend", followed);
  map.on("zoomanim", zoomed);
  return { repaint, element, frame: () => painted };
}

function fit(element: HTMLCanvasElement, size: L.Point, ratio: number): void {
  const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  element.style.width = `${size.x}px`;
  element.style.height = `${size.y}px`;
}
