import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { getuid } from "node:process";
import { describe, expect, it } from "vitest";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import type { Datum } from "../../geo/point.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { CaseQueries } from "../../db/store.ts";
import { openOffice } from "../support/terminal.ts";

function fileOf(folder: string, name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function casesIn(folder: string): Promise<Awaited<ReturnType<CaseQueries["list"]>>["rows"]> {
  const store = openSqlite(folder);
  const page = { sort: "newest", after: null, limit: 100 } as const;
  const { rows } = await store.cases.list({ kind: "all" }, {}, page, 0);
  await store.close();
  return rows;
}

const good = `工单编号,诉求内容,经度,纬度,诉求人,联系电话,来电时间
A1,振兴路路灯不亮三天了,118.83,35.58,王某,13800001111,2026-11-19 20:15
A2,你好,,,,,
`;

describe("importing a file", () => {
  it("opens a case for each row and says what a person must look at", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const { code, out } = await run("import", fileOf(folder, "工单.csv", good), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      read: 2,
      opened: 2,
      known: 0,
      rejected: 0,
      placed: 1,
      sure: 1,
      onDesk: 1,
      desk: { unplaced: 1, unsureItem: 1 },
      rejectedFile: null,
    });
  });

  it("starts the clocks now and keeps the file's time and number as facts", async () => {
    const { run, folder } = openOffice();
    await run("import", fileOf(folder, "工单.csv", good));
    const store = openSqlite(folder);
    const found = await store.cases.byNumber("20261120-00001");
    const [event] = await store.cases.history(found?.id ?? "");
    await store.close();
    expect(event?.at).toBe(Date.parse("2026-11-20T09:00:00+08:00"));
    expect(event?.facts).toMatchObject({
      source: "hotline",
      sourceNumber: "A1",
      claimedAt: Date.parse("2026-11-19T20:15:00+08:00"),
    });
    expect(JSON.stringify(event?.facts)).not.toContain("13800001111");
  });

  it("adds nothing the second time", async () => {
    const { run, folder } = openOffice();
    const file = fileOf(folder, "工单.csv", good);
    await run("import", file);
    expect(JSON.parse((await run("import", file, "--json")).out)).toMatchObject({ opened: 0, known: 2 });
    expect(await casesIn(folder)).toHaveLength(2);
  });

  it("knows the same number under another file name, and rows without a number by what they say", async () => {
    const { run, folder } = openOffice();
    await run("import", fileOf(folder, "a.csv", "编号,内容\n1,路灯不亮\n"));
    await run("import", fileOf(folder, "b.csv", "内容\n井盖丢失\n井盖丢失\n"));
    const again = await run("import", fileOf(folder, "c.jsonl", '{"id":1,"text":"路灯不亮"}\n'), "--json");
    expect(JSON.parse(again.out)).toMatchObject({ opened: 0, known: 1 });
    expect(await casesIn(folder)).toHaveLength(2);
  });

  it("reads GB18030", async () => {
    const { run, folder } = openOffice();
    // 内容 \n 路灯不亮
    const bytes = [0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0xc2, 0xb7, 0xb5, 0xc6, 0xb2, 0xbb, 0xc1, 0xc1, 0x0a];
    await run("import", fileOf(folder, "gbk.csv", Uint8Array.from(bytes)));
    expect((await casesIn(folder)).map((row) => row.text)).toEqual(["路灯不亮"]);
  });

  it("stores nothing on a dry run", async () => {
    const { run, folder } = openOffice();
    const { out } = await run(
      "import",
      fileOf(folder, "工单.csv", good),
      "--dry-run",
      "--limit",
      "1",
      "--json",
    );
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, read: 1, opened: 1 });
    expect(await casesIn(folder)).toEqual([]);
  });

  it("takes columns by other names, once they are mapped", async () => {
    const { run, folder } = openOffice();
    const file = fileOf(folder, "x.csv", "甲,乙\n路灯不亮,9\n");
    expect(await run("import", file)).toMatchObject({ code: 2, err: expect.stringContaining("甲、乙") });
    expect(await run("import", file, "--map", "text=甲,number=乙")).toMatchObject({ code: 0 });
  });
});

describe("rows that cannot be imported", () => {
  const mixed = `内容,编号,时间
路灯不亮,1,2026-11-19
,2,2026-11-19
井盖丢失,1,2026-11-19
垃圾没人清,3,昨天
`;

  it("are written beside the file with line, value and expectation; the good ones are kept", async () => {
    const { run, folder } = openOffice();
    const file = fileOf(folder, "m.csv", mixed);
    const { code, out } = await run("import", file);
    expect(code).toBe(1);
    expect(out).toContain("第 3 行：“内容”的值“”不合要求，应为：不为空");
    expect(await casesIn(folder)).toHaveLength(1);
    const lines = readFileSync(`${file}.rejected.csv`, "utf8").trimEnd().split("\r\n");
    expect(lines.map((line) => line.split(",")[0])).toEqual(["\uFEFF行号", "3", "4", "5"]);
    expect(lines[2]).toContain("第 2 行用了同一编号");
  });

  it("are refused when a known number says something else than the first time", async () => {
    const { run, folder } = openOffice();
    await run("import", fileOf(folder, "a.csv", "内容,编号\n路灯不亮,1\n"));
    const { code } = await run("import", fileOf(folder, "b.csv", "内容,编号\n井盖丢失,1\n"));
    expect(code).toBe(1);
    expect((await casesIn(folder)).map((row) => row.text)).toEqual(["路灯不亮"]);
  });

  it("are written into the current folder when the file's own may not be written to", async (context) => {
    context.skip(getuid?.() === 0, "root may write everywhere");
    const { run, folder } = openOffice();
    const closed = join(folder, "closed");
    mkdirSync(closed);
    const file = fileOf(closed, `closed-${basename(folder)}.csv`, mixed);
    chmodSync(closed, 0o555);
    const { out } = await run("import", file);
    chmodSync(closed, 0o755);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
    expect(out).toContain(join(process.cwd(), `${basename(file)}.rejected.csv`));
  });
});

describe("a file that cannot be imported", () => {
  it("does not exist", async () => {
    expect(await openOffice().run("import", "/nowhere.csv")).toMatchObject({
      code: 3,
      err: expect.stringContaining("没有这个文件"),
    });
  });

  it("is a spreadsheet", async () => {
    const { run, folder } = openOffice();
    const file = fileOf(folder, "a.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4]));
    expect(await run("import", file)).toMatchObject({ code: 3, err: expect.stringContaining("另存为 CSV") });
  });

  it("waits for the server to leave the folder", async () => {
    const { run, folder } = openOffice();
    const server = openSqlite(folder);
    const file = fileOf(folder, "a.csv", "内容\n路灯不亮\n");
    expect(await run("import", file)).toMatchObject({ code: 3, err: expect.stringContaining("请先停止") });
    await server.close();
  });
});

/** Real hotline messages lie beside the project, never in it. */
const real = "../shared/data/messages/haikou_dispatch/dev.jsonl";

it("3,325 real hotline messages are all accounted for, and a second run adds none", async (context) => {
  context.skip(!existsSync(real), `${real} is not here`);
  const { run } = openOffice();
  const first = JSON.parse((await run("import", real, "--json")).out) as Record<string, number>;
  expect(first).toMatchObject({ read: 3325, opened: 3325, known: 0, rejected: 0 });
  const second = JSON.parse((await run("import", real, "--json")).out) as Record<string, number>;
  expect(second).toMatchObject({ read: 3325, opened: 0, known: 3325, rejected: 0 });
});

describe("a file whose coordinates all lie off", () => {
  const county = loadCounty();
  const known = county.landmarks.slice(0, 12);
  const header = "内容,地址,经度,纬度";
  const rowsIn = (datum: Datum) =>
    known.map(({ name, point }, at) => {
      const { lng, lat } = fromWgs84(point, datum);
      return `第${at}盏路灯不亮,${name},${lng},${lat}`;
    });
  const text = (datum: Datum) => [header, ...rowsIn(datum)].join("\n");

  it("is not imported, and told how far, to where and what it looks like", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const { code, err } = await run("import", fileOf(folder, "g.csv", text("gcj02")));
    expect(code).toBe(1);
    expect(err).toMatch(
      /没有导入：有 \d+ 行的地址能定到点，它们的坐标整体向东偏约 4\d\d 米.*GCJ-02.*--offset correct/s,
    );
    expect(await casesIn(folder)).toEqual([]);
  });

  it("is told of on a dry run too, and imported where it belongs once that is accepted", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const file = fileOf(folder, "g.csv", text("gcj02"));
    const dry = JSON.parse((await run("import", file, "--dry-run", "--json")).out) as { offset: unknown };
    expect(dry.offset).toMatchObject({ datum: "gcj02", direction: "东", rows: expect.any(Number) });
    const { code, out } = await run("import", file, "--offset", "correct");
    expect(code).toBe(0);
    expect(out).toContain("已按它换算改正");
    const cells = new Set((await casesIn(folder)).map(({ cellCode }) => cellCode));
    expect(cells).toEqual(new Set(known.map(({ cellCode }) => cellCode)));
  });

  it("is imported as it stands for who is sure of it, and at once where nothing is off", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const off = await run("import", fileOf(folder, "g.csv", text("bd09")), "--offset", "keep");
    expect(off.code).toBe(0);
    const right = await run("import", fileOf(folder, "w.csv", text("wgs84")), "--json");
    expect(JSON.parse(right.out)).toMatchObject({ opened: known.length, offset: null });
  });
});

describe("rows with latitude before longitude", () => {
  const turned = "内容,经度,纬度\n路灯不亮,35.58,118.83\n";

  it("are told apart from other bad coordinates, with the correction", async () => {
    const { run, folder } = openOffice();
    const { code, out } = await run("import", fileOf(folder, "t.csv", turned));
    expect(code).toBe(1);
    expect(out).toContain("像是写反了，应为经度 118.83、纬度 35.58（加 --swap 可对调后导入）");
  });

  it("are exchanged when that is accepted", async () => {
    const { run, folder } = openOffice({ DEMO: "on" });
    const { out } = await run("import", fileOf(folder, "t.csv", turned), "--swap", "--json");
    expect(JSON.parse(out)).toMatchObject({ opened: 1, placed: 1, rejected: 0 });
  });
});
