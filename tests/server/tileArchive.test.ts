import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openTileArchive, tileId } from "../../server/tileArchive.ts";
import { openHouse } from "../support/app.ts";
import { temporaryFolder } from "../support/store.ts";

/** id, run, length, offset; a run of 0 is a leaf directory. */
type Line = readonly [id: number, run: number, length: number, offset: number];

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))];
}

function directory(lines: readonly Line[]): Buffer {
  const steps = lines.map(([id], place) => id - (lines[place - 1]?.[0] ?? 0));
  const columns = [steps, ...[1, 2].map((column) => lines.map((line) => line[column] ?? 0))];
  const offsets = lines.map(([, , , offset], place) => {
    const before = lines[place - 1];
    return before && offset === before[3] + before[2] ? 0 : offset + 1;
  });
  return gzipSync(Buffer.from([lines.length, ...[...columns, offsets].flat()].flatMap(varint)));
}

interface Made {
  readonly root: readonly Line[];
  readonly leaf?: readonly Line[];
  readonly data: string;
  readonly type?: number;
  readonly version?: number;
}

/** An archive as the specification lays it out: header, root directory, leaves, tiles. */
function archiveFile({ root, leaf = [], data, type = 2, version = 3 }: Made): string {
  const [top, low] = [directory(root), directory(leaf)];
  const header = Buffer.alloc(127);
  header.write("PMTiles", "latin1");
  header[7] = version;
  const put = (at: number, value: number) => header.writeBigUInt64LE(BigInt(value), at);
  put(8, 127);
  put(16, top.length);
  put(40, 127 + top.length);
  put(48, low.length);
  put(56, 127 + top.length + low.length);
  put(64, data.length);
  header[97] = 2;
  header[98] = 1;
  header[99] = type;
  const path = join(temporaryFolder(), "county.pmtiles");
  writeFileSync(path, Buffer.concat([header, top, low, Buffer.from(data)]));
  return path;
}

/** Zoom 0; three tiles of zoom 1 that are the same sea; and zoom 2 in a leaf, its first tile far back in the data. */
const county: Made = {
  root: [
    [0, 1, 5, 0],
    [1, 3, 3, 5],
    [5, 0, 0, 0],
  ],
  leaf: [
    [5, 1, 4, 8],
    [6, 1, 2, 12],
  ],
  data: "worldseaA100B2",
};

function countyFile(): string {
  const low = directory(county.leaf ?? []);
  const root = county.root.map((line): Line => (line[1] === 0 ? [line[0], 0, low.length, 0] : line));
  return archiveFile({ ...county, root });
}

async function textAt(path: string, z: number, x: number, y: number): Promise<string | null> {
  const archive = await openTileArchive(path);
  if ("fault" in archive) throw new Error(archive.fault);
  const bytes = await archive.tile(z, x, y);
  await archive.close();
  return bytes && Buffer.from(bytes).toString();
}

describe("the place of a tile on the curve", () => {
  it.each([
    [0, 0, 0, 0],
    [1, 0, 0, 1],
    [1, 0, 1, 2],
    [1, 1, 1, 3],
    [1, 1, 0, 4],
    [2, 0, 0, 5],
    [12, 3423, 1763, 19_078_479],
  ])("of %i/%i/%i is %i, as the specification has it", (z, x, y, id) => {
    expect(tileId(z, x, y)).toBe(id);
  });

  it("is another for every tile of a zoom, without a gap", () => {
    const side = 2 ** 5;
    const ids = Array.from({ length: side * side }, (_, n) => tileId(5, n % side, Math.floor(n / side)));
    expect(ids.toSorted((a, b) => a - b)).toEqual(ids.map((_, n) => (4 ** 5 - 1) / 3 + n));
  });
});

describe("an archive of tiles", () => {
  it("is read by range: single tiles, runs of the same, and directories further down", async () => {
    const path = countyFile();
    expect(await textAt(path, 0, 0, 0)).toBe("world");
    for (const [x, y] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const)
      expect(await textAt(path, 1, x, y)).toBe("sea");
    expect(await textAt(path, 1, 1, 0)).toBeNull();
    expect(await textAt(path, 2, 0, 0)).toBe("A100");
    expect(await textAt(path, 2, 1, 0)).toBe("B2");
    expect(await textAt(path, 3, 0, 0)).toBeNull();
  });

  it.each([
    ["is not there", "/nowhere/county.pmtiles", "打不开"],
    ["is an older version", archiveFile({ ...county, version: 2 }), "不是 PMTiles 第 3 版"],
    ["holds vectors", archiveFile({ ...county, type: 1 }), "矢量瓦片"],
  ])("%s: it says so", async (_, path, words) => {
    const archive = await openTileArchive(path);
    expect("fault" in archive && archive.fault).toContain(words);
  });

  it("that was cut off gives no tile from beyond its end", async () => {
    const path = archiveFile({ root: [[0, 1, 500, 0]], data: "short" });
    expect(await textAt(path, 0, 0, 0)).toBeNull();
    const empty = join(temporaryFolder(), "empty.pmtiles");
    writeFileSync(empty, "");
    expect(await openTileArchive(empty)).toMatchObject({
      fault: expect.stringContaining("文件太短") as string,
    });
  });
});

describe("tiles of the county's own archive", () => {
  it("are served to the map with their type, and none where there is none", async () => {
    const { nobody } = await openHouse({ tileArchive: countyFile() });
    const answer = await nobody.get("/tiles/2/0/0");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(await answer.text()).toBe("A100");
    for (const path of ["/tiles/1/1/0", "/tiles/1/2/0", "/tiles/99/0/0", "/tiles/a/0/0", "/tiles/0/0/-1"])
      expect((await nobody.get(path)).status, path).toBe(404);
  });

  it("are left out without one, or with one that cannot be used, and the log says why", async () => {
    expect((await (await openHouse()).nobody.get("/tiles/0/0/0")).status).toBe(404);
    const house = await openHouse({ tileArchive: archiveFile({ ...county, type: 1 }) });
    expect((await house.nobody.get("/tiles/0/0/0")).status).toBe(404);
    expect(house.logged.join()).toContain("矢量瓦片");
  });

  it("are set by the path of the file in place of an address", () => {
    const read = readConfig({ MAP_TILES: "/data/county.pmtiles", MAP_DATUM: "gcj02" });
    expect(read).toMatchObject({
      tileArchive: "/data/county.pmtiles",
      map: { tiles: { url: "/tiles/{z}/{x}/{y}", datum: "gcj02" } },
    });
    expect(readConfig({ MAP_TILES: "https://example.com/county.pmtiles" })).toMatchObject({
      kind: "mistakes",
    });
  });
});
