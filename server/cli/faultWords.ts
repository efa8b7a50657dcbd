/** What verify found, told so that a person can look it up. */
import type { Fault, Verification } from "../../db/store.ts";
import { wallClock } from "../domain/time.ts";
import type { Signer } from "../record/signers.ts";
import type { SignedFile } from "./savedCheckpoints.ts";

const words: Record<Fault["kind"], string> = {
  hash: "内容与它的哈希不符，这条记录被改过",
  link: "与上一条接不上，这条或上一条被换过",
  gap: "缺了一条记录",
  head: "末尾哈希与最后一条记录不符",
  state: "状态与最后一条记录不符",
  seal: "文字与封存的承诺不符，文字被改过",
  row: "数据与记录推出的不符，被改过",
  photo: "照片文件不在，或内容与编号不符",
  gone: "存证里有，现在没有，被删过",
  rewritten: "与存证的哈希不符，被改过",
  unrecorded: "没有存证，是绕过系统塞进来的",
  order: "存证的次序不对，被调换过",
  missing: "存证缺了这一条，被删过",
  page: "存证与保存的树节点不符，从这条起有记录被改过",
  checkpoint: "存证与检查点不符，从这条起有记录被改过，或换回了旧备份又记了新的",
  short: "存证到这里就断了，比检查点短：末尾被截去，或换回了旧备份",
  signature: "检查点的签名不对",
  noSignature: "检查点没有签名，不是系统交出去的样子",
  unknownKey: "检查点是这里不认识的密钥签的；先前用过的密钥，请用 --key 给出它的公钥",
  replacedKey: "检查点是已经换下的密钥签的，不应再用它签",
};

const kinds: Record<NonNullable<Fault["of"]>, string> = {
  call: "呼叫",
  record: "存证",
  sum: "合计",
  photo: "照片",
  reveal: "查看登记",
  emergency: "应急状态",
  emergencyLog: "应急记事",
  objection: "申诉",
  erasure: "到期清除",
  account: "账号",
  catalogue: "派单目录版本",
  county: "县定数据版本",
  gridVersion: "网格版本",
  securityFact: "安全日志",
  securityForgotten: "安全日志到期清除",
};

/** Whose keys signed what was verified. */
export interface Signatures {
  readonly signers: readonly Signer[];
  readonly saved: readonly SignedFile[];
  /** Checkpoints of the database itself that no key was at hand for; absent where there are none. */
  readonly unchecked?: { readonly checkpoints: number; readonly code: "signatureUnchecked" };
}

export function printVerification(
  { cases, calls, events, entries, faults }: Verification,
  { signers, saved, unchecked }: Signatures = { signers: [], saved: [] },
): string {
  const verdict = faults.length === 0 ? "全部完好。" : `发现 ${faults.length} 处被改动。`;
  const [first] = faults;
  return [
    ...faults.map(sentenceOf),
    ...signers.map(signerSentence),
    ...saved.flatMap(savedSentence),
    ...(unchecked === undefined ? [] : [uncheckedSentence(unchecked)]),
    `核验了 ${cases} 个案卷、${calls} 次呼叫、${events} 条记录、${entries} 条存证：${verdict}`,
    ...(first === undefined ? [] : [`最早的一处：${sentenceOf(first)}`]),
  ].join("\n");
}

/** huying-3fa29c11（现用）签了 12 个检查点：2026-11-20 09:00 至 2026-11-21 09:00。 */
function signerSentence({ key, isCurrent, checkpoints, from, to }: Signer): string {
  return `${key}（${isCurrent ? "现用" : "先前"}）签了 ${checkpoints} 个检查点：${wallClock(from)} 至 ${wallClock(to)}。`;
}

function savedSentence({ file, key, code }: SignedFile): readonly string[] {
  if (code !== undefined) return [`检查点文件 ${file}：没有核对签名，这里没有公钥。${unproven}（${code}）`];
  return key === null ? [] : [`检查点文件 ${file}：${key} 签。`];
}

function uncheckedSentence({ checkpoints, code }: NonNullable<Signatures["unchecked"]>): string {
  return `库里 ${checkpoints} 个检查点没有核对签名，这里没有签它们的公钥。${unproven}（${code}）`;
}

/** What agrees is not yet what is genuine: whoever bent the database can have made a checkpoint that fits. */
const unproven =
  "内容是否相符已经核对，是否出自本系统没有证明。请用 --key 给出公钥（在签名的机器上 huying checkpoint --key 给出的一行）；只比内容的写明 --unsigned";

function sentenceOf(fault: Fault): string {
  const { kind, field } = fault;
  return `${placeOf(fault)}：${words[kind]}${field === undefined ? "" : `（${field}）`}${checkpointOf(fault)}`;
}

/** 案卷 20261120-00001 第 2 条（存证第 7 条） */
function placeOf({ of, number, caseId, seq, position, until }: Fault): string {
  const subject = number === "" ? caseId.slice(0, 20) : number;
  const event = seq === null || (of !== undefined && of !== "call" && of !== "record") ? "" : ` 第 ${seq} 条`;
  const name = of === undefined || (of === "record" && number !== "") ? "案卷" : kinds[of];
  if (position === undefined) return `${name} ${subject}${event}`;
  const range = until === undefined || until <= position ? "" : `至第 ${until + 1} 条`;
  return `${name}${subject === "" ? "" : ` ${subject}`}${event}（存证第 ${position + 1} 条${range}）`;
}

function checkpointOf({ at, file }: Fault): string {
  if (at === undefined) return "";
  return `（${wallClock(at)} 的检查点${file === undefined ? "" : ` ${file}`}）`;
}
