/** A grid that somebody sent as a file: read, judged, and told in plain words when it cannot be read. */
import { readFile, stat } from "node:fs/promises";
import { type CheckedGrid, type CheckOptions, checkGrid } from "../../geo/check/check.ts";
import { readDrawing } from "../../geo/check/drawing.ts";
import { decodeText } from "../importing/decode.ts";

/** A text of more characters does not fit into one string of the runtime. */
const MOST_BYTES = 500_000_000;

/** @returns the judged grid, or a sentence why the file cannot be read. */
export async function readGridFile(
  file: string,
  options: CheckOptions,
): Promise<CheckedGrid | { readonly message: string }> {
  const size = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (size instanceof Error) {
    return { message: `打不开“${file}”：${size.code === "ENOENT" ? "没有这个文件" : size.message}` };
  }
  if (size.size > MOST_BYTES) {
    return {
      message: `“${file}”有 ${Math.round(size.size / 1e6)} MB，最多 ${MOST_BYTES / 1e6} MB；请按乡镇拆开`,
    };
  }
  const decoded = decodeText(await readFile(file));
  if (decoded.kind === "notText") {
    return { message: `“${file}”不是文本文件，应为 GeoJSON 或 TopoJSON；Shapefile 请先转换` };
  }
  try {
    return checkGrid(readDrawing(JSON.parse(decoded.text)), options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { message: `“${file}”不是 JSON：${error.message}` };
  }
}
