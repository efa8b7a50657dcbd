/** A place on the earth in WGS-84 degrees (CGCS2000 is the same to a few centimetres). */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/**
 * The coordinate system a point was measured in. `gcj02` is the shifted system of Chinese map services
 * (WeChat, AMap, Tencent), `bd09` the one of Baidu; browsers and GPS chips give `wgs84`.
 */
export type Datum = "wgs84" | "cgcs2000" | "gcj02" | "bd09";

/** A point as a person's device tells it. `accuracy` is the radius in metres of the circle it is sure of. */
export interface ReportedPoint extends Point {
  readonly accuracy?: number;
  readonly datum?: Datum;
  readonly source?: PointSource;
}

/** Where a point came from 来源: a device, a pin on the map, a confirmed address, another system, the register of 部件. */
export type PointSource = "satellite" | "hand" | "words" | "import" | "register";
