import { exitCode, type Subcommand } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { printReading } from "../cli/readingWords.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { createReader } from "../domain/reader.ts";
import { loadReference } from "../../fixtures/load.ts";

export const classifyCommand: Subcommand = {
  name: "classify",
  summary: "读一段话：最像哪三个事项，各有几分把握，凭哪些字词",
  help: `
用法：huying classify <文字> [--json]

例：
  huying classify "振兴路路灯不亮三天了"

选项：
  --json   输出 JSON：candidates（code、name、probability、words）、sure、speech、danger

退出码：0 有把握；1 没有把握，需要人工判断；2 用法不对；3 无法运行。
`,
  run(args, terminal) {
    const read = readArgs(args, { json: { type: "boolean" } });
    if ("bad" in read) return Promise.resolve(sayUsage(terminal, "classify", read.bad));
    const text = read.positionals.join(" ").trim();
    if (text === "") return Promise.resolve(sayUsage(terminal, "classify", "请给出要读的文字"));
    const { taxonomy } = loadReference();
    const reading = createReader(taxonomy).classify(text);
    const nameOf = (code: string) => taxonomy.lookUp(code)?.name ?? code;
    if (read.values.json === true) {
      const candidates = reading.candidates.map((row) => ({ ...row, name: nameOf(row.code) }));
      terminal.out(`${JSON.stringify({ ...reading, candidates })}\n`);
    } else terminal.out(`${printReading(reading, nameOf)}\n`);
    return Promise.resolve(reading.sure ? exitCode.done : exitCode.partly);
  },
};
