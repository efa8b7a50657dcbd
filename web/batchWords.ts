import type { BatchAction } from "./state/batchPlan.ts";

/** Words of 批量办理. */
export const batchWords = {
  /** The first half alone where there is little room. */
  start: ["批量", "办理"],
  stop: ["退出", "批量"],
  bar: "批量办理",
  chosen: (count: number) => `已选 ${count} 件`,
  none: "勾选案卷，可一起签收或催办",
  all: ["全选", "本页"],
  clear: "取消选择",
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
  /** 成功 18 件，没办成 2 件，还没办 1 件. */
  summed: (act: string, { done, refused, waiting }: Summed) =>
    [
      `已${act} ${done} 件`,
      ...(refused > 0 ? [`没有办成 ${refused} 件`] : []),
      ...(waiting > 0 ? [`还没有办 ${waiting} 件`] : []),
    ].join("，"),
  groups: {
    refused: "没有办成，仍在所选之中",
    waiting: "还没有办：前一件没有送到，就停在这里",
    done: (act: string) => `已${act}`,
    others: (act: string) => `没有参加：现在不能${act}`,
  },
  again: (count: number) => `重试 ${count} 件`,
} as const;

interface Summed {
  readonly done: number;
  readonly refused: number;
  readonly waiting: number;
}
