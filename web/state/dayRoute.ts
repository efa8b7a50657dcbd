/** 今日路线: which tasks one means to walk to, in the order one chose. Pure; ids of cases only. */
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";

export type Route = readonly string[];

/** On the route, or off it. */
export function starred(route: Route, id: string): Route {
  return route.includes(id) ? route.filter((other) => other !== id) : [...route, id];
}

/** All of these behind what is there already. */
export function withAll(route: Route, ids: readonly string[]): Route {
  return [...new Set([...route, ...ids])];
}

/** One place nearer to the beginning (-1) or to the end (1); nothing changes beyond the ends. */
export function moved(route: Route, id: string, by: -1 | 1): Route {
  const at = route.indexOf(id);
  const other = route[at + by];
  if (at < 0 || other === undefined) return route;
  return route.map((each, place) => (place === at ? other : place === at + by ? id : each));
}

interface Placed {
  readonly id: string;
  readonly point: Point | null;
}

/** From where one stands always to the nearest that is left; what has no place comes last, as it was. */
export function byDistance(stops: readonly Placed[], from: Point): Route {
  const left = stops.filter((stop) => stop.point !== null);
  const order: string[] = [];
  let here = from;
  while (left.length > 0) {
    const metres = left.map(({ point }) => metresBetween(here, point ?? here));
    const [next] = left.splice(metres.indexOf(Math.min(...metres)), 1);
    if (!next) break;
    order.push(next.id);
    here = next.point ?? here;
  }
  return [...order, ...stops.filter((stop) => stop.point === null).map(({ id }) => id)];
}
