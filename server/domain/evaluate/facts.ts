/**
 * Named facts of a case (评价事实): whole numbers, flags 0 or 1, read from its events alone. One account for the case
 * and one for each unit it was ever sent to (承办), so that nobody is measured by what others did with it.
 */
import type { Instant } from "../time.ts";

/** In the order in which a profile writes them: new ones go to the end, none is taken away. */
export const factNames = [
  "filed", // 立案
  "declined", // 不予立案
  "selfHandled", // 随手办结
  "dispatched", // 派遣过
  "first", // 首派
  "accepted", // 签收
  "returned", // 退单或提出争议的次数
  "gone", // 已退单或被改派: somebody else's now
  "hops", // 换过承办单位的次数
  "contacts", // 先行联系的次数
  "handled", // 有处置结果
  "admitted", // 说明未解决
  "extensions", // 批准的延期
  "suspensions", // 批准的挂账
  "checks", // 核查的次数，含返工
  "reworks", // 返工的次数
  "closed", // 结案
  "unsolved", // 未解决办结
  "reopens", // 没解决，退回重办
  "rectifications", // 差评整改
  "lateFile", // 受理超时
  "lateDispatch", // 派遣超时
  "lateAccept", // 签收超时
  "lateHandle", // 处置超时
  "lateContact", // 先行联系超时
  "lateCheck", // 核查超时
  "lateClose", // 结案超时
  "lateRectify", // 整改超时
  "followed", // 已回访
  "reached", // 回访接通
  "solvedYes", // 诉求人说解决了
  "solvedNo", // 诉求人说没解决
  "score", // 满意度 1…5，0 为没有评价
  "exemptLate", // 超时申诉通过
  "excluded", // 认定为不合理诉求
  "merged", // 已并案：由主件评价
] as const;

export type FactName = (typeof factNames)[number];

export type Facts = Readonly<Record<FactName, number>>;

/** Whose account it is: the case's own, that of one unit it was sent to, or that of a department in a call (乡呼县应). */
export type Subject = "case" | "turn" | "call";

/** One row of the figures. */
export interface Account {
  readonly subject: Subject;
  /** The unit it was sent to; of a case the one that leads it now; empty when nobody does. */
  readonly unit: string;
  /** The instant that puts it into a period: reported, or sent to the unit. */
  readonly openedAt: Instant;
  readonly facts: Facts;
}

export const noFacts = Object.fromEntries(factNames.map((name) => [name, 0])) as Facts;

/** Counts beyond this are written as this: nobody is judged by the thirty-sixth return. */
const MOST = 35;

/** One letter for each fact: few different ones exist, so that the database can count by them. */
export function profileOf(facts: Facts): string {
  return factNames.map((name) => Math.min(MOST, facts[name]).toString(36)).join("");
}

/** A profile written before a fact was known reads as 0 for it. */
export function factsIn(profile: string): Facts {
  const entries = factNames.map((name, at) => [name, Number.parseInt(profile[at] ?? "0", 36)]);
  return Object.fromEntries(entries) as Facts;
}
