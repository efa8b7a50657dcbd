/** A catalogue as a table for people who keep it in a spreadsheet, and back. Lists stand in one cell, parted by 、. */
import Papa from "papaparse";
import * as v from "valibot";
import { catalogueRuleSchema } from "../../fixtures/schema/catalogue.ts";
import type { CatalogueRule } from "../domain/catalogue/rule.ts";
import { groundWords, roadWords } from "../domain/catalogue/words.ts";
import { readTable, type TableRow } from "../importing/table.ts";

/** Columns in their order, by the name people read. */
const columns = {
  code: "规则编号",
  name: "名称",
  items: "事项",
  conditions: "立案条件",
  owners: "权属单位",
  names: "地名",
  areas: "区划",
  grounds: "地块",
  roads: "道路",
  words: "情形词",
  months: "月份",
  days: "日子",
  from: "时刻起",
  to: "时刻止",
  lead: "主办",
  assist: "协办",
  townshipRole: "乡镇职责",
  basis: "依据",
} as const;

type Column = keyof typeof columns;

const roles = { self: "自办", assist: "协助", escalate: "上报" } as const;
const days = { any: "", workday: "工作日", restday: "休息日" } as const;

export function rulesToCsv(rules: readonly CatalogueRule[]): string {
  const rows = rules.map((rule) => Object.keys(columns).map((column) => cellOf(rule, column as Column)));
  // With a byte order mark, or a spreadsheet reads the Chinese as nonsense
  return `\uFEFF${Papa.unparse([Object.values(columns), ...rows], { newline: "\n" })}\n`;
}

function cellOf(rule: CatalogueRule, column: Column): string {
  switch (column) {
    case "grounds":
      return rule.grounds.map((ground) => groundWords[ground]).join("、");
    case "roads":
      return rule.roads.map((road) => roadWords[road]).join("、");
    case "months":
      return (rule.time?.months ?? []).join("、");
    case "days":
      return days[rule.time?.days ?? "any"];
    case "from":
    case "to":
      return rule.time?.[column] ?? "";
    case "townshipRole":
      return roles[rule.townshipRole];
    case "items":
    case "conditions":
    case "owners":
    case "names":
    case "areas":
    case "words":
    case "assist":
      return rule[column].join("、");
    default:
      return rule[column];
  }
}

export interface BadRow {
  readonly line: number;
  readonly message: string;
}

/** Every row that cannot be read is named with its line; the good ones are returned beside. */
export function rulesFromCsv(text: string): {
  readonly rules: readonly CatalogueRule[];
  readonly bad: readonly BadRow[];
} {
  const table = readTable(text.replace(/^\uFEFF/, ""), "csv");
  const missing = [columns.code, columns.name, columns.lead].filter((name) => !table.columns.includes(name));
  if (missing.length > 0)
    return { rules: [], bad: [{ line: 1, message: `缺少列：${missing.join("、")}；可先导出一份对照` }] };
  const rules: CatalogueRule[] = [];
  const bad: BadRow[] = [];
  for (const row of table.rows) {
    const read = v.safeParse(catalogueRuleSchema, ruleOf(row));
    if (read.success) rules.push(read.output);
    else bad.push({ line: row.line, message: messageOf(read.issues[0]) });
  }
  return { rules, bad };
}

function ruleOf({ values }: TableRow): unknown {
  const text = (column: Column) => (values[columns[column]] ?? "").trim();
  const list = (column: Column) =>
    text(column)
      .split(/[、;；\s]+/)
      .filter((part) => part !== "");
  const from = text("from") || null;
  const to = text("to") || null;
  const months = list("months").map(Number);
  const kind = keyOf(days, text("days"));
  const timed = from !== null || to !== null || months.length > 0 || kind !== "any";
  return {
    code: text("code"),
    name: text("name"),
    items: list("items"),
    conditions: list("conditions"),
    owners: list("owners"),
    names: list("names"),
    areas: list("areas"),
    grounds: list("grounds").map((word) => keyOf(groundWords, word)),
    roads: list("roads").map((word) => keyOf(roadWords, word)),
    words: list("words"),
    time: timed ? { months, days: kind, from, to } : null,
    lead: text("lead"),
    assist: list("assist"),
    townshipRole: keyOf(roles, text("townshipRole") || "协助"),
    basis: text("basis") || "未注明",
  };
}

/** The key of a word; the word itself where there is none, so that the check can name it. */
function keyOf(wordByKey: Readonly<Record<string, string>>, word: string): string {
  return Object.keys(wordByKey).find((key) => wordByKey[key] === word) ?? word;
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue)?.split(".")[0] ?? "";
  const column = field in columns ? columns[field as Column] : field;
  return `“${column}”是“${String(issue.input)}”，应为${issue.kind === "validation" ? issue.message : (issue.expected ?? "")}`;
}
