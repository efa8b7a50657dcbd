/** Finds the command that was asked for and runs it; says in plain words when it cannot. */
import { DatabaseFault, KeyFault } from "../../db/open.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";

/** @returns the exit code. */
export async function runHuying(
  args: readonly string[],
  subcommands: readonly Subcommand[],
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    terminal.out(overview(subcommands));
    return name === undefined ? exitCode.usage : exitCode.done;
  }
  const found = subcommands.find((subcommand) => subcommand.name === name);
  if (!found) {
    terminal.err(`没有“${name}”这个命令。\n\n${overview(subcommands)}`);
    return exitCode.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(`${found.help.trim()}\n`);
    return exitCode.done;
  }
  try {
    return await found.run(rest, terminal);
  } catch (error) {
    // Of a copy or a backup that was opened: nothing of the program is to blame
    if (!(error instanceof KeyFault || error instanceof DatabaseFault)) throw error;
    terminal.err(`${error.message}\n`);
    return exitCode.failed;
  }
}

/** What every command says when it was called wrongly. */
export function sayUsage(terminal: Terminal, name: string, message: string): number {
  terminal.err(`${message}\n用法见：huying ${name} --help\n`);
  return exitCode.usage;
}

function overview(subcommands: readonly Subcommand[]): string {
  const width = Math.max(...subcommands.map(({ name }) => name.length)) + 2;
  const lines = subcommands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `用法：huying <命令> [选项]\n\n命令：\n${lines.join("\n")}\n\n每个命令的例子和退出码：huying <命令> --help\n`;
}
