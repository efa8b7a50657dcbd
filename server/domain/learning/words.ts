/** What was noticed about the machine's marks, in plain Chinese. */
import type { CountyMarks } from "./countyMarks.ts";

const FEW = 30;

/** @param seesCases may be told case numbers. */
export function noticedIn(
  { marks, drift, noise, overlaps }: CountyMarks,
  nameOf: (code: string) => string,
  seesCases: boolean,
): readonly string[] {
  const lines: string[] = [];
  if (marks.rows < FEW)
    lines.push(`已确认的案卷只有 ${marks.rows} 件，少于 ${FEW} 件，下面的数字还不能说明问题。`);
  if (drift?.kind === "worse")
    lines.push(
      `最近 30 天（${drift.rows} 件）准确率 ${percent(drift.lately)}，明显低于之前的 ${percent(drift.before)}：说法或事项可能变了，建议重新训练。`,
    );
  if (drift?.kind === "unsure")
    lines.push(
      `最近 30 天（${drift.rows} 件）拿不准的占 ${percent(drift.lately)}，明显高于之前的 ${percent(drift.before)}：可能来了新的一类事，请看看需人工判断的案卷。`,
    );
  for (const { codes, rows, isKnown } of overlaps.slice(0, 5)) {
    const [a = "", b = ""] = codes.map(nameOf);
    const known = isKnown ? "清单里已提示二者易混" : "清单里还没有提示二者易混";
    lines.push(`“${a}”和“${b}”互相认错 ${rows} 件，定义可能有重叠（${known}），请写清两者的界限。`);
  }
  for (const { numbers, codes } of noise.slice(0, 5)) {
    const which = seesCases ? `案卷 ${numbers.slice(0, 4).join("、")}` : `${numbers.length} 件案卷`;
    lines.push(`${which}说法相同却定成不同事项（${codes.map(nameOf).join("、")}），标签可能有误，请核对。`);
  }
  return lines;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
