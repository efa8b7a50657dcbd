/** Places of the demo county as people name them, each with a point inside the right cell. */
import type { DemoCounty } from "../../fixtures/demo/county.ts";
import type { Placer } from "../../geo/locate.ts";
import type { Point } from "../../geo/point.ts";
import type { Chance } from "./chance.ts";

export interface Spot {
  /** `文心路与振兴路附近`, as it stands in a report. */
  readonly words: string;
  readonly address: string;
  readonly point: Point;
  readonly cell: string;
}

export interface Area {
  /** Cell codes of the area begin with one of these. */
  readonly within: readonly string[];
  /** In a village, not in a street of the county town. */
  readonly isRural: boolean;
}

export type Spots = (chance: Chance, area: Area) => Spot;

interface Named {
  readonly name: string;
  readonly point: Point;
  readonly cell: string;
  readonly isStreet: boolean;
}

/** About 160 m: far enough to differ, near enough to stay in the village. */
const AROUND_DEGREES = 0.0015;

const streetDetails = [
  "路口东侧",
  "公交站旁",
  "人行道上",
  "中段路北",
  "农贸市场门口",
  "红绿灯路口",
  "小学门口",
];
const villageDetails = [
  "村委会北",
  "村东头",
  "文化广场",
  "村南小桥旁",
  "主街中段",
  "卫生室门前",
  "幼儿园附近",
];

export function createSpots(county: DemoCounty, locate: Placer): Spots {
  const names = [...placesOf(county), ...streetsOf(county)].flatMap((place) => {
    const cell = cellAt(place.point, locate);
    return cell === null ? [] : [{ ...place, cell }];
  });
  const townshipNames = new Map(county.townships.map(({ code, name }) => [code, name]));

  return (chance, { within, isRural }) => {
    const near = names.filter(
      ({ cell, isStreet }) => !(isRural && isStreet) && within.some((prefix) => cell.startsWith(prefix)),
    );
    const named = chance.pick(near);
    const point = nearby(named, chance, locate);
    const detail = chance.pick(named.isStreet ? streetDetails : villageDetails);
    const words = `${named.name}${detail}`;
    const township = townshipNames.get(named.cell.slice(0, 9)) ?? "";
    return { words, address: `${county.county.name}${township}${words}`, point, cell: named.cell };
  };
}

function placesOf({ places }: DemoCounty): Omit<Named, "cell">[] {
  return places
    .filter(({ kind }) => kind !== "township")
    .map(({ kind, name, point }) => ({ name: plainName(name, kind), point, isStreet: false }));
}

/** `东关社区居委会` is 东关社区, `马家屯村委会` is 马家屯村. */
function plainName(name: string, kind: string): string {
  const plain = name.replace(/(村民委员会|居民委员会|居委会|村委会)$/, "");
  return kind === "village" && !plain.endsWith("村") ? `${plain}村` : plain;
}

function streetsOf({ roads }: DemoCounty): Omit<Named, "cell">[] {
  return roads
    .filter(({ kind }) => kind === "street")
    .flatMap(({ name, line }) => line.map(([lng, lat]) => ({ name, point: { lng, lat }, isStreet: true })));
}

/** Somewhere around the place and in the same cell; the place itself where three tries fail. */
function nearby(named: Named, chance: Chance, locate: Placer): Point {
  for (let tries = 0; tries < 3; tries += 1) {
    const point = {
      lng: round(named.point.lng + chance.between(-AROUND_DEGREES, AROUND_DEGREES)),
      lat: round(named.point.lat + chance.between(-AROUND_DEGREES, AROUND_DEGREES)),
    };
    if (cellAt(point, locate) === named.cell) return point;
  }
  return named.point;
}

function cellAt(point: Point, locate: Placer): string | null {
  const placement = locate(point);
  return placement.kind === "inside" ? placement.cell : null;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
