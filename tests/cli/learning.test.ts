import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lessons } from "../support/lessons.ts";
import { type Office, openOffice } from "../support/terminal.ts";

const header = "id,诉求,单位\n";
const rows = lessons.slice(0, 400).map(({ text, label }, at) => `${at},${text},${label}\n`);

function write({ folder }: Office, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function trained(office: Office, text = header + rows.join("")) {
  const model = join(office.folder, "单位.model");
  const file = write(office, "历史.csv", text);
  const said = await office.run(
    "train",
    "--in",
    file,
    "--text",
    "诉求",
    "--label",
    "单位",
    "--out",
    model,
    "--json",
  );
  return { ...said, model, file };
}

describe("a county with a labelled history", () => {
  it("trains, reads one text, reads a file and marks the model", async () => {
    const office = openOffice();
    const { code, out, model, file } = await trained(office);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rows: 400, labels: ["供水", "噪音", "工资", "路灯"] });

    const one = await office.run("classify", "--model", model, "--json", "--explain", "路灯不亮");
    expect(JSON.parse(one.out)).toMatchObject({
      top: [{ label: "路灯" }, {}, {}, {}],
      reasons: { for: expect.arrayContaining([expect.objectContaining({ word: "路灯" })]) },
    });

    const answers = join(office.folder, "结果.jsonl");
    const all = await office.run(
      "classify",
      "--model",
      model,
      "--in",
      file,
      "--text",
      "诉求",
      "--out",
      answers,
    );
    expect(all.code).toBe(0);
    const lines = readFileSync(answers, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(400);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: "0", top: [{ label: "路灯" }, {}, {}, {}] });

    const marked = await office.run(
      "evaluate",
      "--model",
      model,
      "--in",
      file,
      "--text",
      "诉求",
      "--label",
      "单位",
      "--json",
    );
    expect(JSON.parse(marked.out)).toMatchObject({
      rows: 400,
      kept: [{ precision: 0.9 }, { precision: 0.95 }],
    });
  });

  it("chooses how often a line must be right, and sees what it would do", async () => {
    const office = openOffice();
    const file = write(office, "历史.csv", header + rows.join(""));
    const model = join(office.folder, "单位.model");
    const columns = ["--in", file, "--text", "诉求", "--label", "单位"];
    const trained = await office.run("train", ...columns, "--out", model, "--precision", "80,98");
    expect(trained.out).toMatch(/要求 98\.0% 准确：线 .*每 400 件自动 \d+ 件，其中约错 \d+ 件，人工 \d+ 件/);
    const marked = await office.run("evaluate", ...columns, "--model", model, "--json");
    expect(JSON.parse(marked.out)).toMatchObject({ kept: [{ precision: 0.8 }, { precision: 0.98 }] });
  });

  it("is told which rows were not used", async () => {
    const { code, out } = await trained(openOffice(), `${header}${rows.join("")}x,,路灯\ny,没有标签的话,\n`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      unused: [
        { line: 402, why: "没有文字" },
        { line: 403, why: "没有标签" },
      ],
    });
  });
});

describe("a mistake", () => {
  it("names the column that is missing and those that are there", async () => {
    const office = openOffice();
    const file = write(office, "历史.csv", header);
    const said = await office.run("train", "--in", file, "--text", "内容", "--label", "单位", "--out", "m");
    expect(said).toMatchObject({ code: 2, err: expect.stringMatching(/“内容”.*诉求、单位/) });
  });

  it("is one label only", async () => {
    const { code, err } = await trained(openOffice(), `${header}1,路灯不亮,路灯\n`);
    expect([code, err]).toEqual([3, expect.stringContaining("只有 1 种标签")]);
  });

  it.each([
    [2, ["train", "--in", "a.csv"]],
    [2, "train --in a.csv --text a --label b --out m --precision 95,90".split(" ")],
    [2, ["classify"]],
    [2, ["classify", "--in", "a.csv"]],
    [3, ["classify", "--model", "没有.model", "路灯不亮"]],
    [3, ["evaluate", "--model", "没有.model", "--in", "a.csv"]],
  ])("ends with %i for %j", async (expected, args) => {
    expect((await openOffice().run(...args)).code).toBe(expected);
  });

  it.each([
    ["a damaged workbook", "历史.xlsx", "PK\u0003\u0004", "重新保存"],
    ["a workbook of old Excel", "历史.xls", "\u00d0\u00cf\u0011\u00e0", "另存为 .xlsx"],
    ["no table at all", "历史.dat", "a\u0000b", "应为 CSV、JSONL 或 Excel"],
  ])("is %s, and says what to do", async (_, name, bytes, words) => {
    const office = openOffice();
    const file = join(office.folder, name);
    writeFileSync(file, Buffer.from(bytes, "latin1"));
    const said = await office.run("train", "--in", file, "--text", "a", "--label", "b", "--out", "m");
    expect(said).toMatchObject({ code: 3, err: expect.stringContaining(words) });
  });
});
