import type { Point } from "../point.ts";
import { type Offset, crossingsOf, offsetAt, shift } from "./crossings.ts";
import type { Hit } from "./hear.ts";
import type { Road } from "./place.ts";

/** Two roads named side by side, and what is said of where they meet. */
export interface Junction {
  readonly roads: readonly [Road, Road];
  readonly hits: readonly [Hit, Hit];
  readonly offset?: Offset;
  /** Where they meet, the offset counted in: several points when they meet several times. */
  readonly points: readonly Point[];
  /** Radius in metres of the circle that the words are sure of. */
  readonly accuracy: number;
}

/** The first pair of roads in a text that meet: 振兴路与莒州路交叉口东50米. */
export function junctionIn(text: string, hits: readonly Hit[]): Junction | undefined {
  const roads = hits.flatMap((hit) =>
    hit.name.meaning.kind === "road" ? [{ hit, road: hit.name.meaning.road }] : [],
  );
  for (const first of roads) {
    for (const second of roads) {
      if (first.hit.end > second.hit.start || first.road === second.road) continue;
      if (!BETWEEN.test(text.slice(first.hit.end, second.hit.start))) continue;
      const meeting = crossingsOf(first.road, second.road);
      if (meeting.length === 0) continue;
      const rest = text.slice(second.hit.end).replace(MEETING, "");
      const offset = offsetAt(rest);
      return {
        roads: [first.road, second.road],
        hits: [first.hit, second.hit],
        ...(offset && { offset }),
        points: offset ? meeting.map((point) => shift(point, offset)) : meeting,
        accuracy: accuracyOf(offset, farSaid(rest)),
      };
    }
  }
  return undefined;
}

const BETWEEN = /^(与|和|跟|同|及|、|,|-|—|\/|交|十字)?$/u;
const MEETING =
  /^的?(交叉路口|交叉口|交叉处|叉路口|叉口|十字路口|十字口|丁字路口|三岔路口|岔路口|岔口|交汇|交界处|交界口|相交|红绿灯|路口|交口|口|处)+/u;

/**
 * A crossing is some twenty metres wide, a direction alone may mean its corner, and people round distances. Of a
 * distance without a direction (往前80米) the words are sure of that circle only.
 */
function accuracyOf(offset: Offset | undefined, far: number): number {
  if (offset?.metres !== undefined) return 20 + offset.metres * 0.2;
  return Math.max(offset === undefined ? 20 : 35, 20 + far);
}

/** Metres that are said right after a crossing, whichever way they are meant; 0 for none. */
function farSaid(rest: string): number {
  const [, amount, unit] = /^[^，。,.;；]{0,6}?(\d+)(公里|米|m)/u.exec(rest) ?? [];
  return amount === undefined ? 0 : Number(amount) * (unit === "公里" ? 1000 : 1);
}
