/** The component that a report names, as its case keeps it. */
import type { ReportedPoint } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import { type CaseComponent, componentOfCase } from "../domain/component/component.ts";

export interface CaseComponentAt {
  readonly kept: CaseComponent;
  /** Where it stands: the place of a report that names no other. */
  readonly point: ReportedPoint;
}

export async function componentNamed(
  code: string | null,
  { store, reference }: Pick<Deps, "store" | "reference">,
): Promise<CaseComponentAt | null> {
  const [found] = code === null ? [] : await store.components.byCodes([code]);
  if (found === undefined) return null;
  const { lng, lat } = found;
  return {
    kept: componentOfCase(found, reference.components),
    point: { lng, lat, datum: "wgs84", source: "register" },
  };
}
