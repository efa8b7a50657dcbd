import { dayNumber, dayOf } from "../domain/time.ts";
import { gridFaultSentence } from "../domain/gridWords.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { isDatum, datumExpected } from "../cli/datums.ts";
import { readArgs } from "../cli/args.ts";
import { readGridFile } from "../cli/gridFile.ts";
import { sayUsage } from "../cli/runHuying.ts";
import type { CheckedGrid } from "../../geo/check/check.ts";
import type { Datum } from "../../geo/point.ts";

export const gridCommand: Subcommand = {
  name: "grid",
  summary: "检查一个网格文件能不能发布：闭合、自相交、空隙、重叠、碎面、编码、坐标系",
  help: `
用法：huying grid check <文件> [选项]

读 GeoJSON 和 TopoJSON。编码取属性 code、gridCode、BGCode、网格编码 等；坐标系取文件的 crs 或 datum。

例：
  huying grid check 网格.geojson
  huying grid check 网格.geojson --datum cgcs2000 --prefix 371122 --against 现行网格.geojson --json

选项：
  --datum <坐标系>   文件没有注明时按它读：${datumExpected}
  --digits <位数>    编码的位数，缺省 15
  --prefix <代码>    每个编码的开头，如县代码 371122
  --against <文件>   现行网格：查整体偏移和是否在本县
  --json             输出 JSON：cells（网格数）、datum、faults

退出码：0 没有错误（可以有提醒）；1 有错误，不能发布；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      datum: { type: "string" },
      digits: { type: "string" },
      prefix: { type: "string" },
      against: { type: "string" },
      json: { type: "boolean" },
    });
    if ("bad" in read) return sayUsage(terminal, "grid", read.bad);
    const [act, file, ...rest] = read.positionals;
    if (act !== "check" || file === undefined || rest.length > 0) {
      return sayUsage(terminal, "grid", "请写：huying grid check <文件>");
    }
    const { datum, digits = "15", prefix, against, json = false } = read.values;
    if (datum !== undefined && !isDatum(datum)) {
      return sayUsage(terminal, "grid", `--datum 的值“${datum}”不合要求，应为：${datumExpected}`);
    }
    if (!/^[1-9]\d?$/u.test(digits)) {
      return sayUsage(terminal, "grid", `--digits 的值“${digits}”不合要求，应为：1 到 99 的整数`);
    }
    const rule = { digits: Number(digits), validFrom: dayOf(dayNumber(terminal.now())) };
    const files = { file, ...(against !== undefined && { against }) };
    const checked = await check(files, { ...rule, ...(prefix && { prefix }), ...(datum && { datum }) });
    if ("message" in checked) {
      terminal.err(`${checked.message}\n`);
      return exitCode.failed;
    }
    return tell(checked, json, terminal);
  },
};

interface Rule {
  readonly digits: number;
  readonly validFrom: string;
  readonly prefix?: string;
  readonly datum?: Datum;
}

async function check(
  { file, against }: { readonly file: string; readonly against?: string },
  rule: Rule,
): Promise<CheckedGrid | { readonly message: string }> {
  if (against === undefined) return readGridFile(file, rule);
  const published = await readGridFile(against, rule);
  return "message" in published ? published : readGridFile(file, { ...rule, published: published.cells });
}

const SHOWN = 50;

function tell({ cells, datum, faults }: CheckedGrid, json: boolean, terminal: Terminal): number {
  const errors = faults.filter(({ severity }) => severity === "error");
  if (json) {
    const said = faults.map((fault) => ({ ...fault, message: gridFaultSentence(fault) }));
    terminal.out(`${JSON.stringify({ cells: cells.length, datum, faults: said })}\n`);
  } else {
    const lines = faults.slice(0, SHOWN).map((fault) => {
      return `${fault.severity === "error" ? "错误" : "提醒"}  ${gridFaultSentence(fault)}`;
    });
    const more = faults.length > SHOWN ? [`……还有 ${faults.length - SHOWN} 处，用 --json 看全部`] : [];
    const verdict = errors.length === 0 ? "可以发布" : `有 ${errors.length} 处错误，改好再发布`;
    terminal.out([...lines, ...more, `${cells.length} 个网格（${datum}）：${verdict}。`, ""].join("\n"));
  }
  return errors.length === 0 && cells.length > 0 ? exitCode.done : exitCode.partly;
}
