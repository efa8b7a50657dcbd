import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { printReading } from "../cli/readingWords.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { createReader } from "../domain/reader.ts";
import { proposeSplit } from "../domain/reading/split.ts";
import type { Reasons } from "../domain/learning/explain.ts";
import type { Taxonomy } from "../domain/taxonomy.ts";
import { classifyFile } from "../learning/classifyFile.ts";
import { readModel } from "../learning/modelFile.ts";
import { type Answerer, answerByModel, answerByReader } from "../learning/answer.ts";
import { loadReference } from "../../fixtures/load.ts";

export const classifyCommand: Subcommand = {
  name: "classify",
  summary: "读一段话或一个文件：最像什么，各有几分把握，凭哪些字词",
  help: `
用法：huying classify <文字> [--model <模型文件>] [--explain] [--json]
      huying classify --in <文件> --out <文件.jsonl> [--model <模型文件>] [--text <列名>] [--explain] [--json]

不给模型时用内置的事项清单读（82 个事项）；给了模型用 huying train 训练的标签。

例：
  huying classify "振兴路路灯不亮三天了"
  huying classify --model 承办单位.model --in 诉求.csv --text 诉求内容 --out 结果.jsonl --explain

选项：
  --text <列名>  缺省 text；编号取 id 列，没有就用行号
  --explain      每行加上 reasons：赞成和反对第一候选的字词
  --json         输出 JSON；对一段话且不给模型时：candidates（code、name、probability、words）、sure、speech、danger、parts

输出文件一行一个 JSON：id、top（label、p，最多五个）、abstain（没有把握的原因，有把握为 null）、reasons。

退出码：0 有把握，或文件全部写出；1 没有把握，或有的行读不了；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const read = readArgs(args, { model: text, in: text, out: text, text, explain: flag, json: flag });
    if ("bad" in read) return sayUsage(terminal, "classify", read.bad);
    const { model, in: input, out, text: column = "text", explain = false, json = false } = read.values;
    const said = read.positionals.join(" ").trim();
    if ((input === undefined) !== (out === undefined))
      return sayUsage(terminal, "classify", "--in 和 --out 要一起给出");
    if ((said === "") === (input === undefined))
      return sayUsage(terminal, "classify", "请给出要读的文字，或 --in 文件，二者选一");
    const { taxonomy } = loadReference();
    const answerer = model === undefined ? answerByReader(taxonomy) : await answererOf(model);
    if ("bad" in answerer) {
      terminal.err(`${answerer.bad}\n`);
      return exitCode.failed;
    }
    if (input !== undefined && out !== undefined)
      return classifyFile({ input, out, column, explain, json }, answerer, terminal);
    return model === undefined
      ? readOne(said, { taxonomy, json }, terminal)
      : answerOne(said, { answerer, explain, json }, terminal);
  },
};

async function answererOf(file: string): Promise<Answerer | { readonly bad: string }> {
  const unpacked = await readModel(file);
  return unpacked.kind === "model"
    ? answerByModel(unpacked.model)
    : { bad: `读不了模型“${file}”：${unpacked.found}` };
}

function readOne(
  text: string,
  { taxonomy, json }: { readonly taxonomy: Taxonomy; readonly json: boolean },
  terminal: Terminal,
): number {
  const reader = createReader(taxonomy);
  const reading = reader.classify(text);
  const parts = proposeSplit(text, reader);
  const nameOf = (code: string) => taxonomy.lookUp(code)?.name ?? code;
  if (json) {
    const candidates = reading.candidates.map((row) => ({ ...row, name: nameOf(row.code) }));
    terminal.out(`${JSON.stringify({ ...reading, candidates, parts })}\n`);
  } else terminal.out(`${printReading({ reading, parts }, nameOf)}\n`);
  return reading.sure ? exitCode.done : exitCode.partly;
}

function answerOne(
  text: string,
  {
    answerer,
    explain,
    json,
  }: { readonly answerer: Answerer; readonly explain: boolean; readonly json: boolean },
  terminal: Terminal,
): number {
  const answer = answerer.answer(text, explain);
  if (json) terminal.out(`${JSON.stringify(answer)}\n`);
  else {
    const lines = answer.top.map(({ label, p }) => `${(p * 100).toFixed(1).padStart(5)}%  ${label}`);
    const reasons = [
      ...reasonLine("凭", answer.reasons?.for),
      ...reasonLine("相反", answer.reasons?.against),
    ];
    const why = answer.abstain === null ? [] : [`请人工判断：${abstentionWords[answer.abstain]}`];
    terminal.out(`${[...lines, ...reasons, ...why].join("\n")}\n`);
  }
  return answer.abstain === null ? exitCode.done : exitCode.partly;
}

function reasonLine(name: string, words: Reasons["for"] = []): readonly string[] {
  return words.length === 0 ? [] : [`${name}：${words.map(({ word }) => word).join("、")}`];
}

const abstentionWords: Readonly<Record<NonNullable<ReturnType<Answerer["answer"]>["abstain"]>, string>> = {
  noWords: "没有可读的文字",
  unfamiliar: "说的话在历史里几乎没有出现过",
  unlike: "不像任何一个已有的标签",
  belowLine: "把握没有到线",
  consult: "像是咨询，不是上报",
};
