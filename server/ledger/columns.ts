/**
 * The columns of the ledger (案卷台账): the least fields of a work order as hotlines keep them (handbook §3.6), without
 * anything that names the reporter. Pure: everything a row shows is handed in.
 */
import type { StoredEvent } from "../../db/store.ts";
import type { ReporterAnswer } from "../domain/caseAnswers.ts";
import { assignmentsOf } from "../domain/assignment.ts";
import type { Case } from "../domain/case.ts";
import { marksOf } from "../domain/marks.ts";
import { pinOf } from "../domain/report.ts";
import { type Instant, wallClock } from "../domain/time.ts";
import { channelWords, scoreWords, stateWords, urgencyWords } from "../domain/words.ts";
import type { Action } from "../domain/workflow.ts";
import type { Names } from "../view/names.ts";

export interface LedgerMaterial {
  readonly case: Case;
  /** As far as the viewer may see them. */
  readonly events: readonly StoredEvent[];
  /** Masked; null where nothing was left or nothing may be seen. */
  readonly reporter: ReporterAnswer | null;
  /** The viewer's unit assists and nothing else: what is asked for and argued is not for it. */
  readonly isNarrow: boolean;
  readonly names: Names;
}

/** Numbers are numbers in a workbook; everything else is text. */
export type Cell = string | number;

export interface LedgerColumn {
  readonly name: string;
  readonly cell: (material: LedgerMaterial) => Cell;
}

const text = (name: string, told: (material: LedgerMaterial) => string | null | undefined): LedgerColumn => ({
  name,
  cell: (material) => told(material) ?? "",
});
const number = (name: string, cell: (material: LedgerMaterial) => number): LedgerColumn => ({ name, cell });
const step = (name: string, action: Action, which: "first" | "last" = "first") =>
  text(name, ({ events }) => {
    const found = events.filter((event) => event.action === action);
    return moment((which === "first" ? found[0] : found.at(-1))?.at);
  });
const times = (name: string, action: Action) =>
  number(name, ({ events }) => events.filter((event) => event.action === action).length);
const yes = (is: boolean) => (is ? "是" : "");
const solvedWords = (solved: boolean | null | undefined) =>
  solved === undefined || solved === null ? "" : solved ? "已解决" : "未解决";

export const ledgerColumns: readonly LedgerColumn[] = [
  text("案卷号", (row) => row.case.number),
  text("状态", (row) => stateWords[row.case.state]),
  text("来源", (row) => channelWords[row.case.channel]),
  text("上报时间", (row) => moment(row.case.reportedAt)),
  text("反映内容", (row) => row.case.text),
  text("事项编号", (row) => row.case.itemCode),
  text("事项", (row) => row.names.item(row.case.itemCode)?.name),
  text("紧急程度", (row) => urgencyWords[row.case.urgency]),
  text("乡镇（街道）", (row) => row.names.township(row.case.townshipCode)?.name),
  text("网格", (row) => row.names.cell(row.case.cellCode)?.name),
  text("地址", (row) => row.case.address),
  text("坐标（WGS-84）", ({ case: { placement } }) => {
    const pin = pinOf(placement);
    return pin && `${pin.lng.toFixed(6)},${pin.lat.toFixed(6)}`;
  }),
  text("反映人", ({ reporter }) => (reporter?.hidden ? "（隐去）" : reporter?.name)),
  text("联系电话", ({ reporter }) => (reporter?.hidden ? "（隐去）" : reporter?.phone)),
  text("保密", (row) => yes(row.case.confidential)),
  text("主办单位", (row) => row.names.holder(row.case.leadUnit)?.name),
  text("协办单位", (row) => assistingOf(row)),
  text("现在在谁手里", (row) => row.names.holder(row.case.holder)?.name),
  text("到期时间", (row) => moment(row.case.dueAt)),
  step("立案时间", "file"),
  step("派遣时间", "dispatch"),
  step("签收时间", "accept", "last"),
  step("处置完成时间", "handle", "last"),
  step("核查时间", "check", "last"),
  text("结案时间", (row) => moment(row.case.closedAt)),
  step("回访时间", "followUp", "last"),
  number("退单次数", (row) => row.case.returns),
  number("返工次数", (row) => row.case.reworks),
  number("催办次数", (row) => row.case.urges),
  number("超期次数", (row) => row.case.missed),
  times("延期次数", "grantExtension"),
  times("挂账次数", "grantSuspension"),
  text("回访结果", (row) => solvedWords(row.case.followUp?.solved)),
  text("满意度", ({ case: { rating } }) => (rating === null ? "" : scoreWords[rating.score - 1])),
  text("不纳入考核", (row) =>
    yes(!row.isNarrow && marksOf(row.case).some((mark) => mark.startsWith("exempt"))),
  ),
];

function assistingOf({ case: found, names }: LedgerMaterial): string {
  return assignmentsOf(found)
    .filter(({ part }) => part === "assist")
    .map(({ unit }) => names.holder(unit)?.name ?? unit)
    .join("、");
}

/** `2026-11-20 10:30`, in Beijing; sorts as text. */
function moment(at: Instant | null | undefined): string {
  return at === null || at === undefined ? "" : wallClock(at);
}
