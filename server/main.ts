/** The process: hands the arguments and the outside world to the command that was asked for. */
import { runHuying } from "./cli/runHuying.ts";
import type { Terminal } from "./command.ts";
import { serveCommand } from "./commands/serve.ts";

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTty: process.stderr.isTTY,
  env: process.env,
  now: () => Date.now(),
};

const args = process.argv.slice(2);
// A server that starts again at night loads nothing of the tools
const tools = args[0] === serveCommand.name ? [] : (await import("./commands/all.ts")).subcommands;

process.exitCode = await runHuying(args, [serveCommand, ...tools], terminal);
