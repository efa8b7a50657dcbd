import type { Reference } from "../domain/reference.ts";

/** Made once for each value of the reference data: what is asked often and changes by the month. */
export function ofPresent<Made extends object>(
  make: (reference: Reference) => Made,
): (asked: Reference) => Made {
  const kept = new WeakMap<Reference, Made>();
  return (asked) => {
    const known = kept.get(asked) ?? make(asked);
    kept.set(asked, known);
    return known;
  };
}
