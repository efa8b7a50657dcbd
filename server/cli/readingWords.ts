/** What the reader made of a text, for a person. */
import type { Reading } from "../domain/reader.ts";
import type { Part } from "../domain/reading/split.ts";

const speechWords: Record<Reading["speech"], string> = {
  report: "反映问题",
  consult: "咨询",
  praise: "表扬",
  supplement: "补充情况",
};

const whyWords: Record<NonNullable<Reading["why"]>, string> = {
  belowLine: "把握不够",
  noWords: "没有认出任何字词",
  consult: "像是咨询，不是事件",
};

export function printReading(
  { reading, parts }: { readonly reading: Reading; readonly parts: readonly Part[] },
  nameOf: (code: string) => string,
): string {
  const verdict = reading.sure
    ? "有把握"
    : `需要人工判断${reading.why === null ? "" : `：${whyWords[reading.why]}`}`;
  return [
    `${verdict}（${speechWords[reading.speech]}）`,
    ...reading.candidates.map(({ code, probability, words }, index) => {
      const counted = words.map(({ word }) => word).join("、");
      return `  ${index + 1}. ${code} ${nameOf(code)}  ${Math.round(probability * 100)}%  ${counted}`;
    }),
    ...(reading.danger.length === 0
      ? []
      : [`可能有危险，先确认是否转 110/119/120：${reading.danger.join("、")}`]),
    ...(parts.length === 0 ? [] : [`像是 ${parts.length} 件事，建议拆分：`]),
    ...parts.map(({ text, code }) => `  ${nameOf(code)}：${text}`),
  ].join("\n");
}
