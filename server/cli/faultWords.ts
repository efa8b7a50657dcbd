/** What `verify` found, told so that a person can look it up. */
import type { Fault, Verification } from "../../db/store.ts";

const words: Record<Fault["kind"], string> = {
  hash: "内容与它的哈希不符，这条记录被改过",
  link: "与上一条接不上，这条或上一条被换过",
  gap: "缺了一条记录",
  head: "末尾哈希与最后一条记录不符",
  state: "状态与最后一条记录不符",
  seal: "文字与封存的承诺不符，文字被改过",
  row: "数据与记录推出的不符，被改过",
  photo: "照片文件不在，或内容与编号不符",
};

export function printVerification({ cases, calls, events, faults }: Verification): string {
  const verdict = faults.length === 0 ? "全部完好。" : `发现 ${faults.length} 处被改动。`;
  return [
    ...faults.map(sentenceOf),
    `核验了 ${cases} 个案卷、${calls} 次呼叫、${events} 条记录：${verdict}`,
  ].join("\n");
}

function sentenceOf({ of, number, seq, kind, field }: Fault): string {
  const place = seq === null ? "" : ` 第 ${seq} 条`;
  return `${of === "call" ? "呼叫" : "案卷"} ${number}${place}：${words[kind]}${field === undefined ? "" : `（${field}）`}`;
}
