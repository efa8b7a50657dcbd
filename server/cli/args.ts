/** Options of a command: `parseArgs` of Node, with a Chinese sentence instead of an exception. */
import { parseArgs, type ParseArgsConfig } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

export interface BadArgs {
  readonly bad: string;
}

export function readArgs<const T extends Options>(args: readonly string[], options: T): Read<T> | BadArgs {
  const joined = joinNegatives(args);
  const unknown = joined.find((arg) => isUnknown(arg, options));
  if (unknown !== undefined) {
    const known = Object.keys(options).map((name) => `--${name}`);
    return { bad: `没有“${unknown}”这个选项。可用的有：${[...known, "--help"].join("、")}` };
  }
  try {
    return parseArgs({ args: joined, options, allowPositionals: true, strict: true });
  } catch (error) {
    return { bad: `选项用法不对：${error instanceof Error ? error.message : String(error)}` };
  }
}

function isUnknown(arg: string, options: Options): boolean {
  const name = /^--([^=]+)/.exec(arg)?.[1];
  return name !== undefined && !(name in options);
}

/** `-118.8` is a number here, not an option: everything after it is taken as it stands. */
function joinNegatives(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => /^-\d/.test(arg));
  if (at < 0 || args.includes("--")) return [...args];
  const [before, after] = [args.slice(0, at), args.slice(at)];
  const options = after.filter((arg, index) => arg.startsWith("--") || after[index - 1]?.startsWith("--"));
  return [...before, ...options, "--", ...after.filter((arg) => !options.includes(arg))];
}
