/**
 * `npm run measure`: the figures that screens are held to, in the system's Chromium against the product as a county
 * starts it. Prints a table with the limits, writes `dist/measure.json`, and leaves with 1 where one is missed. Other
 * work on the machine only ever adds time: of several rounds the least is judged, and the median stands beside it.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { smallPicture } from "../support/picture.ts";
import { openBrowser } from "../e2e/support/browser.ts";
import { startServer } from "../e2e/support/server.ts";
import { framesOf, JERK, jerks } from "./map/frames.ts";
import { bytesOf, type FirstPage, phoneOf } from "./screens/loads.ts";
import { listPaint, tapsOfKnownKind } from "./screens/hands.ts";
import { threadTime, usableAfter } from "./screens/usable.ts";

interface Figure {
  readonly name: string;
  readonly unit: string;
  /** The least of the rounds. */
  readonly value: number;
  readonly median: number;
  /** Null: told beside the others, held to nothing. */
  readonly limit: number | null;
}

const KB = 1000;
const ROUNDS = 5;
const OUT = "dist/measure.json";
const report: FirstPage = { path: "/report", usable: "textarea" };
const home: FirstPage = { path: "/home", usable: 'main a[href="/report"]' };
const figures: Figure[] = [];
const say = (line: string) => void process.stdout.write(`${line}\n`);

say(`${cpus().length} processors, load ${load()} at the start`);
say(row("figure", "least", "median", "limit"));
const begun = performance.now();
const server = await startServer();
note("first start of an empty folder, demo county made", [(performance.now() - begun) / 1000], 60, "s");
const browser = await openBrowser();
try {
  const fresh = () => phoneOf(browser, server.url, "wangge1");
  for (const page of [report, home]) {
    // A browser that paints late has some of what comes by itself afterwards: of several first visits the least is the page's own
    const gzip = await several(() => bytesOf(fresh, page, ["gzip"]));
    const kilobytes = (part: "script" | "style" | "later", visits: typeof gzip) =>
      visits.map((bytes) => bytes[part] / KB);
    note(`${page.path}: scripts until usable, gzip, on the wire`, kilobytes("script", gzip), 60, "kB");
    note(`${page.path}: styles until usable, gzip, on the wire`, kilobytes("style", gzip), 12, "kB");
    const br = await several(() => bytesOf(fresh, page, ["br", "gzip"]));
    note(
      `${page.path}: the same scripts as Chromium asks for them (br)`,
      kilobytes("script", br),
      null,
      "kB",
    );
    note(
      `${page.path}: all scripts, with the parts that come later (br)`,
      kilobytes("later", br),
      null,
      "kB",
    );
    const usable = seconds(await several(() => usableAfter(fresh, page)));
    note(`${page.path}: usable, slow 4G, processor / 6`, usable, 3, "s");
    const thread = seconds(await several(() => threadTime(fresh, page)));
    note(`${page.path}: the page's own thread time until then, x 6`, thread, 2, "s");
  }
  const phone = await fresh();
  const taps = await tapsOfKnownKind(phone, Buffer.from(await smallPicture()));
  note("presses for a report of a known kind", [taps], 3, "");
  await phone.close();
  note("fifty rows painted after they came", await listPaint(browser, server.url, ROUNDS), 100, "ms");
  const [empty, full] = await panning();
  note(`frames over ${JERK} ms of a pan, empty map`, empty, null, "");
  note(`frames over ${JERK} ms of a pan, 20,000 cases`, full, Math.min(...empty), "");
} finally {
  await browser.close();
  await server.stop();
}
mkdirSync("dist", { recursive: true });
writeFileSync(OUT, JSON.stringify({ processors: cpus().length, load: load(), figures }, null, 2));
say(`load ${load()} at the end; written to ${OUT}`);
process.exitCode = figures.some(isMissed) ? 1 : 0;

/** Jerks of each round. */
async function panning(): Promise<readonly [readonly number[], readonly number[]]> {
  const names = ["empty", "full"] as const;
  const scenes = names.map((name, index) => {
    return { name, cases: index * 20_000, showing: "auto" as const, zoom: 12, hand: "drag" as const };
  });
  const frames = await framesOf(browser, scenes, ROUNDS);
  const [empty = [], full = []] = names.map((name) =>
    (frames.get(name) ?? []).map((round) => jerks([round])),
  );
  return [empty, full];
}

function note(name: string, values: readonly number[], limit: number | null, unit: string): void {
  const median = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const figure = { name, unit, value: Math.min(...values), median, limit };
  figures.push(figure);
  const shown = (value: number) => `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`.trim();
  const held = limit === null ? "" : `≤ ${shown(limit)}`;
  say(`${row(name, shown(figure.value), shown(median), held)}${isMissed(figure) ? "  missed" : ""}`);
}

function isMissed({ value, limit }: Figure): boolean {
  return limit !== null && !(value <= limit);
}

function row(name: string, least: string, median: string, limit: string): string {
  return `${name.padEnd(58)} ${least.padStart(10)} ${median.padStart(10)} ${limit.padStart(10)}`;
}

function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

async function several<Found>(measure: () => Promise<Found>): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let time = 0; time < ROUNDS; time += 1) found.push(await measure());
  return found;
}

function seconds(milliseconds: readonly number[]): readonly number[] {
  return milliseconds.map((each) => each / 1000);
}
