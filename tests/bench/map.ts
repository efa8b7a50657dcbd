/**
 * `npm run bench:map`: frames while the map is dragged, thrown and pointed at, in the system's Chromium without a GPU. Every
 * round shows the empty map too. By the clock a busy machine delays every frame, also of the empty map; processor time
 * says what a frame costs, and whether it would be in time on a machine that does nothing else.
 */
import { chromium } from "playwright-core";
import { type Frames, framesOf, JERK, jerks } from "./map/frames.ts";
import type { Scene } from "./map/scene.ts";
import { quantile } from "./rounds.ts";

const ROUNDS = Number(process.argv[2] ?? 5);
/** Milliseconds from one frame of the display to the next. */
const DISPLAY = 1000 / 60;

const scenes: readonly Scene[] = [
  { name: "empty map, pan", cases: 0, showing: "points", zoom: 12, hand: "drag" },
  { name: "100,000 cases, pan, each for itself", cases: 100_000, showing: "points", zoom: 12, hand: "drag" },
  { name: "100,000 cases, pan, clusters", cases: 100_000, showing: "clusters", zoom: 11, hand: "drag" },
  { name: "20,000 cases, pan, each for itself", cases: 20_000, showing: "points", zoom: 12, hand: "drag" },
  { name: "empty map, fling", cases: 0, showing: "points", zoom: 12, hand: "fling" },
  {
    name: "100,000 cases, fling, each for itself",
    cases: 100_000,
    showing: "points",
    zoom: 12,
    hand: "fling",
  },
  { name: "100,000 cases, fling, clusters", cases: 100_000, showing: "clusters", zoom: 11, hand: "fling" },
  { name: "empty map, hover", cases: 0, showing: "points", zoom: 12, hand: "hover" },
  { name: "20,000 cases, hover with hit test", cases: 20_000, showing: "points", zoom: 12, hand: "hover" },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const found = await framesOf(browser, scenes, ROUNDS);
  say(`Chromium ${browser.version()}, no GPU; ${ROUNDS} rounds; milliseconds for a frame`);
  say(`${" ".repeat(38)} by the clock             of the main thread's processor time        all`);
  say(
    `${" ".repeat(38)} median    p95   >${JERK}     median    p95    p99    max  >${DISPLAY.toFixed(0)}  >${JERK}  processes`,
  );
  for (const { name } of scenes) say(lineOf(name, found.get(name) ?? []));
} finally {
  await browser.close();
}

function lineOf(name: string, rounds: readonly Frames[]): string {
  const gaps = rounds.flatMap((round) => round.gaps);
  const main = rounds.flatMap((round) => round.main);
  const late = (times: readonly number[]) =>
    String(times.filter((time) => time > DISPLAY).length).padStart(4);
  const delayed = String(gaps.filter((gap) => gap > JERK).length).padStart(4);
  const torn = String(jerks(rounds)).padStart(4);
  const within = (times: readonly number[], ...shares: readonly number[]) =>
    shares.map((share) => quantile(times, share).toFixed(1).padStart(6)).join(" ");
  const all = quantile(
    rounds.map((round) => round.all),
    0.5,
  );
  return `${name.padEnd(38)} ${within(gaps, 0.5, 0.95)}  ${delayed}     ${within(main, 0.5, 0.95, 0.99, 1)} ${late(main)} ${torn}  ${all.toFixed(1).padStart(9)}`;
}
