import type { Position, Ring } from "../cell.ts";

/** Parsed JSON of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** Reads a ring as a kind of file writes it. */
export type PositionsOf = (ring: unknown) => Ring;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A list of [lng, lat]; what is no number becomes NaN. */
export function positionsOfRing(ring: unknown): Ring {
  return Array.isArray(ring) ? ring.map(positionOf) : [];
}

export function positionOf(pair: unknown): Position {
  const [lng, lat]: readonly unknown[] = Array.isArray(pair) ? pair : [];
  return [typeof lng === "number" ? lng : Number.NaN, typeof lat === "number" ? lat : Number.NaN];
}
