/** The cells of a place in the layers over the governance grid, a line each. */
import type { LayerCell } from "../../server/domain/gridAnswers.ts";
import { layerLine } from "../layerLine.ts";

export function LayerLines({ layers }: { readonly layers: readonly LayerCell[] }) {
  return (
    <>
      {layers.map((row) => (
        <p key={row.layer.code} class="muted">
          {layerLine(row)}
        </p>
      ))}
    </>
  );
}
