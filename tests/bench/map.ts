/**
 * `npm run bench:map`: frames while the map is panned and pointed at, in the system's Chromium without a GPU. Every
 * round shows the empty map too: what the machine does meanwhile strikes both, so look at the ratio first.
 */
import { chromium } from "playwright-core";
import { framesOf, JERK, jerks } from "./map/frames.ts";
import type { Frames, Scene } from "./map/page.ts";

const ROUNDS = Number(process.argv[2] ?? 5);

const scenes: readonly Scene[] = [
  { name: "empty map, pan", cases: 0, showing: "points", zoom: 12, hovers: false },
  { name: "100,000 cases, pan, each for itself", cases: 100_000, showing: "points", zoom: 12, hovers: false },
  { name: "100,000 cases, pan, clusters", cases: 100_000, showing: "clusters", zoom: 11, hovers: false },
  { name: "20,000 cases, pan, each for itself", cases: 20_000, showing: "points", zoom: 12, hovers: false },
  { name: "empty map, hover", cases: 0, showing: "points", zoom: 12, hovers: true },
  { name: "20,000 cases, hover with hit test", cases: 20_000, showing: "points", zoom: 12, hovers: true },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const found = await framesOf(browser, scenes, ROUNDS);
  say(`Chromium ${browser.version()}, no GPU; ${ROUNDS} rounds; milliseconds from frame to frame`);
  say(`${"".padEnd(38)} median    p95    max  >${JERK}  script p95  script max`);
  for (const { name } of scenes) say(lineOf(name, found.get(name) ?? []));
  for (const { name, cases, hovers } of scenes) {
    const empty = scenes.find((scene) => scene.cases === 0 && scene.hovers === hovers);
    if (cases === 0 || empty === undefined) continue;
    say(`${name}: ${ratioText(found.get(name) ?? [], found.get(empty.name) ?? [])} of the empty map's`);
  }
} finally {
  await browser.close();
}

function lineOf(name: string, rounds: readonly Frames[]): string {
  const gaps = rounds.flatMap((round) => round.gaps);
  const work = rounds.flatMap((round) => round.work);
  const figures = [quantile(gaps, 0.5), quantile(gaps, 0.95), quantile(gaps, 1)].map((ms) =>
    ms.toFixed(1).padStart(6),
  );
  const scripts = [quantile(work, 0.95), quantile(work, 1)].map((ms) => ms.toFixed(1).padStart(10));
  return `${name.padEnd(38)} ${figures.join(" ")} ${String(jerks(rounds)).padStart(4)}  ${scripts.join("  ")}`;
}

function ratioText(ours: readonly Frames[], empty: readonly Frames[]): string {
  const [a, b] = [ours, empty].map((rounds) => rounds.flatMap(({ gaps }) => gaps));
  if (!a || !b) return "";
  const times = (q: number) => (quantile(a, q) / quantile(b, q)).toFixed(2);
  return `median ${times(0.5)} ×, p95 ${times(0.95)} ×, jerks ${jerks(ours)} to ${jerks(empty)}`;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
