import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

/** Gzipped bytes; the map may come on top of a page, lazily. */
const FIRST_LOAD = 60_000;
const STYLES = 12_000;
/** Bytes of headers that come with each file of the build; the grid worker pays for them on the way. */
const HEADERS = 500;
const firstOfGridWorker = ["Home", "Report", "Tasks"];
const MAP = 50 * 1024;

let chunks: ReadonlyMap<string, Rolldown.OutputChunk>;
let assets: readonly Rolldown.OutputAsset[];

beforeAll(async () => {
  const built = await build({ configFile: "vite.config.ts", logLevel: "error", build: { write: false } });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  chunks = new Map(output.filter((file) => file.type === "chunk").map((file) => [file.fileName, file]));
  assets = output.filter((file) => file.type === "asset");
});

describe("the build of the web", () => {
  it("opens every page with little enough script for a slow phone", () => {
    expect(pages().length).toBeGreaterThan(8);
    const tooLarge = pages()
      .map((page) => ({ page: page.name, size: sizeOf([entry().fileName, page.fileName]) }))
      .filter(({ size }) => size > FIRST_LOAD);
    expect(tooLarge).toEqual([]);
  });

  it("opens the grid worker's day with little enough on the wire, the headers of every file counted", () => {
    const day = pages().filter(({ name }) => firstOfGridWorker.includes(name));
    expect(day).toHaveLength(firstOfGridWorker.length);
    const onTheWire = day.map((page) => {
      const files = [entry().fileName, page.fileName];
      return { page: page.name, size: sizeOf(files) + needed(files).length * HEADERS };
    });
    expect(onTheWire.filter(({ size }) => size > FIRST_LOAD)).toEqual([]);
  });

  it("keeps Leaflet out of everything but the map's own chunk", () => {
    const map = [...chunks.values()].filter((chunk) =>
      chunk.moduleIds.some((id) => id.includes("/leaflet/")),
    );
    expect(map.map((chunk) => chunk.name)).toEqual(["mapDrawing"]);
    expect(gzipSync(map[0]?.code ?? "").length).toBeLessThan(MAP);
  });

  it("opens every page with few enough styles", () => {
    const measured = pages().map((page) => ({ page: page.name, size: stylesOf([entry(), page]) }));
    expect(measured.filter(({ size }) => size === 0)).toEqual([]);
    expect(measured.filter(({ size }) => size > STYLES)).toEqual([]);
  });

  it("lists for the service worker all it has, the map too: its ground is kept as well", () => {
    const listed = assets.find((file) => file.fileName === "shell.json");
    const files = JSON.parse(String(listed?.source)) as readonly string[];
    expect(files.some((file) => file.includes("mapDrawing"))).toBe(true);
    expect(files).toContain(`/${entry().fileName}`);
    const built = [...chunks.keys(), ...assets.map((file) => file.fileName)];
    expect(files.every((file) => built.includes(file.slice(1)))).toBe(true);
  });

  it("asks no other origin for anything", () => {
    const texts = [
      ...[...chunks.values()].map((chunk) => chunk.code),
      ...assets.filter((file) => /\.(css|html)$/.test(file.fileName)).map((file) => String(file.source)),
    ];
    const addresses = texts.flatMap((text) => text.match(/https?:\/\/[\w.-]+/g) ?? []);
    // Names of XML vocabularies, and pages named in Leaflet's attribution and an error text, are never fetched.
    const known = ["http://www.w3.org", "https://leafletjs.com", "https://github.com"];
    expect(addresses.filter((address) => !known.includes(address))).toEqual([]);
  });
});

function entry(): Rolldown.OutputChunk {
  const found = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.name === "index");
  if (!found) throw new Error("The build has no entry");
  return found;
}

function pages(): readonly Rolldown.OutputChunk[] {
  return [...chunks.values()].filter((chunk) => chunk.facadeModuleId?.includes("/web/pages/"));
}

/** Gzipped bytes of these chunks and everything they import at once. */
function sizeOf(files: readonly string[]): number {
  return needed(files).reduce((sum, file) => sum + gzipSync(chunks.get(file)?.code ?? "").length, 0);
}

/** Gzipped bytes of the style sheets that come with these chunks before anything is drawn. */
function stylesOf(opened: readonly Rolldown.OutputChunk[]): number {
  const files = needed(opened.map(({ fileName }) => fileName));
  const sheets = new Set(files.flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]));
  return assets
    .filter(({ fileName }) => sheets.has(fileName))
    .reduce((sum, { source }) => sum + gzipSync(String(source)).length, 0);
}

function needed(files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const other of chunks.get(file)?.imports ?? []) visit(other);
  };
  for (const file of files) visit(file);
  return [...found];
}
