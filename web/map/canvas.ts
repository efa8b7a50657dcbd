/** A canvas that lies on a Leaflet map: larger than the view, so that moving it needs no painting for a while. */
import L from "leaflet";
import type { Frame } from "./frame.ts";

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
const AHEAD = 0.35;

const turns = new WeakMap<L.Map, (() => void)[]>();

/** One canvas of a map in each animation frame: together they would make a frame that people see as a jerk. */
function inTurn(map: L.Map, paint: () => void): void {
  const waiting = turns.get(map) ?? [];
  turns.set(map, waiting);
  waiting.push(paint);
  if (waiting.length > 1) return;
  const next = () => {
    waiting[0]?.();
    waiting.shift();
    if (waiting.length > 0) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

export function layCanvas(map: L.Map, pane: HTMLElement, paint: (frame: Frame) => void): MapCanvas {
  const element = L.DomUtil.create("canvas", "leaflet-zoom-animated", pane);
  element.style.pointerEvents = "none";
  element.setAttribute("aria-hidden", "true");
  let painted: { readonly frame: Frame; readonly center: L.LatLng } | null = null;
  let asked = 0;
  let isInTurn = false;

  function repaint(): void {
    if (asked === 0) asked = requestAnimationFrame(paintNow);
  }

  function paintNow(): void {
    asked = 0;
    const context = element.getContext("2d");
    const view = map.getSize();
    if (!context || view.x === 0 || !element.isConnected) return;
    const [center, zoom, ratio] = [map.getCenter(), map.getZoom(), window.devicePixelRatio || 1];
    const margin = view.multiplyBy(MARGIN).round();
    const size = view.add(margin.multiplyBy(2));
    const corner = map.containerPointToLayerPoint([0, 0]).subtract(margin).round();
    const world = corner.add(map.getPixelOrigin());
    fit(element, size, ratio);
    L.DomUtil.setTransform(element, corner, 1);
    const frame = { context, zoom, ratio, left: world.x, top: world.y, width: size.x, height: size.y };
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    painted = { frame, center };
    paint(frame);
  }

  /** While the map is dragged the canvas goes with it; it is painted anew before the view leaves it. */
  function followed(): void {
    if (!painted || !holds(painted.frame, 0)) return repaint();
    const ahead = map.getSize().multiplyBy(MARGIN * AHEAD);
    if (isInTurn || holds(painted.frame, Math.min(ahead.x, ahead.y))) return;
    isInTurn = true;
    const seen = painted;
    inTurn(map, () => {
      isInTurn = false;
      if (painted === seen) paintNow();
    });
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
    const { frame } = painted;
    const scale = map.getZoomScale(zoom, frame.zoom);
    const pane = L.DomUtil.getPosition(map.getPane("mapPane") ?? element);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = L.point(frame.left, frame.top).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(element, corner, scale);
  }

  map.on("viewreset zoomend resize", repaint);
  map.on("move moveend", followed);
  map.on("zoomanim", zoomed);
  return { repaint, element, frame: () => painted?.frame ?? null };
}

function fit(element: HTMLCanvasElement, size: L.Point, ratio: number): void {
  const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  element.style.width = `${size.x}px`;
  element.style.height = `${size.y}px`;
}
