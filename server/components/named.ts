/** The component that a report names, as its case keeps it. */
import type { Deps } from "../deps.ts";
import { type ComponentAt, componentOfCase } from "../domain/component/component.ts";

export async function componentNamed(
  code: string | null,
  { store, reference }: Pick<Deps, "store" | "reference">,
): Promise<ComponentAt | null> {
  const [found] = code === null ? [] : await store.components.byCodes([code]);
  if (found === undefined) return null;
  const { lng, lat } = found;
  return {
    kept: componentOfCase(found, reference.components),
    point: { lng, lat, datum: "wgs84", source: "register" },
  };
}
