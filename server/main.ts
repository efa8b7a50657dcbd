/** The process: hands the arguments and the outside world to the command that was asked for. */
import { runHuying } from "./cli/runHuying.ts";
import type { Terminal } from "./command.ts";
import { subcommands } from "./commands/all.ts";
import { serveCommand } from "./commands/serve.ts";

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTty: process.stderr.isTTY,
  env: process.env,
  now: () => Date.now(),
};

process.exitCode = await runHuying(process.argv.slice(2), [serveCommand, ...subcommands], terminal);
