/** Frames while the map is panned and pointed at, in a browser without a GPU. */
import type { Browser, CDPSession } from "playwright-core";
import { build, type Rolldown } from "vite";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import { gazetteerFor } from "../../../server/gazetteer.ts";
import { groundOfCounty } from "../../../server/groundOfCounty.ts";
import { baseMapOf } from "../../../server/view/baseMap.ts";
import { FRAME, type Scene } from "./scene.ts";

const FRAMES = 240;
/** A frame that people see as a jerk, in milliseconds. */
export const JERK = 50;

/** What one round of a scene took, in milliseconds. */
export interface Frames {
  /** By the clock, from frame to frame: whatever else the machine does is in it. */
  readonly gaps: readonly number[];
  /** Processor time of the page's main thread for each frame: scripts, layout and recording of what is painted. */
  readonly main: readonly number[];
  /** Processor time of all the browser's processes for a frame: rastering and putting together too. */
  readonly all: number;
}

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
  const session = await browser.newBrowserCDPSession();
  const found = new Map<string, Frames[]>(scenes.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const scene of scenes) {
      const before = await processorTime(session);
      await browser.startTracing(page, { categories: ["blink.user_timing"] });
      await page.evaluate(([scene, count]) => window.run(scene, count), [scene, FRAMES] as const);
      const trace = await browser.stopTracing();
      const all = ((await processorTime(session)) - before) / FRAMES;
      if (round > 0) found.get(scene.name)?.push({ ...framesIn(trace), all });
    }
  }
  await page.close();
  return found;
}

/** Frames that would be jerks on a machine that does nothing else. */
export function jerks(rounds: readonly Frames[]): number {
  return rounds.flatMap(({ main }) => main).filter((time) => time > JERK).length;
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds of the clock, and of the processor on the event's thread. */
  readonly ts: number;
  readonly tts: number;
}

function framesIn(trace: Buffer): Pick<Frames, "gaps" | "main"> {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const marks = traceEvents.filter(({ name }) => name === FRAME).toSorted((a, b) => a.ts - b.ts);
  const between = (time: "ts" | "tts") =>
    marks.slice(1).map((mark, place) => (mark[time] - (marks[place]?.[time] ?? 0)) / 1000);
  return { gaps: between("ts"), main: between("tts") };
}

/** Milliseconds that the processes of the browser have worked so far. */
async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
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
