import { loadCounty } from "../fixtures/demo/county.ts";
import { once } from "../fixtures/once.ts";
import type { Ground } from "./ground.ts";

/** What lies under the cells of the demo county, drawn for the first map. */
export function groundOfCounty(): Ground {
  const drawn = once(drawGround);
  return {
    get townships() {
      return drawn().townships;
    },
    get lines() {
      return drawn().lines;
    },
  };
}

function drawGround(): Ground {
  const { townships, rivers, roads } = loadCounty();
  return {
    townships: townships.map(({ code, name, area }) => ({ code, name, rings: area })),
    lines: [...rivers, ...roads].map(({ kind, name, line }) => ({ kind, name, path: line })),
  };
}
