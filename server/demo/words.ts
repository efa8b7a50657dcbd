/** The words people write in the demo county. The sentences about each item stand in fixtures/demo/texts.json. */
import { readFileSync } from "node:fs";
import type { Channel, Reporter } from "../domain/case.ts";
import type { Item } from "../domain/taxonomy.ts";
import type { Chance } from "./chance.ts";

export type Sentences = Readonly<Record<string, readonly string[]>>;

export function loadSentences(): Sentences {
  const file = new URL("../../fixtures/demo/texts.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Sentences;
}

export function reportText(
  chance: Chance,
  { item, place, channel }: { readonly item: Item; readonly place: string; readonly channel: Channel },
  sentences: Sentences,
): string {
  const sentence = chance.pick(sentences[item.code] ?? item.phrases);
  if (channel === "gridWorker")
    return chance.pick([`${place}，${sentence}。`, `巡查发现：${place}，${sentence}。`]);
  if (channel === "hotline") {
    const wish = chance.pick(["请尽快处理", "希望有关部门核实处理", "多次反映未解决，请督促", "望回复"]);
    return `来电人反映：${place}，${sentence}，${wish}。`;
  }
  return `${place}，${sentence}。${chance.pick(["麻烦来看看", "盼解决", "已经好几天了", ""])}`;
}

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".split("");
const givenNames = [
  "秀兰",
  "建军",
  "丽",
  "志强",
  "桂英",
  "伟",
  "玉梅",
  "海燕",
  "国庆",
  "晓明",
  "淑华",
  "永刚",
];

/** Invented names; numbers of a block that is given to nobody. */
export function reporterOf(chance: Chance): Reporter {
  const digits = String(Math.floor(chance.between(0, 10_000))).padStart(4, "0");
  return { name: chance.pick(surnames) + chance.pick(givenNames), phone: `1380000${digits}` };
}

export const notes = {
  return: [
    "经现场核实，该处由其他单位管护，不属本单位职责，建议改派。",
    "查阅移交清单，该设施权属不在我单位，请改派。",
  ],
  rework: ["现场复看仍有残留，请继续处置。", "只处理了一部分，请按结案条件完成。"],
  decline: [
    "到现场核实，没有发现所反映的问题。",
    "核实时问题已经消除，已告知反映人。",
    "属政策咨询，已电话答复。",
  ],
  urge: ["群众再次来电，请抓紧办理并回复。", "临近时限，请尽快处置。"],
  comment: [
    "已电话联系反映人，约定下午现场查看。",
    "材料已备齐，等待施工队进场。",
    "雨后再次查看，情况未扩大。",
  ],
  help: ["已到场配合，本单位部分办完。", "已配合主办单位完成处置。"],
  check: ["现场查看已恢复，符合结案条件。", "与处置前照片对比，问题已解决。"],
} as const;
