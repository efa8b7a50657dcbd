/** Every message of a file answered, one line of JSON each, in the order of the file. */
import { writeFile } from "node:fs/promises";
import { exitCode, type Terminal } from "../command.ts";
import { createProgress } from "../cli/progress.ts";
import type { Answerer } from "./answer.ts";
import { readMessages } from "./examples.ts";

export interface FileOptions {
  readonly input: string;
  readonly out: string;
  /** Column of the text. */
  readonly column: string;
  readonly explain: boolean;
  readonly json: boolean;
}

/** @returns the exit code. */
export async function classifyFile(
  { input, out, column, explain, json }: FileOptions,
  answerer: Answerer,
  terminal: Terminal,
): Promise<number> {
  const found = await readMessages(input, { id: "id", text: column, label: null });
  if (found.kind === "fault") {
    terminal.err(`${found.message}\n`);
    return found.usage ? exitCode.usage : exitCode.failed;
  }
  const progress = createProgress("识别", { write: terminal.err, isTty: terminal.isTty });
  const total = found.messages.length;
  let sure = 0;
  const lines = found.messages.map(({ id, text }, at) => {
    const answer = answerer.answer(text, explain);
    if (answer.abstain === null) sure++;
    progress.at(at + 1, total);
    return JSON.stringify({ id, ...answer });
  });
  progress.end();
  await writeFile(out, lines.map((line) => `${line}\n`).join(""));
  const tally = { rows: total, sure, unread: found.unused };
  terminal.out(
    json
      ? `${JSON.stringify(tally)}\n`
      : `${total} 行，有把握的 ${sure} 行，请人工判断的 ${total - sure} 行；读不了的 ${found.unused.length} 行：${out}\n`,
  );
  return found.unused.length === 0 ? exitCode.done : exitCode.partly;
}
