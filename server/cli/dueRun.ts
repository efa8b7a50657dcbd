/** The named form of `huying due`: one question by options, or many from a file of JSON lines. */
import { readFileSync } from "node:fs";
import { loadReference } from "../../fixtures/load.ts";
import { exitCode, type Terminal } from "../command.ts";
import { calendarOf } from "../domain/calendars.ts";
import type { Reference } from "../domain/reference.ts";
import { answerQuestion, type DueResult } from "./dueContract.ts";

interface Options {
  readonly from?: string | undefined;
  readonly budget?: string | undefined;
  readonly calendar?: string | undefined;
  readonly in?: string | undefined;
  readonly json?: boolean | undefined;
}

export function asksByName({ from, budget, in: file }: Options): boolean {
  return from !== undefined || budget !== undefined || file !== undefined;
}

/** @returns how it was called wrongly, or the exit code; a line that cannot be answered is answered with its error. */
export function runContract(
  options: Options,
  terminal: Terminal,
): { readonly usage?: string; readonly code: number } {
  const ask = createAsk(loadReference(), options.calendar ?? null);
  if (options.in !== undefined) return runFile(options.in, ask, terminal);
  const { from, budget, json } = options;
  if (from === undefined || budget === undefined)
    return { usage: "--from 和 --budget 要一起写", code: exitCode.usage };
  const result = ask({ from, budget });
  if (result.kind === "bad") return { usage: result.bad, code: exitCode.usage };
  terminal.out(`${json === true ? JSON.stringify(result.json) : result.text}\n`);
  return { code: result.json.warnings.length > 0 ? exitCode.partly : exitCode.done };
}

type Ask = (asked: Readonly<Record<string, unknown>>) => DueResult;

function createAsk(reference: Reference, asked: string | null): Ask {
  const usual = asked ?? reference.calendars[0]?.code ?? "";
  const known = new Map(
    reference.calendars.map((row) => [row.code, { row, calendar: calendarOf(row, reference) }]),
  );
  return ({ from, budget, calendar = usual }) => {
    const named = known.get(String(calendar));
    if (!named) {
      const names = [...known.keys()].join("、");
      return { kind: "bad", bad: `没有“${String(calendar)}”这个日历，可用的有：${names}` };
    }
    return answerQuestion({ from: textOf(from), budget: textOf(budget) }, named);
  };
}

function runFile(path: string, ask: Ask, terminal: Terminal): { usage?: string; code: number } {
  const text = readText(path);
  if (text === null) return { usage: `读不了“${path}”`, code: exitCode.failed };
  let partly = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const result = askLine(line, ask);
    partly ||= result.kind === "bad" || result.json.warnings.length > 0;
    terminal.out(`${JSON.stringify(result.kind === "bad" ? { error: result.bad } : result.json)}\n`);
  }
  return { code: partly ? exitCode.partly : exitCode.done };
}

function askLine(line: string, ask: Ask): DueResult {
  try {
    const asked: unknown = JSON.parse(line);
    if (typeof asked === "object" && asked !== null) return ask({ ...asked });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return {
    kind: "bad",
    bad: `“${line.slice(0, 60)}”不是一个 JSON 对象，应如：{"from":"2026-09-30T16:40","budget":"3 workday"}`,
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
