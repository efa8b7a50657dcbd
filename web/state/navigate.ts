/** 导航: addresses that hand a place over to a map app, each in the coordinates that the app counts in. Pure. */
import { fromWgs84 } from "../../geo/datum.ts";
import type { Point } from "../../geo/point.ts";
import type { MapApp } from "../../server/domain/field.ts";

export interface WayThere {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

/**
 * @param place WGS-84.
 * @param name what the app calls the place: an item's name, never words of the report.
 */
export function waysTo(place: Point, name: string, apps: readonly MapApp[]): readonly WayThere[] {
  return apps.map((app) => {
    const { lng, lat } = fromWgs84(place, app.datum);
    const values: Readonly<Record<string, string>> = {
      "{lng}": lng.toFixed(6),
      "{lat}": lat.toFixed(6),
      "{name}": encodeURIComponent(name),
    };
    const address = app.address.replace(/\{(?:lng|lat|name)\}/g, (hole) => values[hole] ?? hole);
    return { code: app.code, name: app.name, address };
  });
}
