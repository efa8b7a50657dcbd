import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { configOf } from "../cli/store.ts";
import { exitCode, type Subcommand } from "../command.ts";
import { linesOf } from "../doctor/check.ts";
import { examine, isSick } from "../doctor/examine.ts";

export const doctorCommand: Subcommand = {
  name: "doctor",
  summary: "体检：目录、磁盘、数据库、密钥、存证、证书、备份，哪里不对、怎么办",
  help: `
用法：huying doctor [--json]

启动服务时查的就是这些；有一项是 ✗ 就不启动。服务运行中也可以查，什么都不改。
逐条核验全部记录用 huying verify。

例：
  huying doctor
  DATA_DIR=/srv/huying/data huying doctor --json

选项：
  --json   输出 JSON：每项的 name、state（good、worth、bad）、sentence、advice

退出码：0 没有要紧的；1 有 ✗，须先处理；2 用法不对。
`,
  async run(args, terminal) {
    const read = readArgs(args, { json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "doctor", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const checks = await examine(config, terminal.now());
    terminal.out(`${read.values.json === true ? JSON.stringify(checks) : linesOf(checks).join("\n")}\n`);
    return isSick(checks) ? exitCode.partly : exitCode.done;
  },
};
