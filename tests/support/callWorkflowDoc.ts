import { type CallMove, callMoves } from "../../server/domain/call/callMoves.ts";
import {
  answerWords,
  callActionWords,
  callClockWords,
  callFieldWords,
  callLevelWords,
  callMoverWords,
  callStateWords,
  postWords,
} from "../../server/domain/call/callWords.ts";
import type { CallLevel } from "../../server/domain/reference.ts";
import type { Budget } from "../../server/domain/taxonomy.ts";
import { budgetWords } from "../../server/domain/words.ts";

/** The table of moves of a call as people read it: docs/call-workflow.md is this text, kept by a snapshot test. */
export function callWorkflowDoc(levels: readonly CallLevel[]): string {
  return [
    "# Calls 乡呼县应",
    "",
    "Generated from `server/domain/call/callMoves.ts` and `fixtures/calls.json`; run the tests with `-u` after a change.",
    "",
    "## Acts 操作",
    "",
    "| act | 操作 | call stands at | department stands at | by | needs | may carry | stops |",
    "|---|---|---|---|---|---|---|---|",
    ...callMoves.map(rowOf),
    "",
    "By themselves: `overdue` 超期 and `absent` 未到场 at the end of a limit, `climb` 自动提级 when nobody answers, `reopen`",
    "重新办理 and `close` 办结 after the ratings. `succeed` 移交接续单位 is the administrator's, for a closed unit.",
    "",
    "## States 状态",
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...edges.map(([from, to, why]) => `  ${from} --> ${to}: ${why}`),
    "```",
    "",
    "## Levels 级别",
    "",
    `| level | who may start | ${limits.map((kind) => callClockWords[kind]).join(" | ")} |`,
    `|---|---|${limits.map(() => "---|").join("")}`,
    ...levels.map(levelRow),
    "",
  ].join("\n");
}

const limits = ["approve", "lead", "sign", "contact", "onSite", "done", "cosign", "rate"] as const;

/** Where acts lead that depend on more than their row. */
const edges: readonly (readonly [string, string, string])[] = [
  ["[*]", "asked", "发起，须经批准"],
  ["[*]", "open", "发起"],
  ["[*]", "uncaught", "发起，清单外"],
  ["asked", "open", "批准"],
  ["asked", "uncaught", "批准，清单外"],
  ["asked", "withdrawn", "不批准"],
  ["uncaught", "open", "指定牵头"],
  ["open", "done", "各方办完"],
  ["done", "signedOff", "乡镇最后会签"],
  ["signedOff", "open", "不到位，重新办理一次"],
  ["signedOff", "closed", "互评完或评价到时限"],
  ["closed", "[*]", ""],
  ["withdrawn", "[*]", ""],
];

function rowOf({ action, from, by, part, stops, needs, may = [] }: CallMove): string {
  const cells = [
    `\`${action}\``,
    callActionWords[action],
    from.map((state) => callStateWords[state]).join("、"),
    part ? `${part.from.map((state) => answerWords[state]).join("、")} → ${answerWords[part.to]}` : "—",
    by.map((mover) => callMoverWords[mover]).join("、"),
    needs.map((name) => callFieldWords[name]).join("、") || "—",
    may.map((name) => callFieldWords[name]).join("、") || "—",
    stops.map((kind) => callClockWords[kind]).join("、") || "—",
  ];
  return `| ${cells.join(" | ")} |`;
}

function levelRow(level: CallLevel): string {
  const budgets = limits.map((kind) => {
    const budget = level[kind];
    return budget === null ? `按事项；清单外 ${budgetText(level.doneOutside)}` : budgetText(budget);
  });
  const who = level.launchPosts.map((post) => postWords[post]).join("、");
  return `| ${[callLevelWords[level.code], who, ...budgets].join(" | ")} |`;
}

function budgetText({ value, unit }: Budget): string {
  return `${value} ${budgetWords[unit]}`;
}
