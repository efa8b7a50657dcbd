/** Frames while the map is panned and pointed at, in a browser without a GPU. */
import type { Browser } from "playwright-core";
import { build, type Rolldown } from "vite";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import { gazetteerFor } from "../../../server/gazetteer.ts";
import { groundOfCounty } from "../../../server/groundOfCounty.ts";
import { baseMapOf } from "../../../server/view/baseMap.ts";
import type { Frames, Scene } from "./page.ts";

const FRAMES = 240;
/** A frame that people see as a jerk, in milliseconds. */
export const JERK = 50;

/** @returns the rounds of each scene by its name; one round more is run first, which teaches the compiler. */
export async function framesOf(
  browser: Browser,
  scenes: readonly Scene[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Frames[]>> {
  const { code, css } = await pageCode();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent("<!doctype html><title>bench</title>");
  await page.addStyleTag({ content: css });
  await page.addScriptTag({ content: code });
  await page.evaluate((answer) => void (window.run = window.openBench(answer)), baseMap());
  const found = new Map<string, Frames[]>(scenes.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const scene of scenes) {
      const frames = await page.evaluate(([scene, count]) => window.run(scene, count), [
        scene,
        FRAMES,
      ] as const);
      if (round > 0) found.get(scene.name)?.push(frames);
    }
  }
  await page.close();
  return found;
}

export function jerks(rounds: readonly Frames[]): number {
  return rounds.flatMap(({ gaps }) => gaps).filter((gap) => gap > JERK).length;
}

function baseMap() {
  const { cells } = loadCounty();
  const gazetteer = gazetteerFor(cells);
  const places = { gazetteer: () => gazetteer };
  const map = { tiles: null, attribution: "", approval: "" };
  return baseMapOf({ cells, ground: groundOfCounty(), places, config: { map } } as Parameters<
    typeof baseMapOf
  >[0]);
}

async function pageCode(): Promise<{ readonly code: string; readonly css: string }> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: "tests/bench/map/page.ts", name: "bench", formats: ["iife"] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const { output } = first as Rolldown.RolldownOutput;
  const code = output.flatMap((file) => (file.type === "chunk" ? [file.code] : [])).join("\n");
  const css = output.flatMap((file) => (file.type === "asset" ? [String(file.source)] : [])).join("\n");
  return { code, css };
}
