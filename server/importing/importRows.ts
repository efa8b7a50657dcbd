/** Every row of a table becomes a case, is known already, or is rejected with its reasons: none is lost. */
import type { Refusal } from "../domain/case.ts";
import type { Report } from "../domain/report.ts";
import type { RejectedRow } from "./rejected.ts";
import { contentHashOf } from "./reportId.ts";
import { checkRow, type RowContext, type RowFault } from "./row.ts";
import type { Table, TableRow } from "./table.ts";
import { count, emptyTally, type Outcome, type Tally } from "./tally.ts";

/** Takes one report in; a report under a known id that says something else is a refusal. */
export type Take = (report: Report) => Promise<Exclude<Outcome, { kind: "rejected" }> | Refusal>;

export interface Imported {
  readonly tally: Tally;
  readonly rejected: readonly RejectedRow[];
}

/** So many reports share one durable transaction. */
const TOGETHER = 32;

export async function importRows(
  table: Table,
  context: RowContext,
  doing: { readonly take: Take; readonly onProgress: (done: number, total: number) => void },
): Promise<Imported> {
  const judge = createJudge(context);
  const rejected: RejectedRow[] = [];
  let tally = emptyTally;
  for (let begin = 0; begin < table.rows.length; begin += TOGETHER) {
    const rows = table.rows.slice(begin, begin + TOGETHER);
    const outcomes = await Promise.all(rows.map((row) => importRow(judge(row), doing.take)));
    for (const [index, outcome] of outcomes.entries()) {
      const row = rows[index];
      if (outcome.kind === "rejected" && row) rejected.push({ row, faults: outcome.faults });
      tally = count(tally, outcome);
    }
    doing.onProgress(begin + rows.length, table.rows.length);
  }
  return { tally, rejected };
}

type Rejected = { readonly kind: "rejected"; readonly faults: readonly RowFault[] };
type Judged = Rejected | { readonly kind: "report"; readonly report: Report } | { readonly kind: "known" };
type RowOutcome = Exclude<Outcome, { kind: "rejected" }> | Rejected;

/** Judges rows one after the other, so that it knows which number was used by an earlier row of the same file. */
function createJudge(context: RowContext): (row: TableRow) => Judged {
  const seen = new Map<string, { readonly line: number; readonly content: string }>();
  return (row) => {
    const checked = checkRow(row, context);
    if (checked.kind === "faults") return { kind: "rejected", faults: checked.faults };
    const { report } = checked;
    const content = contentHashOf(report);
    const earlier = seen.get(report.id);
    if (earlier === undefined) {
      seen.set(report.id, { line: row.line, content });
      return { kind: "report", report };
    }
    if (earlier.content === content) return { kind: "known" };
    const expected = `编号不重复：第 ${earlier.line} 行用了同一编号，内容不同`;
    return { kind: "rejected", faults: [numberFault(report, expected, context)] };
  };

  function numberFault(report: Report, expected: string, { columns }: RowContext): RowFault {
    return { column: columns.number ?? "", value: report.origin?.sourceNumber ?? "", expected };
  }
}

async function importRow(judged: Judged, take: Take): Promise<RowOutcome> {
  if (judged.kind !== "report") return judged;
  const outcome = await take(judged.report);
  return outcome.kind === "refusal" ? refused(outcome, judged.report) : outcome;
}

function refused(refusal: Refusal, report: Report): Rejected {
  if (refusal.code === "duplicate") {
    const expected = "内容与首次导入时相同：这个编号已有案卷，首次的内容没有改动";
    return { kind: "rejected", faults: [{ column: "", value: report.origin?.sourceNumber ?? "", expected }] };
  }
  const { field = "", given = "", expected = refusal.code } = refusal;
  return { kind: "rejected", faults: [{ column: field, value: given, expected }] };
}
