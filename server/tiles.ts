/** Somebody's map tiles under our own drawing: none unless the county sets a source, with its datum and its approval. */
import type { Datum } from "../geo/point.ts";
import type { MapSource } from "./domain/mapAnswers.ts";

export const tileDatums = ["wgs84", "cgcs2000", "gcj02"] as const satisfies readonly Datum[];

/** An address of tiles holds {z}, {x} and {y}; {s} may stand for one of the hosts 0 to 7. */
export function isTileAddress(address: string): boolean {
  const plain = address.replace(/\{[zxys]\}/g, "0");
  const complete = ["{z}", "{x}", "{y}"].every((part) => address.includes(part));
  return (
    complete && (plain.startsWith("/") || (URL.canParse(plain) && /^https?:$/.test(new URL(plain).protocol)))
  );
}

/** Where tiles of the county's own archive are served. */
export const ARCHIVE_TILES = "/tiles/{z}/{x}/{y}";

/** A file of tiles on this machine instead of an address. */
export function isArchive(setting: string): boolean {
  return /\.pmtiles$/iu.test(setting) && !/^[a-z]+:\/\//iu.test(setting);
}

/** Where pictures may come from beside this server: the hosts of the tiles, and no other. */
export function tileOrigins({ tiles }: Pick<MapSource, "tiles">): readonly string[] {
  if (tiles === null || tiles.url.startsWith("/")) return [];
  return HOSTS.map(
    (host) => new URL(tiles.url.replace("{s}", host).replace(/\{[zxy]\}/g, "0")).origin,
  ).filter((origin, at, all) => all.indexOf(origin) === at);
}

const HOSTS = ["0", "1", "2", "3", "4", "5", "6", "7"];
