/** Marks as people read them. */
import type { Line } from "../domain/learning/lines.ts";
import type { Marks } from "../domain/learning/marks.ts";

const SHOWN_CONFUSIONS = 8;

export function printMarks(marks: Marks): string {
  return [
    `行数 ${marks.rows}`,
    `准确率 ${percent(marks.accuracy)}（第一候选与已确认标签相同）`,
    `宏平均 F1 ${percent(marks.macroF1)}（每个标签同样分量）`,
    `前三命中 ${percent(marks.topThree)}`,
    `最有把握的八成 ${percent(marks.surest80)}`,
    `校准误差 ${marks.calibrationError.toFixed(3)}（说八成把握时，应当十次对八次）`,
    ...marks.lines.map((line) => effectOf(line, marks.rows)),
    ...(marks.confused.length === 0 ? [] : ["最常混淆："]),
    ...marks.confused
      .slice(0, SHOWN_CONFUSIONS)
      .map(({ label, takenFor, rows }) => `  ${label} 被当成 ${takenFor}：${rows} 行`),
  ].join("\n");
}

/** What would happen if this line were switched on, in rows. */
function effectOf({ precision, line, covers }: Line, rows: number): string {
  if (line > 1) return `要求 ${percent(precision)} 准确：行数太少或达不到，没有可用的线`;
  const sent = Math.round(covers * rows);
  return (
    `要求 ${percent(precision)} 准确：线 ${line.toFixed(3)}，覆盖 ${percent(covers)}` +
    `（每 ${rows} 件自动 ${sent} 件，其中约错 ${Math.round(sent * (1 - precision))} 件，人工 ${rows - sent} 件）`
  );
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
