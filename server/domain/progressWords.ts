/** What a resident reads of their report (群众查进度): the same words on the screen, without scripts and in print. */

/** Four steps only; a declined or withdrawn case stands at the first. */
export const progressStepNames = ["received", "sent", "working", "done"] as const;

export type ProgressStep = (typeof progressStepNames)[number] | "declined" | "withdrawn";

export const progressSteps: Readonly<Record<(typeof progressStepNames)[number], string>> = {
  received: "已收到",
  sent: "已派出",
  working: "处理中",
  done: "已办结",
};

/** Where the step stands among the four. */
export function placeOfStep(step: ProgressStep): number {
  return step === "declined" || step === "withdrawn" ? 0 : progressStepNames.indexOf(step);
}

export const progressNow: Readonly<Record<ProgressStep, (unit: string | null) => string>> = {
  received: () => "已收到，正在核对。",
  sent: (unit) => `已请${unit ?? "责任单位"}办理。`,
  working: (unit) => `${unit ?? "责任单位"}正在处理。`,
  done: () => "已办结。",
  declined: () => "经核对不予立案，理由见下。",
  withdrawn: () => "您已撤回，不再办理。",
};

/** The words of the core name acts from the office's side; a resident reads what it means for them. */
export function progressEntry(action: string, unit: string | null): string {
  const who = unit ?? "责任单位";
  const said: Readonly<Record<string, string>> = {
    report: "已收到您反映的问题",
    place: "已核对位置",
    file: "已受理",
    decline: "不予立案",
    withdraw: "您撤回了这件诉求",
    retract: "上报人撤回了这件上报",
    dispatch: `已请${who}办理`,
    accept: `${who}已接单`,
    handle: `${who}已处置，等待核查`,
    check: "已核查处置结果",
    rework: "核查发现还没办好，已退回继续处置",
    close: "已办结",
    followUp: "已回访",
    rate: "您已评价",
    reopen: "您反映没有解决，已请再办一次",
    comment: "补充情况",
    merge: "多人反映的是同一件事，已合并办理，结果会告诉您",
    unmerge: "已改为单独办理",
    conclude: "合并办理的事已办结",
    split: "您反映了几件事，已分头办理",
    assemble: "几件事都已办完，正在汇总",
  };
  return said[action] ?? "办理中";
}

/** Acts that stand in the progress page: no quarrels between units. */
const shown: ReadonlySet<string> = new Set([
  "report",
  "file",
  "decline",
  "withdraw",
  "retract",
  "dispatch",
  "accept",
  "handle",
  "close",
  "rate",
  "reopen",
  "merge",
  "unmerge",
  "conclude",
  "split",
  "assemble",
]);

export function isShownToReporter(action: string): boolean {
  return shown.has(action);
}

/** The field of an act that is written for the reporter; what else is written stays in the house. */
export function wordsForReporter(action: string): "result" | "note" | null {
  if (action === "handle") return "result";
  return action === "decline" ? "note" : null;
}
