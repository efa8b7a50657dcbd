import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { printRejected, type RejectedRow } from "./rejected.ts";
import type { Format, Table } from "./table.ts";

const CANNOT_WRITE = ["EACCES", "EPERM", "EROFS"];

/**
 * Writes the rejected rows beside the input; where that folder may not be written to, into the current one.
 * @returns where they are; null when there are none.
 */
export async function keepRejected(
  rejected: readonly RejectedRow[],
  { table, format }: { readonly table: Table; readonly format: Format },
  input: string,
): Promise<string | null> {
  if (rejected.length === 0) return null;
  const text = printRejected(rejected, table, format);
  const name = `${input}.rejected.${format}`;
  const fault = await writeFile(name, text).catch((error: NodeJS.ErrnoException) => error);
  if (fault === undefined) return resolve(name);
  if (!CANNOT_WRITE.includes(fault.code ?? "")) throw fault;
  const here = resolve(basename(name));
  await writeFile(here, text);
  return here;
}
