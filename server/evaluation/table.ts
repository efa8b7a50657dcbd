/** The figures as a table to download (CSV), safe to open: no cell is taken for a formula by a spreadsheet. */
import Papa from "papaparse";
import { markLine } from "../watermark.ts";
import { formulas } from "../formulas.ts";
import type { EvaluationAnswer, FigureAnswer } from "../domain/evaluate/answers.ts";
import { csvWords } from "../domain/evaluate/words.ts";

/** Spreadsheets need it to see that the text is UTF-8. */
const MARK = "\uFEFF";

export function evaluationCsv(answer: EvaluationAnswer, mark: string | null): string {
  const { gridVersion } = answer;
  const head = [
    gridVersion === null ? csvWords.group : csvWords.groupOn(gridVersion.version, gridVersion.validFrom),
    csvWords.code,
    csvWords.score,
    ...answer.indicators.flatMap(({ name }) => [
      name,
      ...csvWords.columns.map((column) => `${name} ${column}`),
    ]),
  ];
  const groups = [
    ...answer.groups.map(
      ({ group, score, figures }) => [group.name, group.code, scoreText(score), figures] as const,
    ),
    [csvWords.total, "", scoreText(answer.total.score), answer.total.figures] as const,
  ];
  const rows = groups.map(([name, code, score, figures]) => [
    name,
    code,
    score,
    ...answer.indicators.flatMap(({ code }) => figureCells(figures[code])),
  ]);
  return (
    MARK + Papa.unparse([head, ...rows, ...markLine(mark)], { escapeFormulae: formulas, newline: "\r\n" })
  );
}

function figureCells(figure: FigureAnswer | undefined): readonly string[] {
  if (figure === undefined) return ["", "", "", "", ""];
  const { value, over, of, excluded, small, objection } = figure;
  const leftOut = Object.values(excluded).reduce((all, n) => all + n, 0);
  const remarks = [small ? csvWords.small : "", objection === null ? "" : csvWords.objection[objection]];
  return [
    value === null ? "" : value.toFixed(4),
    String(over),
    String(of),
    String(leftOut),
    remarks.filter((text) => text !== "").join("；"),
  ];
}

function scoreText(score: number | null): string {
  return score === null ? "" : score.toFixed(2);
}
