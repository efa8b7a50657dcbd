/** `huying locate --grid FILE --in FILE`: points of a table against the cells of a file, without a database. */
import { exitCode, type Terminal } from "../command.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { gridFaultSentence } from "../domain/gridWords.ts";
import { openTable } from "../importing/openTable.ts";
import { datumExpected, isDatum } from "./datums.ts";
import { readGridFile } from "./gridFile.ts";
import { type LocatedRow, locateTable } from "./locateTable.ts";
import { sayUsage } from "./runHuying.ts";

export interface LocateFilesOptions {
  readonly grid?: string | undefined;
  readonly in?: string | undefined;
  readonly edge?: string | undefined;
  readonly accuracy?: string | undefined;
  readonly datum?: string | undefined;
  readonly json?: boolean | undefined;
}

/** @returns the exit code. */
export async function locateFiles(options: LocateFilesOptions, terminal: Terminal): Promise<number> {
  const { grid, in: points, edge = "30", accuracy = "0", datum = "wgs84", json = false } = options;
  if (grid === undefined || points === undefined) {
    return sayUsage(terminal, "locate", "--grid 和 --in 要一起给出");
  }
  if (!isDatum(datum)) {
    return sayUsage(terminal, "locate", `--datum 的值“${datum}”不合要求，应为：${datumExpected}`);
  }
  const [edgeMetres, accuracyMetres] = [Number(edge), Number(accuracy)];
  if (!(edgeMetres >= 0 && accuracyMetres >= 0)) {
    return sayUsage(terminal, "locate", "--edge 和 --accuracy 应为不小于 0 的米数");
  }
  const checked = await readGridFile(grid, { digits: 15, validFrom: dayOf(dayNumber(terminal.now())) });
  if ("message" in checked) return sayFailed(terminal, checked.message);
  const opened = await openTable(points);
  if (opened.kind === "fault") return sayFailed(terminal, opened.message);
  const serious = checked.faults.filter(({ code }) => STOPPING.has(code));
  if (serious.length > 0) return sayFailed(terminal, serious.map(gridFaultSentence).join("\n"));
  const located = locateTable(opened.table, checked.cells, { edgeMetres, accuracy: accuracyMetres, datum });
  if ("message" in located) return sayUsage(terminal, "locate", located.message);
  terminal.out(json ? printJson(located) : printRows(located));
  return located.every(({ cell }) => cell !== null) ? exitCode.done : exitCode.partly;
}

/** With these nobody could trust an answer; other faults of a grid are for `huying grid check`. */
const STOPPING: ReadonlySet<string> = new Set(["notAGrid", "projected", "swapped", "offTheMap"]);

function sayFailed(terminal: Terminal, message: string): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}

/** One point a line, so that a long answer can be read and compared. */
function printJson(rows: readonly LocatedRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

function printRows(rows: readonly LocatedRow[]): string {
  const lines = rows.map(
    ({ lng, lat, cell, flags }) => `${lng ?? ""},${lat ?? ""},${cell ?? ""},${flags.join(" ")}`,
  );
  return ["lng,lat,cell,flags", ...lines, ""].join("\n");
}
