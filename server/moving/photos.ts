/** The part of a move that is files: photos from the data folder into the bucket, by themselves or before the rows. */
import { createProgress } from "../cli/progress.ts";
import { exitCode, type Terminal } from "../command.ts";
import type { Config } from "../config.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { type Carried, carryPhotos, missingPhotos } from "../photoFiles/carry.ts";
import { photoFilesOf, photoFolderIn } from "../photoFiles/photoFiles.ts";

export interface PhotosMoved extends Carried {
  /** Ids of files that are not in the bucket, or not in their size. */
  readonly missing: readonly string[];
}

/** `huying copy --photos`. @returns its exit code. */
export async function copyPhotoFiles(
  config: Config,
  { check, json }: { readonly check: boolean; readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  if (config.bucket === null) {
    terminal.err("没有给出存储桶：请设置 S3_ENDPOINT、S3_BUCKET、S3_KEY_ID、S3_SECRET。\n");
    return exitCode.usage;
  }
  try {
    const photos = await photosMoved(config, check, terminal);
    terminal.out(`${json ? JSON.stringify({ photos }) : photoWords(photos, check)}\n`);
    return areWhole(photos) ? exitCode.done : exitCode.partly;
  } catch (error) {
    if (!(error instanceof BucketFault)) throw error;
    terminal.err(`${error.message}\n`);
    return exitCode.failed;
  }
}

/** @param check only looks what is missing. @throws BucketFault */
export async function photosMoved(config: Config, check: boolean, terminal: Terminal): Promise<PhotosMoved> {
  const [from, to] = [photoFolderIn(config.dataDir), photoFilesOf(config)];
  const done = check ? nothing : await carried();
  return { ...done, missing: await missingPhotos(from, to) };

  async function carried(): Promise<Carried> {
    let total = 0;
    for await (const ids of from.pages()) total += ids.length;
    const progress = createProgress("搬照片", { write: terminal.err, isTty: terminal.isTty });
    const found = await carryPhotos(from, to, (looked) => progress.at(looked, total));
    progress.end();
    return found;
  }
}

const nothing: Carried = { carried: 0, there: 0, bent: [] };

export function areWhole({ bent, missing }: PhotosMoved): boolean {
  return bent.length + missing.length === 0;
}

export function photoWords(photos: PhotosMoved, check: boolean): string {
  const { carried, there, bent, missing } = photos;
  const lacking =
    missing.length === 0 ? "" : `还有 ${missing.length} 张不在存储桶里，或大小不对：${some(missing)}。`;
  if (check) return lacking === "" ? "照片都在存储桶里。" : lacking;
  const spoilt = bent.length === 0 ? "" : `${bent.length} 张内容与编号不符，没有搬：${some(bent)}。`;
  return `照片搬了 ${carried} 张，原来就在的 ${there} 张。${spoilt}${lacking}`;
}

function some(ids: readonly string[]): string {
  const named = ids.slice(0, 5).map((id) => id.slice(0, 12));
  return `${named.join("、")}${ids.length > named.length ? " 等" : ""}`;
}
