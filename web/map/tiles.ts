/** Tiles of a set source under the county; those of a shifted datum are moved, never our own data. */
import L from "leaflet";
import { fromWgs84 } from "../../geo/datum.ts";
import type { MapSource } from "../../server/domain/mapAnswers.ts";

type Tiles = NonNullable<MapSource["tiles"]>;

/** What Leaflet asks of a layer of tiles when it places them; not in its published types. */
interface Placing {
  _getTiledPixelBounds(center: L.LatLng): L.Bounds;
  _setZoomTransform(level: unknown, center: L.LatLng, zoom: number): void;
}

export function layTiles(map: L.Map, { url, datum }: Tiles): L.TileLayer {
  const layer = L.tileLayer(url, { subdomains: "01234567", maxZoom: 19, maxNativeZoom: 18 });
  if (datum === "gcj02") shiftTiles(layer);
  return layer.addTo(map);
}

/** The layer is told that the middle of the map lies where the service thinks it lies; the tiles follow. */
function shiftTiles(layer: L.TileLayer): void {
  const placing = layer as unknown as Placing;
  const prototype = L.TileLayer.prototype as unknown as Placing;
  const shifted = ({ lng, lat }: L.LatLng) => {
    const point = fromWgs84({ lng, lat }, "gcj02");
    return L.latLng(point.lat, point.lng);
  };
  placing._getTiledPixelBounds = (center) => prototype._getTiledPixelBounds.call(layer, shifted(center));
  placing._setZoomTransform = (level, center, zoom) =>
    prototype._setZoomTransform.call(layer, level, shifted(center), zoom);
}
