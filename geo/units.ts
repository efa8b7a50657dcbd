/** Inside the index a coordinate is a whole number of 1e-7 degree (1.1 cm), so that every test is exact. */
export const UNITS_PER_DEGREE = 1e7;

/** Degrees to whole index units. */
export function toUnits(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE);
}
