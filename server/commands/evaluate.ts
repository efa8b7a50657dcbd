import { exitCode, type Subcommand } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { percent, printMarks } from "../cli/marksWords.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { createClassifier } from "../domain/learning/classifier.ts";
import type { Line } from "../domain/learning/lines.ts";
import { type Marked, type Marks, markAnswers } from "../domain/learning/marks.ts";
import { readMessages } from "../learning/examples.ts";
import { readModel } from "../learning/modelFile.ts";

export const evaluateCommand: Subcommand = {
  name: "evaluate",
  summary: "用已确认标签的行给模型打分：准确率、校准、覆盖率、混淆",
  help: `
用法：huying evaluate --model <模型文件> --in <文件> [选项]

例：
  huying evaluate --model 承办单位.model --in 2026年1月.csv --text 诉求内容 --label 承办单位

选项：
  --text <列名>   缺省 text
  --label <列名>  缺省 label
  --json          输出 JSON：rows、accuracy、macroF1、topThree、surest80、calibrationError、lines、kept、labels、confused

“模型自己的线”是训练时在留出行上画的，这里看它在新的行上守住没有。

退出码：0 完成；1 有的行没有用上；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const text = { type: "string" } as const;
    const read = readArgs(args, { model: text, in: text, text, label: text, json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "evaluate", read.bad);
    const { model: modelFile, in: input, text: textColumn = "text", label = "label" } = read.values;
    if (modelFile === undefined || input === undefined)
      return sayUsage(terminal, "evaluate", "--model 和 --in 都要给出");
    const unpacked = await readModel(modelFile);
    if (unpacked.kind === "refusal") {
      terminal.err(`读不了模型“${modelFile}”：${unpacked.found}\n`);
      return exitCode.failed;
    }
    const found = await readMessages(input, { id: "id", text: textColumn, label });
    if (found.kind === "fault") {
      terminal.err(`${found.message}\n`);
      return found.usage ? exitCode.usage : exitCode.failed;
    }
    const classifier = createClassifier(unpacked.model);
    const answers = found.messages.map((row) => ({
      label: row.label,
      top: classifier.classify(row.text).top,
    }));
    const marks = markAnswers(answers);
    const kept = unpacked.model.summary.lines.map((line) => keptPromise(line, answers));
    terminal.out(read.values.json === true ? `${JSON.stringify({ ...marks, kept })}\n` : print(marks, kept));
    return found.unused.length === 0 ? exitCode.done : exitCode.partly;
  },
};

/** A line drawn in training, on the rows of this file. */
interface Kept {
  readonly precision: number;
  readonly line: number;
  readonly holds: number;
  readonly covers: number;
}

function keptPromise({ precision, line }: Line, answers: readonly Marked[]): Kept {
  const above = answers.filter(({ top }) => (top[0]?.probability ?? 0) >= line);
  const right = above.filter(({ label, top }) => top[0]?.label === label);
  return {
    precision,
    line,
    holds: above.length === 0 ? 0 : right.length / above.length,
    covers: answers.length === 0 ? 0 : above.length / answers.length,
  };
}

function print(marks: Marks, kept: readonly Kept[]): string {
  const promises = kept.map(
    ({ precision, line, holds, covers }) =>
      `模型自己的 ${percent(precision)} 线 ${line.toFixed(3)}：实际 ${percent(holds)}，覆盖 ${percent(covers)}`,
  );
  return `${[printMarks(marks), ...promises].join("\n")}\n`;
}
