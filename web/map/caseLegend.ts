/** The legend of the case map: lamps or warmth, cells by what is open in them, and borders. */
import { lampWords } from "../../server/domain/words.ts";
import { pictureWords } from "../pictureWords.ts";
import type { Showing } from "./caseLayer.ts";
import type { MapLook } from "./look.ts";
import type { LegendRow } from "./picture.ts";

const words = pictureWords.legend;

export function caseLegend(showing: Showing, look: MapLook): readonly LegendRow[] {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const lamps = [
    ["--lamp-green", lampWords.green],
    ["--pin-amber", lampWords.amber],
    ["--lamp-red", lampWords.red],
    ["--lamp-severe", lampWords.severe],
    ["--lamp-grey", words.none],
  ] as const;
  const discs = lamps.map(([name, label]) => ({ kind: "disc", colour: token(name), label }) as const);
  const heat: LegendRow = { kind: "fill", colour: token("--lamp-red"), label: words.heat };
  return [
    ...(showing === "heat" ? [heat] : discs),
    ...(showing === "clusters" || showing === "auto"
      ? [{ kind: "disc", colour: look.rim, label: words.cluster } as const]
      : []),
    { kind: "fill", colour: faded(token("--brand")), label: words.open },
    { kind: "fill", colour: faded(token("--lamp-red")), label: words.late },
    { kind: "line", colour: look.township, label: words.township },
    { kind: "line", colour: look.community, label: words.community },
    { kind: "line", colour: look.cell, label: words.cell },
  ];
}

/** As weak as cells are filled on the map, on white paper. */
function faded(hex: string): string {
  const parts = [1, 3, 5].map((at) => Math.round(255 - 0.3 * (255 - parseInt(hex.slice(at, at + 2), 16))));
  return `rgb(${parts.join(", ")})`;
}
