import type { Deps } from "../deps.ts";
import { dayNumber, dayOf, type Day } from "../domain/time.ts";

/** The house with the rules of a day that was: a period is judged by the rules of its last day. */
export async function onDay(deps: Deps, day: Day): Promise<Deps> {
  const today = dayOf(dayNumber(deps.clock.now()));
  const reference = await deps.county.on(day < today ? day : today);
  if (reference === deps.reference) return deps;
  return Object.create(deps, { reference: { value: reference, enumerable: true } }) as Deps;
}
