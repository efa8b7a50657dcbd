import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { withHouse } from "../cli/house.ts";
import { type ImportOptions, readImportOptions } from "../cli/importOptions.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { mapColumns } from "../importing/columns.ts";
import { type Imported, importRows } from "../importing/importRows.ts";
import { keepRejected } from "../importing/keepRejected.ts";
import { sentenceOf } from "../importing/rejected.ts";
import { corrected, type FileOffset, offsetOfFile } from "../importing/offset.ts";
import { directionOf, metresOf, offsetAdvice, offsetSentence } from "../importing/offsetWords.ts";
import { openTable } from "../importing/openTable.ts";
import { takeIntoHouse, tryOnly } from "../importing/take.ts";
import { printTally } from "../importing/tally.ts";
import type { RowContext } from "../importing/row.ts";

export const importCommand: Subcommand = {
  name: "import",
  summary: "导入一个文件里的诉求（CSV、JSONL、Excel），可重复运行，不会重复建案",
  help: `
用法：huying import <文件> [选项]

读 CSV（逗号、制表符或分号）和 JSONL，编码 UTF-8 或 GB18030，以及 Excel 工作簿（.xlsx 的第一张表）。认得的列：内容、地址、经度、纬度（或坐标）、
坐标系、精度、姓名、电话、时间、编号，以及它们常见的中英文叫法；别的叫法用 --map 指明。
有编号的按“来源＋编号”认，没有编号的按全部内容认：同一条再导入一次不会重复建案。
文件里的时间只作为事实记下；时限从导入时起算。
不合要求的行连同行号、原值和应为什么，写进文件旁边的 <文件>.rejected.csv（或 .jsonl），改好可以直接再导入。

例：
  huying import 工单.csv
  huying import export.csv --map text=诉求摘要,number=流水 --datum gcj02
  huying import messages.jsonl --dry-run --limit 100

选项：
  --map <字段=列名,…>  字段：text、address、lng、lat、point、datum、accuracy、name、phone、time、number；
                       列名留空表示不用这一列
  --channel <渠道>     hotline（缺省）、public、sensor
  --source <名称>      来源系统的名称，编号在其中唯一；缺省与渠道同名
  --datum <坐标系>     文件里坐标的坐标系：wgs84（缺省）、cgcs2000、gcj02、bd09
  --offset <做法>      坐标与地址相比整体偏移时：correct 按看出的坐标系换算改正，keep 照原样；缺省只说明，不导入
  --swap               经度、纬度写反的行，对调后导入
  --accuracy <米>      文件没有精度列时，所有坐标的精度；缺省为不知道
  --limit <行数>       只导入前若干行
  --dry-run            只读、只判断，不建案
  --json               输出 JSON

退出码：0 全部导入；1 有的行没有导入；2 用法不对；3 无法运行（文件或数据库打不开，或服务正在使用数据目录）。
`,
  async run(args, terminal) {
    const options = readImportOptions(args);
    if ("bad" in options) return sayUsage(terminal, "import", options.bad);
    const file = await openTable(options.file);
    if (file.kind === "fault") {
      terminal.err(`${file.message}\n`);
      return exitCode.failed;
    }
    const table = { ...file.table, rows: file.table.rows.slice(0, options.limit) };
    const mapping = mapColumns(table.columns, options.map);
    if (mapping.kind === "fault") return sayUsage(terminal, "import", mapping.message);
    const context: RowContext = { ...options, columns: mapping.columns };
    return withHouse(terminal, async (deps) => {
      const progress = createProgress("导入", { write: terminal.err, isTty: terminal.isTty });
      const take = options.dryRun ? tryOnly(deps) : takeIntoHouse(deps);
      const offset = options.offset === "keep" ? null : offsetOfFile(table.rows, context, deps.findPlaces);
      const better = offset && options.offset === "correct" ? corrected(context, offset) : null;
      if (offset !== null && better === null && !options.dryRun) return sayOffset(offset, options, terminal);
      const imported = await importRows(table, better ?? context, { take, onProgress: progress.at });
      progress.end();
      const kept = await keepRejected(imported.rejected, { table, format: file.format }, options.file);
      tell({ imported, kept, options, unused: mapping.unused, encoding: file.encoding, offset }, terminal);
      return imported.rejected.length === 0 ? exitCode.done : exitCode.partly;
    });
  },
};

interface Told {
  readonly imported: Imported;
  readonly kept: string | null;
  readonly options: ImportOptions;
  readonly unused: readonly string[];
  readonly encoding: string;
  readonly offset: FileOffset | null;
}

/** Nothing is imported while all of it would lie in the wrong place. */
function sayOffset(offset: FileOffset, { file, json }: ImportOptions, terminal: Terminal): number {
  if (json) terminal.out(`${JSON.stringify({ file, imported: false, offset: offsetFacts(offset) })}\n`);
  terminal.err(`没有导入：${offsetSentence(offset)}。\n${offsetAdvice(offset)}\n`);
  return exitCode.partly;
}

function offsetFacts(offset: FileOffset | null) {
  if (offset === null) return null;
  const { rows, east, north, spread, datum = null } = offset;
  const whole = { east: Math.round(east), north: Math.round(north), spread: Math.round(spread) };
  return { rows, metres: metresOf(offset), direction: directionOf(offset), ...whole, datum };
}

const SHOWN_REJECTED = 5;

function tell(
  { imported: { tally, rejected }, kept, options, unused, encoding, offset }: Told,
  terminal: Terminal,
): void {
  if (options.json) {
    const { dryRun, file } = options;
    terminal.out(
      `${JSON.stringify({ file, encoding, dryRun, ...tally, unused, rejectedFile: kept, offset: offsetFacts(offset) })}\n`,
    );
    return;
  }
  const lines = [
    `${options.dryRun ? "试读（没有建案）" : "导入"}：${options.file}（${encoding}）`,
    ...(offset === null ? [] : [toldOffset(offset, options)]),
    ...(unused.length === 0 ? [] : [`没有用到的列：${unused.join("、")}`]),
    printTally(tally),
    ...rejected.slice(0, SHOWN_REJECTED).map(({ row, faults }) => {
      return `  第 ${row.line} 行：${faults.map(sentenceOf).join("；")}`;
    }),
    ...(rejected.length > SHOWN_REJECTED ? [`  …共 ${rejected.length} 行`] : []),
    ...(kept === null ? [] : [`没有导入的行写在：${kept}`]),
  ];
  terminal.out(`${lines.join("\n")}\n`);
}

function toldOffset(offset: FileOffset, { offset: wish }: ImportOptions): string {
  const isCorrected = wish === "correct" && offset.datum !== undefined;
  return `${offsetSentence(offset)}。${isCorrected ? "已按它换算改正。" : offsetAdvice(offset)}`;
}
