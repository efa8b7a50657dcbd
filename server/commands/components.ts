import { readFile, stat } from "node:fs/promises";
import { readArgs } from "../cli/args.ts";
import { datumExpected, isDatum } from "../cli/datums.ts";
import { withHouse } from "../cli/house.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { type ComponentImport, importComponents } from "../components/importFile.ts";
import type { ComponentOffer } from "../components/offers.ts";
import { componentFaultSentence, offerSentence, offsetSentence } from "../components/words.ts";
import { notOpened } from "../importing/notOpened.ts";

/** A text of more characters does not fit into one string of the runtime. */
const MOST_BYTES = 500_000_000;

export const componentsCommand: Subcommand = {
  name: "components",
  summary: "导入部件台账（路灯、井盖、垃圾箱等）：CSV、Excel、GeoJSON，逐行检查",
  help: `
用法：huying components import <文件> --datum <坐标系> [选项]

读 CSV、JSONL、Excel（.xlsx 的第一张表）和 GeoJSON 的点。认得的列：标识码（16 位：区划 6＋大小类 4＋流水 6）、
经度、纬度、名称、小类、权属单位、养护单位、状态（在用、停用、已拆除），以及常见的中英文叫法。
没写养护单位的，养护单位同权属单位；没写权属单位的，留作“未登记”，派单时按属地。
检查：标识码、小类、重复、单位是否认得、点是否在本县、经纬度是否写反；与已有同码部件整体偏移的，判为坐标系不对，一条也不存。
标识码已有的更新，没有的新增，没有变化的不动；可以重复运行。

例：
  huying components import 路灯.csv --datum cgcs2000 --dry-run
  huying components import 井盖.geojson --datum gcj02 --json

选项：
  --datum <坐标系>   必填：${datumExpected}
  --swap             经度、纬度写反的行，对调后检查和导入
  --dry-run          只检查，不保存
  --json             输出 JSON：rows、added、changed、same、faults、offset、offers、turned、stored

退出码：0 全部导入；1 有的行没有导入；2 用法不对；3 无法运行（文件或数据库打不开，或服务正在使用数据目录）。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      datum: { type: "string" },
      swap: { type: "boolean" },
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
    });
    if ("bad" in read) return sayUsage(terminal, "components", read.bad);
    const [act, file, ...rest] = read.positionals;
    if (act !== "import" || file === undefined || rest.length > 0)
      return sayUsage(terminal, "components", "请写：huying components import <文件> --datum <坐标系>");
    const { datum, swap = false, "dry-run": dryRun = false, json = false } = read.values;
    if (datum === undefined)
      return sayUsage(terminal, "components", `请用 --datum 写明文件里坐标的坐标系：${datumExpected}`);
    if (!isDatum(datum))
      return sayUsage(terminal, "components", `--datum 的值“${datum}”不合要求，应为：${datumExpected}`);
    const bytes = await bytesOf(file);
    if (typeof bytes === "string") return fail(bytes, terminal);
    return withHouse(terminal, async (deps) => {
      const done = await importComponents({ name: file, bytes, datum, swap, dryRun }, deps);
      if (done.kind === "fault") return fail(done.message, terminal);
      return tell(done, { json, dryRun, file }, terminal);
    });
  },
};

async function bytesOf(file: string): Promise<Buffer | string> {
  const size = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (size instanceof Error) return notOpened(file, size);
  if (size.size > MOST_BYTES)
    return `“${file}”有 ${Math.round(size.size / 1e6)} MB，最多 ${MOST_BYTES / 1e6} MB；请按小类拆开`;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  return bytes instanceof Error ? notOpened(file, bytes) : bytes;
}

function fail(message: string, terminal: Terminal): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}

const SHOWN = 20;

/** What to write to accept an offer. */
function flagFor(offer: ComponentOffer): string {
  return offer.kind === "swapped" ? "加 --swap 可对调。" : `请核对后写 --datum ${offer.datum}。`;
}

function tell(
  done: ComponentImport,
  { json, dryRun, file }: { readonly json: boolean; readonly dryRun: boolean; readonly file: string },
  terminal: Terminal,
): number {
  const { rows, added, changed, same, faults, offset, offers } = done;
  if (json) {
    const { kind: _kind, ...said } = done;
    const named = faults.map((fault) => ({ ...fault, message: componentFaultSentence(fault) }));
    terminal.out(`${JSON.stringify({ file, dryRun, ...said, faults: named })}\n`);
  } else {
    const lines = faults.slice(0, SHOWN).map((fault) => componentFaultSentence(fault));
    const more = faults.length > SHOWN ? [`……还有 ${faults.length - SHOWN} 处，用 --json 看全部`] : [];
    const verb = done.stored ? "导入" : "只检查，没有保存";
    const told = [
      ...offers.map((offer) => `${offerSentence(offer)}${flagFor(offer)}`),
      ...(offset === null ? [] : [offsetSentence(offset)]),
    ];
    const sum = `${verb}：${rows} 行，新增 ${added}，更新 ${changed}，没有变化 ${same}，有问题 ${faults.length} 处。`;
    terminal.out([...lines, ...more, ...told, sum, ""].join("\n"));
  }
  return faults.length === 0 && offset === null ? exitCode.done : exitCode.partly;
}
