/** Where the files of photos lie: a folder of this machine, or a bucket that several machines share (decision 0068). */
import { join } from "node:path";
import type { Config } from "../config.ts";
import { createBucket } from "./bucket.ts";
import { createFolder } from "./folder.ts";

/** Files under the hash of their content: written once, never changed, and removed only by an erasure. */
export interface PhotoFiles {
  /** Folder or bucket, for people. */
  readonly place: string;
  /** Whether another photo may be taken. */
  hasRoom(): Promise<boolean>;
  /** Answers once no power cut can take the bytes. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** null when there is no such file. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** In bytes; null when there is no such file. */
  sizeOf(id: string): Promise<number | null>;
  /** Of what is not there as well. */
  remove(id: string): Promise<void>;
  /** Every id, in pages. */
  pages(): AsyncIterable<readonly string[]>;
  /** @throws BucketFault when the place cannot be asked at all: then nothing is known of any file. */
  probe(): Promise<void>;
}

type Placed = Pick<Config, "dataDir" | "diskFree" | "bucket">;

export function photoFilesOf(config: Placed): PhotoFiles {
  return config.bucket === null
    ? photoFolderIn(config.dataDir, config.diskFree)
    : createBucket(config.bucket);
}

/** @param home the data folder, or one of backups. */
export function photoFolderIn(home: string, spared = 0): PhotoFiles {
  return createFolder(join(home, "photos"), spared);
}
