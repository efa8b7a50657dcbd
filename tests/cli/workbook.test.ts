import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openTable } from "../../server/importing/openTable.ts";
import { openOffice } from "../support/terminal.ts";

/** 50 rows of two labels below a heading, a blank row between, and a last row without a label. */
const workbook = fileURLToPath(new URL("files/history.xlsx", import.meta.url));

describe("an Excel workbook", () => {
  it("is a table whose lines are the rows of its first sheet", async () => {
    const opened = await openTable(workbook);
    expect(opened).toMatchObject({
      kind: "table",
      encoding: "Excel",
      table: { columns: ["编号", "诉求", "单位", "时间"] },
    });
    const rows = opened.kind === "table" ? opened.table.rows : [];
    expect(rows.slice(1, 3)).toEqual([
      {
        line: 3,
        values: { 编号: "2", 诉求: "振兴路路灯坏了没人修", 单位: "路灯", 时间: "2026-11-22 12:00:00" },
      },
      {
        line: 5,
        values: { 编号: "3", 诉求: "振兴路晚上路灯一闪一闪", 单位: "路灯", 时间: "2026-11-23 12:00:00" },
      },
    ]);
  });

  it("teaches and marks a model as any other file does", async () => {
    const { run, folder } = openOffice();
    const model = join(folder, "单位.model");
    const columns = ["--in", workbook, "--text", "诉求", "--label", "单位", "--json"];
    const trained = await run("train", ...columns, "--out", model);
    expect(trained.code).toBe(1);
    expect(JSON.parse(trained.out)).toMatchObject({
      rows: 50,
      labels: ["供水", "路灯"],
      unused: [{ line: 53, why: "没有标签" }],
    });
    const marked = await run("evaluate", ...columns, "--model", model);
    expect(JSON.parse(marked.out)).toMatchObject({ rows: 50, accuracy: 1 });
  });

  it("is imported, and its times are read", async () => {
    const { run } = openOffice();
    const said = await run("import", workbook, "--map", "text=诉求,number=编号,time=时间", "--json");
    expect(JSON.parse(said.out)).toMatchObject({ encoding: "Excel", read: 51, opened: 51, rejected: 0 });
  });
});
