/**
 * `npm run bench:map`: frames while the map is panned and pointed at, in the system's Chromium without a GPU. Every
 * round shows the empty map too: what the machine does meanwhile strikes both, so look at the ratio first.
 */
import { chromium } from "playwright-core";
import { build, type Rolldown } from "vite";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { gazetteerFor } from "../../server/gazetteer.ts";
import { baseMapOf } from "../../server/view/baseMap.ts";
import { groundOfCounty } from "../../server/groundOfCounty.ts";
import type { Frames, Scene } from "./map/page.ts";

const ROUNDS = Number(process.argv[2] ?? 5);
const FRAMES = 240;
/** A frame that people see as a jerk, in milliseconds. */
const JERK = 50;

const scenes: readonly Scene[] = [
  { name: "empty map, pan", cases: 0, showing: "points", zoom: 12, hovers: false },
  { name: "100,000 cases, pan, each for itself", cases: 100_000, showing: "points", zoom: 12, hovers: false },
  { name: "100,000 cases, pan, clusters", cases: 100_000, showing: "clusters", zoom: 11, hovers: false },
  { name: "20,000 cases, pan, each for itself", cases: 20_000, showing: "points", zoom: 12, hovers: false },
  { name: "empty map, hover", cases: 0, showing: "points", zoom: 12, hovers: true },
  { name: "20,000 cases, hover with hit test", cases: 20_000, showing: "points", zoom: 12, hovers: true },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

const { code, css } = await pageCode();
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent("<!doctype html><title>bench</title>");
  await page.addStyleTag({ content: css });
  await page.addScriptTag({ content: code });
  await page.evaluate((answer) => void (window.run = window.openBench(answer)), baseMap());
  const framesOf = new Map<string, Frames[]>(scenes.map(({ name }) => [name, []]));
  // The first round teaches the compiler and is not counted
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const scene of scenes) {
      const frames = await page.evaluate(([scene, count]) => window.run(scene, count), [
        scene,
        FRAMES,
      ] as const);
      if (round > 0) framesOf.get(scene.name)?.push(frames);
    }
  }
  say(
    `Chromium ${browser.version()}, no GPU; ${ROUNDS} rounds of ${FRAMES} frames each; milliseconds from frame to frame`,
  );
  say(`${"".padEnd(38)} median    p95    max  >${JERK}  script p95  script max`);
  for (const { name } of scenes) say(lineOf(name, framesOf.get(name) ?? []));
  for (const { name, cases, hovers } of scenes) {
    const empty = scenes.find((scene) => scene.cases === 0 && scene.hovers === hovers);
    if (cases === 0 || empty === undefined) continue;
    say(`${name}: ${ratioText(framesOf.get(name) ?? [], framesOf.get(empty.name) ?? [])} of the empty map's`);
  }
} finally {
  await browser.close();
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

function lineOf(name: string, rounds: readonly Frames[]): string {
  const gaps = rounds.flatMap((round) => round.gaps);
  const work = rounds.flatMap((round) => round.work);
  const figures = [quantile(gaps, 0.5), quantile(gaps, 0.95), quantile(gaps, 1)].map((ms) =>
    ms.toFixed(1).padStart(6),
  );
  const scripts = [quantile(work, 0.95), quantile(work, 1)].map((ms) => ms.toFixed(1).padStart(10));
  return `${name.padEnd(38)} ${figures.join(" ")} ${String(jerks(gaps)).padStart(4)}  ${scripts.join("  ")}`;
}

function ratioText(ours: readonly Frames[], empty: readonly Frames[]): string {
  const [a, b] = [ours, empty].map((rounds) => rounds.flatMap(({ gaps }) => gaps));
  if (!a || !b) return "";
  const times = (q: number) => (quantile(a, q) / quantile(b, q)).toFixed(2);
  return `median ${times(0.5)} ×, p95 ${times(0.95)} ×, jerks ${jerks(a)} to ${jerks(b)}`;
}

function jerks(gaps: readonly number[]): number {
  return gaps.filter((gap) => gap > JERK).length;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
