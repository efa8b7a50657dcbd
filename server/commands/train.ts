import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { printMarks } from "../cli/marksWords.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { type Trained, train } from "../domain/learning/train.ts";
import { type Message, readMessages, type Unused } from "../learning/examples.ts";
import { writeModel } from "../learning/modelFile.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";

const MEGABYTE = 1_000_000;

export const trainCommand: Subcommand = {
  name: "train",
  summary: "用本县已确认标签的历史训练识别模型，并在留出的行上打分",
  help: `
用法：huying train --in <文件> --text <列名> --label <列名> --out <模型文件> [选项]

读 CSV、JSONL（UTF-8 或 GB18030）和 Excel（.xlsx 的第一张表），任何标签都行（事项、单位、类别）。每一行都由没有见过它的模型评一次，
由此得到准确率、可信的概率和 90%、95% 两条线；最后用全部行训练。同样的行和种子得到同样的模型。数据不出本机。

例：
  huying train --in 2025年工单.csv --text 诉求内容 --label 承办单位 --out 承办单位.model
  huying train --in history.jsonl --text text --label label --out phone.model --max-mb 1

选项：
  --prior <taxonomy|none>  先验：taxonomy（缺省）用内置的同义词表，标签少时尤其有用；none 不用
  --max-mb <兆字节>        模型文件最大多少，缺省 6；手机用 1
  --precision <百分数,…>   为这些准确率画线，从低到高，缺省 90,95：够线的自动派，不够的由人看
  --seed <整数>            缺省 1
  --json                   输出 JSON：rows、unused、labels、bytes、seconds、marks（留出行上的成绩）、doubtful（标签可疑的行）

退出码：0 全部行用上了；1 有的行没有用上；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const options = readOptions(args);
    if ("bad" in options) return sayUsage(terminal, "train", options.bad);
    const found = await readMessages(options.in, { id: "id", text: options.text, label: options.label });
    if (found.kind === "fault") {
      terminal.err(`${found.message}\n`);
      return found.usage ? exitCode.usage : exitCode.failed;
    }
    const { messages, unused } = found;
    const labels = new Set(messages.map(({ label }) => label)).size;
    if (labels < 2) {
      terminal.err(`可用的 ${messages.length} 行里只有 ${labels} 种标签，至少要有两种才分得开\n`);
      return exitCode.failed;
    }
    const start = terminal.now();
    const trained = trainOn(messages, options, terminal);
    const seconds = (terminal.now() - start) / 1000;
    const bytes = await writeModel(options.out, trained.model);
    tell({ trained, messages, unused, bytes, seconds, options }, terminal);
    return unused.length === 0 ? exitCode.done : exitCode.partly;
  },
};

interface Options {
  readonly in: string;
  readonly text: string;
  readonly label: string;
  readonly out: string;
  readonly prior: "taxonomy" | "none";
  readonly megabytes: number;
  readonly seed: number;
  readonly precisions: readonly number[];
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Options | { readonly bad: string } {
  const text = { type: "string" } as const;
  const read = readArgs(args, {
    in: text,
    text,
    label: text,
    out: text,
    prior: text,
    "max-mb": text,
    seed: text,
    precision: text,
    json: { type: "boolean" },
  });
  if ("bad" in read) return read;
  const {
    in: input,
    text: textColumn,
    label,
    out,
    prior = "taxonomy",
    seed = "1",
    json = false,
  } = read.values;
  const megabytes = Number(read.values["max-mb"] ?? "6");
  const percents = (read.values.precision ?? "90,95").split(",").map(Number);
  if (!percents.every((percent, at) => percent >= 50 && percent < 100 && percent > (percents[at - 1] ?? 0)))
    return {
      bad: `--precision 是“${read.values.precision}”，应为 50 到 100 之间从低到高的百分数，用逗号隔开`,
    };
  if (input === undefined || textColumn === undefined || label === undefined || out === undefined)
    return { bad: "--in、--text、--label、--out 都要给出" };
  if (prior !== "taxonomy" && prior !== "none") return { bad: `--prior 是“${prior}”，应为 taxonomy 或 none` };
  if (!(megabytes >= 0.5 && megabytes <= 100))
    return { bad: `--max-mb 是“${read.values["max-mb"]}”，应为 0.5 到 100` };
  if (!/^\d{1,9}$/.test(seed)) return { bad: `--seed 是“${seed}”，应为不超过九位的整数` };
  const precisions = percents.map((percent) => percent / 100);
  return { in: input, text: textColumn, label, out, prior, megabytes, seed: Number(seed), precisions, json };
}

function trainOn(messages: readonly Message[], options: Options, terminal: Terminal): Trained {
  const progress = createProgress("训练", { write: terminal.err, isTty: terminal.isTty });
  const trained = train(messages, {
    lexicon: options.prior === "taxonomy" ? loadLexicon() : [],
    bytes: options.megabytes * MEGABYTE,
    seed: options.seed,
    precisions: options.precisions,
    onProgress: progress.at,
  });
  progress.end();
  return trained;
}

interface Told {
  readonly trained: Trained;
  readonly messages: readonly Message[];
  readonly unused: readonly Unused[];
  readonly bytes: number;
  readonly seconds: number;
  readonly options: Options;
}

const SHOWN = 5;

function tell({ trained, messages, unused, bytes, seconds, options }: Told, terminal: Terminal): void {
  const { model, marks, doubtful } = trained;
  const rows = messages.length;
  const doubts = doubtful.map((doubt) => ({ ...doubt, id: messages[doubt.row]?.id ?? "" }));
  if (options.json) {
    const { labels } = model;
    const out = { rows, unused, labels, bytes, seconds, file: options.out, marks, doubtful: doubts };
    terminal.out(`${JSON.stringify(out)}\n`);
    return;
  }
  const lines = [
    `用 ${rows} 行、${model.labels.length} 种标签训练，${seconds.toFixed(1)} 秒，${(bytes / MEGABYTE).toFixed(2)} MB：${options.out}`,
    ...(unused.length === 0 ? [] : [`没有用上 ${unused.length} 行：`]),
    ...unused.slice(0, SHOWN).map(({ line, why }) => `  第 ${line} 行：${why}`),
    marks === null ? "行数太少，没有留出的行，成绩未知" : `在留出的行上：\n${printMarks(marks)}`,
    ...(doubts.length === 0 ? [] : ["标签可疑，请人工看一眼（前几行）："]),
    ...doubts.slice(0, SHOWN).map((doubt) => {
      return `  ${doubt.id}：标为 ${doubt.given}，更像 ${doubt.likelier}（${doubt.probability.toFixed(2)}）`;
    }),
  ];
  terminal.out(`${lines.join("\n")}\n`);
}
