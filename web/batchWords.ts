import type { BatchAction } from "./state/batchPlan.ts";

/** Words of 批量办理. */
export const batchWords = {
  start: "批量办理",
  stop: "退出批量",
  bar: "批量办理",
  chosen: (count: number) => `已选 ${count} 件`,
  none: "勾选案卷，可一起签收或催办",
  all: "全选本页",
  noAct: "所选案卷没有可以一起办的操作",
  /** At the box of a case that none of the acts fits. */
  notNow: (state: string) => `${state}的案卷没有可批量办的操作`,
  pick: (number: string) => `选择 ${number}`,
  acts: { accept: "签收", urge: "催办" } satisfies Record<BatchAction, string>,
  actOn: (act: string, count: number) => `${act} ${count} 件`,
  title: (act: string, count: number) => `一起${act} ${count} 件`,
  others: (count: number, act: string) => `另有 ${count} 件现在不能${act}，不受影响：`,
  note: { accept: "备注（可不填）", urge: "催办要求（可不填，每件都会写上）" } satisfies Record<
    BatchAction,
    string
  >,
  confirm: (act: string) => `确认${act}`,
  progress: (done: number, all: number) => `已办 ${done} / ${all}`,
  done: (act: string, count: number) => `${count} 件已${act}`,
  failed: (count: number) => `${count} 件没有办成，仍在所选之中：`,
  left: (count: number) => `网络不通，还有 ${count} 件没有办`,
} as const;
