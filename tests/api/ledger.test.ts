import Papa from "papaparse";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { LedgerAnswer } from "../../server/domain/listAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { wholeLedger } from "../../server/ledger/ledger.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

const reporter = { name: "司徒若兰", phone: "13911112222" };

/** Two cases: one that says what a spreadsheet would run, sent to the lights with the water bureau; one just reported. */
async function planted(house: House): Promise<string> {
  const [grid, desk] = [await house.as("gridWorker"), await house.as("township")];
  const said = { text: '=HYPERLINK("http://x","路灯不亮")', address: "@甲路七号", onBehalf: true, reporter };
  const { id, number } = await reported(grid, said);
  await moved(desk, id, { action: "file", itemCode: "020101" });
  await moved(desk, id, { action: "dispatch", unit: "LD", assistUnits: ["SW"] });
  await moved(await house.as("lights"), id, { action: "accept" });
  await reported(grid, { text: "另一盏路灯不亮" });
  return number;
}

async function ledger(client: Client, query = "?tab=all") {
  const { columns, rows, next } = (await (await client.get(`/api/ledger${query}`)).json()) as LedgerAnswer;
  const told = rows.map(({ cells }) => Object.fromEntries(columns.map((name, at) => [name, cells[at]])));
  return { told, next, columns };
}

describe("the ledger of cases", () => {
  it("shows each case with its steps, its units and its counts, the reporter masked", async () => {
    const house = await openHouse();
    const number = await planted(house);
    const { told } = await ledger(await house.as("township"));
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({
      案卷号: number,
      状态: "处置中",
      事项: "路灯不亮",
      反映人: "司徒**",
      联系电话: "139****2222",
      主办单位: "路灯所",
      协办单位: "水务局",
      立案时间: "2026-03-10 09:00",
      签收时间: "2026-03-10 09:00",
      结案时间: "",
      退单次数: 0,
    });
    expect(JSON.stringify(told)).not.toContain("13911112222");
    expect(JSON.stringify(told)).not.toContain("司徒若兰");
  });

  it("follows the filters and the scope of the list, page by page", async () => {
    const house = await openHouse();
    await planted(house);
    const lights = await house.as("lights");
    expect((await ledger(lights)).told).toHaveLength(1);
    expect((await ledger(await house.as("otherTownship"))).told).toHaveLength(0);
    const desk = await house.as("township");
    expect((await ledger(desk, "?tab=all&state=reported")).told).toMatchObject([{ 状态: "待立案" }]);
    const first = await ledger(desk, "?tab=all&limit=1");
    const rest = await ledger(desk, `?tab=all&limit=1&after=${first.next}`);
    expect([...first.told, ...rest.told].map((row) => row["状态"])).toEqual(["待立案", "处置中"]);
    expect(rest.next).toBeNull();
  });

  it("tells a unit that only assists nothing of the reporter", async () => {
    const house = await openHouse();
    await planted(house);
    const { told } = await ledger(await house.as("water"));
    expect(told).toMatchObject([{ 反映人: "（隐去）", 联系电话: "（隐去）" }]);
  });

  it("is a CSV that no spreadsheet runs, with who took it out on the last line", async () => {
    const house = await openHouse();
    await planted(house);
    const answer = await (await house.as("township")).get("/api/ledger/table.csv?tab=all");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="ledger-2026-03-10.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd());
    expect(data).toHaveLength(4);
    expect(data.flat().filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([]);
    expect(data.flat()).toContain('\'=HYPERLINK("http://x","路灯不亮")');
    expect(data[3]?.[0]).toMatch(/^共 2 件，反映人只有掩码；水印：.+ 2026-03-10 09:00 导出/u);
  });

  it("is for those who keep a worklist, and no longer than what goes unasked", async () => {
    const house = await openHouse();
    await planted(house);
    expect((await (await house.as("gridWorker")).get("/api/ledger/table.csv?tab=all")).status).toBe(403);
    const { clock, deps } = house;
    const centre = { id: "centre-1", role: "centre", unit: "XNZX", cells: [] } as const;
    const asked = { actor: centre, filter: {}, sort: "newest", now: clock.now() } as const;
    expect(await wholeLedger(asked, 1, deps)).toBeNull();
    expect(await wholeLedger(asked, 2, deps)).toHaveLength(2);
  });

  it("is a workbook whose texts are texts and whose counts are numbers", async () => {
    const house = await openHouse();
    await planted(house);
    const answer = await (await house.as("township")).get("/api/ledger/table.xlsx?tab=all");
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()), 1);
    expect(rows).toHaveLength(4);
    const head = rows[0] ?? [];
    const cell = (name: string) => rows[2]?.[head.indexOf(name)];
    expect(cell("反映内容")).toBe('=HYPERLINK("http://x","路灯不亮")');
    expect(cell("反映人")).toBe("司徒**");
    expect(cell("退单次数")).toBe(0);
  });

  it("refuses what it does not know, by name", async () => {
    const house = await openHouse();
    const answer = await (await house.as("township")).get("/api/ledger/table.csv?tab=mine");
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as ProblemAnswer).field).toBe("tab");
  });
});
