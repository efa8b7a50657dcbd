/** A model on disk: written beside and renamed, so that a power cut never leaves half of one. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { packModel, type Unpacked, unpackModel } from "../domain/learning/pack.ts";
import type { Model } from "../domain/learning/model.ts";

/** @returns bytes written. */
export async function writeModel(file: string, model: Model): Promise<number> {
  const bytes = packModel(model);
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
  return bytes.length;
}

export async function readModel(file: string): Promise<Unpacked> {
  try {
    return unpackModel(await readFile(file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const found = isMissing ? "没有这个文件" : String(error);
    return { kind: "refusal", code: "model.unreadable", found };
  }
}
