import { readFile } from "node:fs/promises";
import { readArgs } from "../cli/args.ts";
import { withHouse } from "../cli/house.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { readCatalogueText } from "../catalogue/file.ts";
import { rulesToCsv } from "../catalogue/csv.ts";
import { knownIn } from "../catalogue/known.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import type { Deps } from "../deps.ts";
import { checkCatalogue, isGrave } from "../domain/catalogue/check.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";
import { faultText } from "../domain/catalogue/words.ts";
import { notOpened } from "../importing/notOpened.ts";

export const catalogueCommand: Subcommand = {
  name: "catalogue",
  summary: "派单目录：检查空缺和冲突，导出 JSON 或 CSV",
  help: `
用法：huying catalogue check [<文件>] [--json]
      huying catalogue export [--csv]

check 查现行目录，给出文件（JSON 或 CSV）则查该文件：编码是否存在、编号是否重复、哪些事项在哪些乡镇没有承办单位（空缺）、
哪些规则分不出先后（冲突）、有没有把应由部门办的事派给乡镇。export 把现行目录写到标准输出，改好后可在“派单目录”页面导入。

例：
  huying catalogue check
  huying catalogue export --csv > 派单目录.csv
  huying catalogue check 派单目录.csv --json

选项：
  --csv    导出为 CSV（缺省 JSON）
  --json   输出 JSON：version、rules（条数）、faults

退出码：0 可以发布（可以有冲突提醒）；1 有空缺或错误；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const flag = { type: "boolean" } as const;
    const read = readArgs(args, { csv: flag, json: flag });
    if ("bad" in read) return sayUsage(terminal, "catalogue", read.bad);
    const [act, file, ...rest] = read.positionals;
    if ((act !== "check" && act !== "export") || rest.length > 0)
      return sayUsage(
        terminal,
        "catalogue",
        "请写：huying catalogue check [<文件>] 或 huying catalogue export",
      );
    const { csv = false, json = false } = read.values;
    return withHouse(terminal, async (deps) => {
      const inForce = deps.catalogue.current();
      if (act === "export") {
        terminal.out(csv ? rulesToCsv(inForce.rules) : `${JSON.stringify(fileOf(inForce), null, 2)}\n`);
        return exitCode.done;
      }
      const judged = file === undefined ? inForce : await catalogueIn(file, inForce, terminal);
      return judged === null ? exitCode.failed : tell(judged, deps, { json, terminal });
    });
  },
};

function fileOf({ order, ownerWords, rules }: DispatchCatalogue) {
  return { order, ownerWords, rules };
}

async function catalogueIn(
  file: string,
  inForce: DispatchCatalogue,
  terminal: Terminal,
): Promise<DispatchCatalogue | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) {
    terminal.err(`${notOpened(file, text)}\n`);
    return null;
  }
  const read = readCatalogueText(text, inForce);
  for (const { line, message } of read.bad) terminal.err(`第 ${line} 行：${message}\n`);
  return read.bad.length > 0 ? null : { ...inForce, ...read.catalogue, version: 0 };
}

function tell(
  catalogue: DispatchCatalogue,
  { reference, cells, names, clock }: Deps,
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): number {
  const faults = checkCatalogue(catalogue, knownIn(reference, cells, clock.now()));
  const grave = faults.filter(isGrave).length;
  const said = faults.map((fault) => ({
    ...fault,
    message: faultText(fault, names.any, reference.townships.length),
  }));
  const { version, rules } = catalogue;
  if (json) terminal.out(`${JSON.stringify({ version, rules: rules.length, faults: said })}\n`);
  else {
    const lines = said.map((fault) => `${isGrave(fault) ? "错误" : "提醒"}  ${fault.message}`);
    const verdict = grave === 0 ? "可以发布" : `有 ${grave} 处错误，改好再发布`;
    terminal.out([...lines, `${rules.length} 条规则：${verdict}。`, ""].join("\n"));
  }
  return grave === 0 ? exitCode.done : exitCode.partly;
}
