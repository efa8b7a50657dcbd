/** Words of 机构接续: what closed units left open, moved to their heirs and given back. */
import type { ClosedUnit, SuccessionDone } from "../server/domain/succession/answers.ts";

/** Cases and calls are counted apart; what there is none of is not named. */
function counted({ cases, calls }: Pick<SuccessionDone, "cases" | "calls">): string {
  return [...(cases > 0 ? [`${cases} 件案卷`] : []), ...(calls > 0 ? [`${calls} 次呼叫`] : [])].join("、");
}

const isNone = ({ cases, calls }: SuccessionDone) => cases + calls === 0;

export const successionWords = {
  title: "机构接续",
  lead: "停用（撤并）的单位留下的在办件，由管理员移交给接续单位。每件都记一条“移交接续单位”，写明从哪个单位到哪个单位、为什么；时限接着走，不重新起算，仍按各自冻结的日历；超期算在当时承办的单位名下。",
  none: "没有停用的单位。停用单位：在下面的“单位”里填停用日期和并入单位，发布生效后这里会列出它的在办件。",
  closed: (from: string) => `${from} 停用`,
  heir: (name: string) => `接续单位：${name}`,
  noHeir: "没有填并入单位，不知道移给谁：请先在下面的“单位”里填写并发布。",
  left: ({ leads, parts, calls }: Pick<ClosedUnit, "leads" | "parts" | "calls">) =>
    leads + parts + calls === 0
      ? "没有在办件，都已移交或办完。"
      : `在办：${[
          ...(leads > 0 ? [`主办 ${leads} 件`] : []),
          ...(parts > 0 ? [`协办等 ${parts} 件`] : []),
          ...(calls > 0 ? [`呼叫 ${calls} 次`] : []),
        ].join("，")}。`,
  reason: "理由",
  reasonHint: "记入每一件的办理过程，例如：莒编发〔2026〕3 号，路灯管理所并入城管局。",
  trial: "先看有多少",
  counting: "正在清点…",
  ways: {
    there: {
      begin: "移交接续单位",
      beginNamed: (from: string) => `移交接续单位：${from}`,
      sum: (done: SuccessionDone) => (isNone(done) ? "没有可以移交的。" : `会移交 ${counted(done)}。`),
      apply: (done: SuccessionDone) => (isNone(done) ? "移交" : `确定移交 ${counted(done)}`),
      applying: "正在逐件移交，请勿关闭…",
      done: (done: SuccessionDone) => (isNone(done) ? "没有移交" : `已移交 ${counted(done)}`),
    },
    back: {
      begin: "撤销移交",
      beginNamed: (from: string) => `撤销移交：${from}`,
      sum: (done: SuccessionDone) => (isNone(done) ? "没有可以退回的。" : `${counted(done)}会退回原单位。`),
      apply: (done: SuccessionDone) => (isNone(done) ? "退回" : `确定退回 ${counted(done)}`),
      applying: "正在逐件退回，请勿关闭…",
      done: (done: SuccessionDone) => (isNone(done) ? "没有退回" : `已退回 ${counted(done)}`),
    },
  },
  busy: (count: number) => `${count} 件此刻有人在办，没有动，请再按一次`,
  moved: "已移交、还没办完的",
  row: (from: string, to: string, count: number) => `${from} → ${to}：${count} 件案卷`,
  when: (when: string) => `最近一次 ${when}`,
  cannotUndo: (from: string) => `${from}仍在停用，不能退回；先去掉它的停用日期并发布。`,
  acted: (count: number) => `${count} 件接续单位已经办过，仍由它办`,
  joined: (count: number) => `${count} 件接续单位本来就有份，分不开，仍由它办`,
  callsStay: "呼叫不退回，由接续单位办完。",
} as const;

/** Why some stay where they are, one clause for each kind that there is. */
export function keptText({ kept }: SuccessionDone): readonly string[] {
  return [
    ...(kept.actedSince > 0 ? [successionWords.acted(kept.actedSince)] : []),
    ...(kept.joined > 0 ? [successionWords.joined(kept.joined)] : []),
    ...(kept.busy > 0 ? [successionWords.busy(kept.busy)] : []),
  ];
}

/** What was done, and what was not. */
export function doneText(done: SuccessionDone, way: "there" | "back"): string {
  return [successionWords.ways[way].done(done), ...keptText(done)].join("；");
}
