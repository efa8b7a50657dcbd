/**
 * `npm run measure`: the figures that screens are held to, in the system's Chromium against the product as a county
 * starts it. Prints a table with the limits and leaves with 1 where one is missed. Times depend on the machine: run it
 * when nothing else runs.
 */
import { smallPicture } from "../support/picture.ts";
import { openBrowser } from "../e2e/support/browser.ts";
import { startServer } from "../e2e/support/server.ts";
import { framesOf, JERK, jerks } from "./map/frames.ts";
import { bytesOf, listPaint, phoneOf, tapsOfKnownKind, usableAfter } from "./screens/loads.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}

const figures: Figure[] = [];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const note = (name: string, value: number, limit: number, unit: string) => {
  figures.push({ name, value, limit, unit });
  say(lineOf({ name, value, limit, unit }));
};

const KB = 1024;
const ROUNDS = 5;
const slowChip = ["empty map, pan", "20,000 cases, pan"] as const;

say(`${"figure".padEnd(58)} ${"measured".padStart(12)} ${"limit".padStart(12)}`);
const begun = performance.now();
const server = await startServer();
note("first start of an empty folder, demo county made", (performance.now() - begun) / 1000, 60, "s");
const browser = await openBrowser();
try {
  const phone = await phoneOf(browser, server.url, "wangge1");
  const bytes = await bytesOf(phone, "/report");
  note("first load of the report, scripts (gz)", bytes.script / KB, 60, "kB");
  note("first load of the report, styles (gz)", bytes.style / KB, 12, "kB");
  const usable = await several(ROUNDS, () => usableAfter(phone, "/report", "textarea"));
  note("report usable, slow 4G, processor / 6 (median)", middle(usable) / 1000, 3, "s");
  const home = await several(ROUNDS, () => usableAfter(phone, "/home", 'main a[href="/report"]'));
  note("home of the grid worker usable, same (median)", middle(home) / 1000, 3, "s");
  note(
    "presses for a report of a known kind",
    await tapsOfKnownKind(phone, Buffer.from(await smallPicture())),
    3,
    "",
  );
  await phone.close();
  note(
    "fifty rows painted after they came (median)",
    middle(await listPaint(browser, server.url, ROUNDS)),
    100,
    "ms",
  );
  const scenes = slowChip.map((name, index) => ({
    name,
    cases: index * 20_000,
    showing: "auto" as const,
    zoom: 12,
    hovers: false,
  }));
  const frames = await framesOf(browser, scenes, ROUNDS);
  const [empty, full] = slowChip.map((name) => jerks(frames.get(name) ?? []));
  note(`frames over ${JERK} ms, 20,000 cases (empty map: ${empty})`, full ?? Number.NaN, empty ?? 0, "");
} finally {
  await browser.close();
  await server.stop();
}
process.exitCode = figures.some(({ value, limit }) => !(value <= limit)) ? 1 : 0;

function lineOf({ name, value, limit, unit }: Figure): string {
  const shown = (figure: number) => `${Number.isInteger(figure) ? figure : figure.toFixed(1)} ${unit}`.trim();
  const kept = value <= limit ? "" : "  missed";
  return `${name.padEnd(58)} ${shown(value).padStart(12)} ${`≤ ${shown(limit)}`.padStart(12)}${kept}`;
}

async function several(times: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push(await measure());
  return found;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
