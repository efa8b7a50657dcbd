/** A grid that somebody sent as a file: read, judged, and told in plain words when it cannot be read. */
import { readFile, stat } from "node:fs/promises";
import { type CheckedGrid, type CheckOptions, checkGrid } from "../../geo/check/check.ts";
import type { Columns } from "../../geo/check/drawing.ts";
import { unreadableSentence } from "../domain/gridWords.ts";
import { notOpened } from "../importing/notOpened.ts";
import { readUpload } from "../grid/readUpload.ts";

/** A text of more characters does not fit into one string of the runtime. */
const MOST_BYTES = 500_000_000;

/** @returns the judged grid, or a sentence why the file cannot be read. */
export async function readGridFile(
  file: string,
  { columns, ...options }: CheckOptions & { readonly columns?: Columns },
): Promise<CheckedGrid | { readonly message: string }> {
  const size = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (size instanceof Error) return { message: notOpened(file, size) };
  if (size.size > MOST_BYTES) {
    return {
      message: `“${file}”有 ${Math.round(size.size / 1e6)} MB，最多 ${MOST_BYTES / 1e6} MB；请按乡镇拆开`,
    };
  }
  const { datum } = options;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return { message: notOpened(file, bytes) };
  const read = readUpload(bytes, { ...(columns && { columns }), ...(datum && { datum }) });
  if (read.kind === "unreadable") {
    return { message: `“${file}”：${unreadableSentence(read.code, read.value)}` };
  }
  const { drawing, datum: stated, stated: isStated } = read.body;
  return checkGrid(drawing, { ...options, ...(isStated && { datum: stated }) });
}
