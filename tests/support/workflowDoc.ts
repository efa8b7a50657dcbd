import type { Move } from "../../server/domain/workflow.ts";
import {
  actionWords,
  clockWords,
  fieldWords,
  partWords,
  roleWords,
  stateWords,
} from "../../server/domain/words.ts";
import { ruleWords } from "../../server/domain/ruleWords.ts";
import type { CaseState } from "../../server/domain/case.ts";

/** The table of moves as people read it: docs/workflow.md is this text, kept by a snapshot test. */
export function workflowDoc(moves: readonly Move[]): string {
  const rows = moves.filter((move) => move.action !== "report");
  return [
    "# Workflow 流程",
    "",
    "Generated from `server/domain/workflow.ts`; run the tests with `-u` after changing a row.",
    "",
    "## Acts 操作",
    "",
    "| act | 操作 | from | to | by | needs | may carry | clocks | refused when |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows.map(rowOf),
    "",
    "起督办回复：只在 `fixtures/supervision.json` 要求回复的那几步。",
    "",
    "## States 状态",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> reported: 上报",
    ...rows.flatMap(edgesOf),
    "```",
    "",
  ].join("\n");
}

function rowOf(move: Move): string {
  const to = move.to === "same" ? "—" : move.to === "varies" ? "随所属案卷" : stateName(move.to);
  const cells = [
    `\`${move.action}\``,
    actionName(move.action),
    move.from.map(stateName).join("、") + besidesOf(move),
    to,
    move.by.map(moverName).join("、") || "系统",
    move.needs.map((name) => fieldWords[name]).join("、") || "—",
    move.may.map((name) => fieldWords[name]).join("、") || "—",
    clocksOf(move) || "—",
    move.when?.map((name) => ruleWords[name].why).join("；") ?? "—",
  ];
  return `| ${cells.join(" | ")} |`;
}

function besidesOf({ alsoByItselfFrom = [] }: Move): string {
  return alsoByItselfFrom.length === 0 ? "" : `；系统另在${alsoByItselfFrom.map(stateName).join("、")}`;
}

function clocksOf(move: Move): string {
  const part = (verb: string, kinds: Move["starts"]) => kinds.map((kind) => `${verb}${clockWords[kind]}`);
  return [
    ...part("停", move.stops),
    ...part("中止", move.holds ?? []),
    ...(move.parks ? ["全部停表"] : []),
    ...(move.unparks ? ["所停各表续走"] : []),
    ...part("延长", move.extends ?? []),
    ...part("作废", move.voids),
    ...part("续", move.resumes),
    ...part("起", move.starts),
  ].join("，");
}

function edgesOf(move: Move): readonly string[] {
  if (move.to === "same" || move.to === "varies") return [];
  return move.from.map((from) => `  ${from} --> ${move.to}: ${actionName(move.action)}`);
}

function actionName(action: string): string {
  return actionWords[action as keyof typeof actionWords];
}

function stateName(state: CaseState): string {
  return stateWords[state];
}

function moverName(mover: Move["by"][number]): string {
  return { ...roleWords, ...partWords }[mover];
}
