import { loadCounty } from "../fixtures/demo/county.ts";
import type { Ground } from "./ground.ts";

/** What lies under the cells of the demo county. */
export function groundOfCounty(): Ground {
  const { townships, rivers, roads } = loadCounty();
  return {
    townships: townships.map(({ code, name, area }) => ({ code, name, rings: area })),
    lines: [...rivers, ...roads].map(({ kind, name, line }) => ({ kind, name, path: line })),
  };
}
