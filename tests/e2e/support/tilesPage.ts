/** A map with tiles and nothing else, as pages make it; runs in the browser. */
import type { Point } from "../../../geo/point.ts";
import type { MapSource } from "../../../server/domain/mapAnswers.ts";
import { pixelOf } from "../../../web/map/frame.ts";
import { createDrawing, type Drawing } from "../../../web/parts/mapDrawing.ts";

function openTiles(tiles: NonNullable<MapSource["tiles"]>): TilesPage {
  const box = document.createElement("div");
  box.style.cssText = "position:fixed;inset:0";
  document.body.append(box);
  const drawing = createDrawing(box, { pick: null, viewed: () => undefined });
  drawing.lay(tiles);
  return {
    look: drawing.look,
    whereIs(point) {
      const [sheet] = drawing.sheets();
      if (!sheet) return null;
      const { left, top } = sheet.element.getBoundingClientRect();
      const [x, y] = pixelOf(point, sheet.frame);
      return [left + x, top + y];
    },
  };
}

interface TilesPage extends Pick<Drawing, "look"> {
  /** Where our own painting has a place, in pixels of the page. */
  readonly whereIs: (point: Point) => readonly [x: number, y: number] | null;
}

declare global {
  interface Window {
    openTiles: typeof openTiles;
    map: TilesPage;
  }
}
window.openTiles = openTiles;
