/** Where photos lie: a folder that can be written to, or a bucket that takes, shows and gives up a file. */
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { createBucket } from "../photoFiles/bucket.ts";
import type { BucketConfig } from "../photoFiles/bucketConfig.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { type PhotoFiles, photoFolderIn } from "../photoFiles/photoFiles.ts";
import { bad, type Check, good, worth } from "./check.ts";
import { folderCheck } from "./files.ts";

const NAME = "照片存储";
/** Of those left in the data folder so many are looked for in the bucket. */
const SAMPLE = 20;

export async function photoChecks({ dataDir, bucket: config }: Config): Promise<readonly Check[]> {
  if (config === null) return [folderCheck("照片目录", join(dataDir, "photos"))];
  const bucket = createBucket(config);
  try {
    if (!(await takesAndGives(bucket)))
      return [
        bad(NAME, `${bucket.place} 存进去的取不回来`, "请检查存储桶有没有别的规则在改或删里面的文件。"),
      ];
    const left = await leftBehind(photoFolderIn(dataDir), bucket);
    return [
      good(NAME, `${bucket.place} 可存、可取、可删`),
      ...(isOpenLine(config) ? [openLine] : []),
      ...left,
    ];
  } catch (error) {
    if (!(error instanceof BucketFault)) throw error;
    // A house whose bucket is away for an hour must be able to start: reports without photos are taken
    return error.kind === "away"
      ? [
          worth(
            NAME,
            error.message,
            "请检查 S3_ENDPOINT 和网络；连上之前新照片存不进去，已有的看不到，其他照常。",
          ),
        ]
      : [bad(NAME, error.message, "改好设置或权限再启动：桶要先建好，密钥要能列出、读、写、删。")];
  }
}

/** Puts a file of our own, reads it, and takes it away. */
async function takesAndGives(bucket: PhotoFiles): Promise<boolean> {
  const bytes = randomBytes(32);
  const id = createHash("sha256").update(bytes).digest("hex");
  await bucket.probe();
  await bucket.put(id, bytes);
  const read = await bucket.read(id);
  await bucket.remove(id);
  return read !== null && bytes.equals(read) && (await bucket.read(id)) === null;
}

async function leftBehind(folder: PhotoFiles, bucket: PhotoFiles): Promise<readonly Check[]> {
  for await (const ids of folder.pages())
    for (const id of ids.slice(0, SAMPLE))
      if ((await bucket.sizeOf(id)) === null)
        return [
          worth(
            "本机照片",
            `${folder.place} 里有照片还不在存储桶里`,
            "执行 huying copy --photos，搬完再启动。",
          ),
        ];
  return [];
}

const openLine = worth(
  "照片线路",
  "S3_ENDPOINT 是 http://，照片在网上不加密传送",
  "存储若在别的机房，请改用 https://。",
);

function isOpenLine({ endpoint }: BucketConfig): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "http:" && !["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
