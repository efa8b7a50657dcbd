import { dayNumber, dayOf, parseDay } from "../domain/time.ts";
import { gridLayers } from "../domain/gridVersion.ts";
import { gridFaultSentence } from "../domain/gridWords.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { isDatum, datumExpected } from "../cli/datums.ts";
import { readArgs } from "../cli/args.ts";
import { compareVersions, importGrid, listVersions, reassignCases } from "../cli/gridActs.ts";
import { readGridFile } from "../cli/gridFile.ts";
import { withHouse } from "../cli/house.ts";
import { sayUsage } from "../cli/runHuying.ts";
import type { CheckedGrid } from "../../geo/check/check.ts";
import type { Datum } from "../../geo/point.ts";

export const gridCommand: Subcommand = {
  name: "grid",
  summary: "网格版本：检查、导入、列出、比较，旧案卷按新版重算",
  help: `
用法：huying grid check <文件> [选项]
      huying grid import <文件> --from <起用日期> [--dry-run] [选项]
      huying grid versions
      huying grid diff <版本> <版本>
      huying grid reassign --version <版本>

读 GeoJSON、TopoJSON 和 zip 压缩的 Shapefile。编码取属性 code、gridCode、BGCode、网格编码 等，也可以用 --code 指定；
坐标系取 --datum，没有写则取文件的 crs、datum 或 prj。check 不用数据库；import 有错误就不发布，发布以后不能修改，
案卷保留当日的网格。reassign 只计算，不改案卷。

例：
  huying grid check 网格.geojson --datum cgcs2000 --prefix 371122 --against 现行网格.geojson --json
  huying grid import 网格.zip --from 2026-12-01 --datum cgcs2000 --code 网格编码 --dry-run
  huying grid versions --json

选项：
  --datum <坐标系>   提供单位说的坐标系：${datumExpected}
  --prefix <代码>    每个编码的开头，如县代码 371122
  --digits <位数>    check：编码的位数，缺省 15（import 按 fixtures/grid.json）
  --against <文件>   check：现行网格，查整体偏移和是否在本县
  --from <日期>      import：从哪天起用
  --layer <层>       import：governance（治理网格，缺省）、management（城管单元网格）、patrol（巡查责任区）
  --note <原因>      import：为什么重划
  --code、--name、--kind、--community <字段>  import：对应的字段名
  --dry-run          import：只检查、只说会变什么
  --version <版本>   reassign：按哪一版
  --json             输出 JSON

退出码：0 没有错误（可以有提醒）；1 有错误，没有发布；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const [codes, rules] = [
      { code: text, name: text, kind: text, community: text },
      {
        datum: text,
        digits: text,
        prefix: text,
        against: text,
        from: text,
        layer: text,
        note: text,
        version: text,
      },
    ];
    const read = readArgs(args, { ...rules, ...codes, "dry-run": flag, json: flag });
    if ("bad" in read) return sayUsage(terminal, "grid", read.bad);
    const [act = "", ...positionals] = read.positionals;
    const { values } = read;
    const { datum } = values;
    if (datum !== undefined && !isDatum(datum)) {
      return sayUsage(terminal, "grid", `--datum 的值“${datum}”不合要求，应为：${datumExpected}`);
    }
    const asked = { ...values, datum, json: values.json ?? false };
    switch (act) {
      case "check":
        return checkFile(positionals, asked, terminal);
      case "import":
        return importFile(positionals, asked, terminal);
      case "versions":
        return withHouse(terminal, ({ store }) => listVersions(store, asked.json, terminal));
      case "diff":
        return compare(positionals, asked, terminal);
      case "reassign":
        return reassign(asked, terminal);
      default:
        return sayUsage(terminal, "grid", "请写：huying grid check、import、versions、diff 或 reassign");
    }
  },
};

interface Asked {
  readonly datum: Datum | undefined;
  readonly digits?: string | undefined;
  readonly prefix?: string | undefined;
  readonly against?: string | undefined;
  readonly from?: string | undefined;
  readonly layer?: string | undefined;
  readonly note?: string | undefined;
  readonly version?: string | undefined;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  readonly community?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly json: boolean;
}

async function checkFile(positionals: readonly string[], asked: Asked, terminal: Terminal): Promise<number> {
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) {
    return sayUsage(terminal, "grid", "请写：huying grid check <文件>");
  }
  const { datum, digits = "15", prefix, against, json } = asked;
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
}

async function importFile(positionals: readonly string[], asked: Asked, terminal: Terminal): Promise<number> {
  const [file, ...rest] = positionals;
  const { from = "", layer = "governance", datum, prefix, note = "", json } = asked;
  if (file === undefined || rest.length > 0 || parseDay(from) === null) {
    return sayUsage(terminal, "grid", "请写：huying grid import <文件> --from <起用日期，如 2026-12-01>");
  }
  const known = gridLayers.find((code) => code === layer);
  if (known === undefined) {
    return sayUsage(terminal, "grid", `--layer 的值“${layer}”不合要求，应为：${gridLayers.join("、")}`);
  }
  const columns = Object.fromEntries(
    (["code", "name", "kind", "community"] as const).flatMap((column) => {
      const field = asked[column];
      return field === undefined ? [] : [[column, field]];
    }),
  );
  const wanted = { file, layer: known, from, note, columns, dryRun: asked["dry-run"] ?? false, json };
  return withHouse(terminal, (deps) =>
    importGrid({ ...wanted, ...(datum && { datum }), ...(prefix && { prefix }) }, deps, terminal),
  );
}

function compare(
  positionals: readonly string[],
  { json }: Asked,
  terminal: Terminal,
): Promise<number> | number {
  const [before, after, ...rest] = positionals.map(Number);
  if (!before || !after || rest.length > 0) {
    return sayUsage(terminal, "grid", "请写：huying grid diff <版本> <版本>，如 huying grid diff 1 2");
  }
  return withHouse(terminal, ({ store }) => compareVersions({ before, after, json }, store, terminal));
}

function reassign({ version, json }: Asked, terminal: Terminal): Promise<number> | number {
  const number = Number(version);
  if (!Number.isInteger(number) || number < 1) {
    return sayUsage(terminal, "grid", "请写：huying grid reassign --version <版本号>");
  }
  return withHouse(terminal, (deps) => reassignCases({ version: number, json }, deps, terminal));
}

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
