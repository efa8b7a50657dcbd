/** How the page of the grid is laid out: beside each other where there is room, else below each other. */
import { signal } from "@preact/signals";

/** Redrawing needs room for the map beside its tools. */
const wide = matchMedia("(min-width: 1000px)");
export const isWide = signal(wide.matches);
wide.addEventListener("change", () => (isWide.value = wide.matches));

export const layout = {
  body: { display: "flex", flexWrap: "wrap", gap: "var(--s-3)", alignItems: "flex-start" },
  side: { flex: "1 1 340px", minWidth: 0 },
  mapSide: { flex: "3 1 600px", minWidth: 0, display: "flex", flexDirection: "column" },
  map: { height: "clamp(340px, calc(100vh - 260px), 900px)" },
  version: { borderTop: "1px solid var(--line)", padding: "var(--s-2) 0" },
  fault: { justifyContent: "flex-start", width: "100%", height: "auto", textAlign: "left" },
  swatch: { display: "inline-block", width: "12px", height: "12px", marginRight: "4px" },
} as const;

const edges = { kept: "--map-cell", begun: "--lamp-green", ended: "--lamp-red" } as const;

export function swatchOf(look: keyof typeof edges) {
  return { ...layout.swatch, border: `2px solid var(${edges[look]})` };
}
