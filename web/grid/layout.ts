/** Whether there is room to redraw; how the page is laid out stands in Grid.module.css. */
import { signal } from "@preact/signals";

/** Redrawing needs room for the map beside its tools. */
const wide = matchMedia("(min-width: 1000px)");
export const isWide = signal(wide.matches);
wide.addEventListener("change", () => (isWide.value = wide.matches));
