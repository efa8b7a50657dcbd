import type { Datum } from "../../geo/point.ts";

const datums: readonly string[] = ["wgs84", "cgcs2000", "gcj02", "bd09"] satisfies Datum[];

/** What may be written, for messages and help. */
export const datumExpected = "wgs84（GPS、浏览器）、cgcs2000、gcj02（高德、腾讯、微信）、bd09（百度）";

export function isDatum(text: string): text is Datum {
  return datums.includes(text);
}
