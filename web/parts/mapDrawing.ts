/** Leaflet behind a small contract: ground, pins, one marked place. Colours are read from the tokens of the theme. */
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import type { Area } from "../../geo/cell.ts";
import type { Point } from "../../geo/point.ts";
import type { Lamp } from "../../server/domain/clock.ts";
import type { MapCellsAnswer } from "../../server/domain/screenAnswers.ts";
import { words } from "../words.ts";

export interface Pin {
  readonly id: string;
  readonly point: Point;
  readonly lamp: Lamp | null;
  readonly title: string;
}

export interface Drawing {
  drawGround(land: MapCellsAnswer, shade: boolean): void;
  drawPins(pins: readonly Pin[], frame: boolean): void;
  look(focus: Point | null, accuracy: number | null): void;
  destroy(): void;
}

interface Handlers {
  readonly openPin: (id: string) => void;
  readonly pick: ((point: Point) => void) | null;
}

const PLACE_ZOOM = 15;
const NAMES = "names";
const NAMES_FROM = 9.5;

export function createDrawing(box: HTMLElement, handlers: Handlers): Drawing {
  const map = L.map(box, { preferCanvas: true, attributionControl: false, zoomSnap: 0.25, maxZoom: 18 });
  map.zoomControl.setPosition("topright");
  L.control.scale({ imperial: false }).addTo(map);
  map.setView([35.58, 118.83], 10);
  // Names lie under the pins, not over them.
  const names = map.createPane(NAMES);
  names.style.zIndex = "350";
  // Seen from afar they would cover one another.
  map.on("zoomend", () => (names.style.display = map.getZoom() < NAMES_FROM ? "none" : ""));
  const groundLayer = L.layerGroup().addTo(map);
  const pinLayer = L.layerGroup().addTo(map);
  const placeLayer = L.layerGroup().addTo(map);
  let whole: L.LatLngBounds | null = null;
  let looked = false;
  const resized =
    typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => map.invalidateSize());
  resized?.observe(box);
  if (handlers.pick) map.on("click", ({ latlng }) => handlers.pick?.({ lng: latlng.lng, lat: latlng.lat }));

  function drawGround(land: MapCellsAnswer, shade: boolean): void {
    groundLayer.clearLayers();
    const colour = colours();
    for (const line of land.lines) groundLayer.addLayer(lineOf(line, colour));
    for (const cell of land.cells) groundLayer.addLayer(cellOf(cell, { colour, shade }));
    for (const township of land.townships) addTownship(groundLayer, township, colour);
    // Ground and pins share one canvas; what was drawn last lies on top.
    pinLayer.eachLayer((pin) => pin instanceof L.Path && pin.bringToFront());
    whole = boundsOf(land.townships.length > 0 ? land.townships : land.cells);
    if (!looked && whole?.isValid()) map.fitBounds(whole, { padding: [8, 8], animate: false });
  }

  function drawPins(pins: readonly Pin[], frame: boolean): void {
    pinLayer.clearLayers();
    const colour = colours();
    // Late ones last, so that they lie on top.
    const rank = { green: 0, amber: 1, red: 2, severe: 3 };
    const sorted = [...pins].sort((a, b) => (a.lamp ? rank[a.lamp] : -1) - (b.lamp ? rank[b.lamp] : -1));
    for (const pin of sorted) pinLayer.addLayer(pinOf(pin, colour, handlers.openPin));
    if (!frame || looked || pins.length === 0) return;
    const around = L.latLngBounds(pins.map(({ point }) => [point.lat, point.lng]));
    map.fitBounds(around.pad(0.1), { maxZoom: PLACE_ZOOM, animate: false });
    looked = true;
  }

  function look(focus: Point | null, accuracy: number | null): void {
    placeLayer.clearLayers();
    if (!focus) return;
    const colour = colours();
    const place = L.latLng(focus.lat, focus.lng);
    if (accuracy) {
      placeLayer.addLayer(
        L.circle(place, { radius: accuracy, color: colour.brand, weight: 1, fillOpacity: 0.12 }),
      );
    }
    placeLayer.addLayer(
      L.circleMarker(place, { radius: 9, color: "#fff", weight: 3, fillColor: colour.brand, fillOpacity: 1 }),
    );
    if (!looked || !map.getBounds().contains(place)) map.setView(place, PLACE_ZOOM, { animate: false });
    looked = true;
  }

  function destroy(): void {
    resized?.disconnect();
    map.remove();
  }

  return { drawGround, drawPins, look, destroy };
}

function lineOf(line: MapCellsAnswer["lines"][number], colour: Colours): L.Polyline {
  const path = line.path.map(([lng, lat]) => L.latLng(lat, lng));
  const river = line.kind === "river";
  return L.polyline(path, {
    color: river ? colour.water : colour.road,
    weight: river ? 3 : 1.5,
    interactive: false,
  });
}

interface CellLook {
  readonly colour: Colours;
  readonly shade: boolean;
}

/** With `shade`, a cell is the fuller the more open cases lie in it, and red where one is late. */
function cellOf(cell: MapCellsAnswer["cells"][number], { colour, shade }: CellLook): L.Polygon {
  const late = cell.overdue > 0;
  const strength = shade && cell.open > 0 ? Math.min(0.5, 0.1 + cell.open * 0.05) : 0;
  const polygon = L.polygon(latLngs(cell.rings), {
    color: colour.cell,
    weight: 0.6,
    opacity: 0.7,
    fillColor: late ? colour.red : colour.brand,
    fillOpacity: strength,
  });
  return polygon.bindTooltip(text(words.map.cell(cell.name, cell.open, cell.overdue)), { sticky: true });
}

function addTownship(
  layer: L.LayerGroup,
  township: MapCellsAnswer["townships"][number],
  colour: Colours,
): void {
  const outline = L.polygon(latLngs(township.rings), {
    color: colour.township,
    weight: 1.6,
    fill: false,
    interactive: false,
  });
  outline.bindTooltip(text(township.name), {
    permanent: true,
    direction: "center",
    pane: NAMES,
    className: "township-name",
  });
  layer.addLayer(outline);
}

function pinOf(pin: Pin, colour: Colours, open: (id: string) => void): L.CircleMarker {
  const late = pin.lamp === "red" || pin.lamp === "severe";
  const marker = L.circleMarker([pin.point.lat, pin.point.lng], {
    radius: late ? 7 : 5.5,
    color: "#fff",
    weight: 1.5,
    fillColor: pin.lamp === null ? colour.grey : colour[pin.lamp],
    fillOpacity: 1,
  });
  marker.bindTooltip(text(pin.title));
  return marker.on("click", (event) => {
    L.DomEvent.stopPropagation(event);
    open(pin.id);
  });
}

/** Tooltips take an element: names are never read as markup. */
function text(words: string): HTMLElement {
  const element = document.createElement("span");
  element.textContent = words;
  return element;
}

function latLngs(rings: Area): L.LatLngExpression[][][] {
  return rings.map((part) => part.map((ring) => ring.map(([lng, lat]) => L.latLng(lat, lng))));
}

function boundsOf(areas: readonly { readonly rings: Area }[]): L.LatLngBounds {
  const bounds = L.latLngBounds([]);
  for (const { rings } of areas)
    for (const part of rings) for (const [lng, lat] of part[0] ?? []) bounds.extend([lat, lng]);
  return bounds;
}

type Colours = ReturnType<typeof colours>;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    brand: read("--brand"),
    cell: read("--map-cell"),
    township: read("--map-township"),
    water: read("--map-water"),
    road: read("--map-road"),
    grey: read("--lamp-grey"),
    green: read("--lamp-green"),
    amber: read("--pin-amber"),
    red: read("--lamp-red"),
    severe: read("--lamp-severe"),
  };
}
