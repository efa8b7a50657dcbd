import { exitCode, type Subcommand } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { beside } from "../cli/house.ts";
import { locateFiles } from "../cli/locateFiles.ts";
import { correctionSentence, printPlacement } from "../cli/placementWords.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { correctionIn } from "../domain/correctionAnswer.ts";
import type { BadPoint, Placement } from "../../geo/placement.ts";
import type { ReportedPoint } from "../../geo/point.ts";

export const locateCommand: Subcommand = {
  name: "locate",
  summary: "一个坐标属于哪个网格，凭什么规则",
  help: `
用法：huying locate <经度> <纬度> [选项]
      huying locate --grid <网格文件> --in <点.csv> [--json]

第二种不用数据库：一个网格文件（GeoJSON、TopoJSON），一张有经度、纬度两列的表，逐行回答网格编码。

例：
  huying locate 118.8321 35.5802
  huying locate 118.8372 35.5811 --datum gcj02 --accuracy 30 --json
  huying locate --grid 网格.geojson --in 点.csv --json

选项：
  --accuracy <米>   定位精度（误差圆半径），缺省 0
  --datum <坐标系>  wgs84（缺省，GPS 与浏览器）、cgcs2000、gcj02（高德、腾讯、微信）、bd09（百度）
  --grid <文件>     在这个文件的网格里找
  --in <文件>       CSV 或 JSONL，列 lng、lat（或 经度、纬度）
  --edge <米>       在网格外多少米以内就近归入，缺省 30（只用于 --grid）
  --json            输出 JSON；--in 时是数组，每点 line、lng、lat、cell（编码或 null）、flags（依据的规则）
                    不在任何网格内而改得了的带 correction：kind（swapped 经纬度写反，gcj02、bd09 坐标系说错）、
                    改正后的 point（WGS-84）和 cell

退出码：0 （每个点都）属于一个网格；1 跨几个网格或不在任何网格内，需要人选；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      accuracy: { type: "string" },
      datum: { type: "string" },
      grid: { type: "string" },
      in: { type: "string" },
      edge: { type: "string" },
      json: { type: "boolean" },
    });
    if ("bad" in read) return sayUsage(terminal, "locate", read.bad);
    if (read.values.grid !== undefined || read.values.in !== undefined) {
      return locateFiles(read.values, terminal);
    }
    const [lng = "", lat = "", ...rest] = read.positionals;
    if (lng === "" || lat === "" || rest.length > 0)
      return sayUsage(terminal, "locate", "请给出经度和纬度两个数，经度在前");
    const { accuracy, datum } = read.values;
    const point = {
      lng: Number(lng),
      lat: Number(lat),
      ...(accuracy === undefined ? {} : { accuracy: Number(accuracy) }),
      ...(datum === undefined ? {} : { datum: datum as ReportedPoint["datum"] & string }),
    };
    return beside(terminal, (deps) => {
      const placement = deps.locate(point);
      const correction = correctionIn(deps.mend(point), (code) => deps.names.cell(code));
      const isTurned = correction?.kind === "swapped";
      if (read.values.json === true) {
        terminal.out(`${JSON.stringify({ ...placement, correction })}\n`);
        return isTurned ? exitCode.usage : codeFor(placement);
      }
      if (isTurned) return sayUsage(terminal, "locate", correctionSentence(correction));
      if (placement.kind === "refusal") {
        const { field, value, expected } = placement;
        return sayUsage(terminal, "locate", `“${field}”的值“${value}”不合要求，应为：${expected}`);
      }
      const names = (code: string) => [deps.names.township(code.slice(0, 9)), deps.names.cell(code)];
      const text = printPlacement(placement, (code) =>
        names(code)
          .map((named) => named?.name ?? "")
          .join(" "),
      );
      const offer = correction === null ? "" : `  ${correctionSentence(correction)}\n`;
      terminal.out(`${text}\n${offer}`);
      return codeFor(placement);
    });
  },
};

function codeFor({ kind }: Placement | BadPoint): number {
  if (kind === "refusal") return exitCode.usage;
  return kind === "inside" || kind === "near" ? exitCode.done : exitCode.partly;
}
