/** What every place of photos keeps to: a folder, a bucket of the stub, and a real bucket where TEST_S3 names one. */
import { createHash, randomBytes } from "node:crypto";
import { env } from "node:process";
import { describe, expect, it } from "vitest";
import { createBucket } from "../../../server/photoFiles/bucket.ts";
import { readBucket } from "../../../server/photoFiles/bucketConfig.ts";
import { carryPhotos, missingPhotos } from "../../../server/photoFiles/carry.ts";
import { type PhotoFiles, photoFolderIn } from "../../../server/photoFiles/photoFiles.ts";
import { startStorage } from "../../support/s3.ts";
import { temporaryFolder } from "../../support/store.ts";

const presets: Readonly<Record<string, string>> = { S3_REGION: "us-east-1", S3_STYLE: "path" };

/** `TEST_S3_ENDPOINT` and its like name an empty bucket that may be written to. */
const real = readBucket(
  (name) => env[`TEST_${name}`] ?? presets[name] ?? "",
  () => undefined,
);

const places: readonly (readonly [string, () => Promise<PhotoFiles>])[] = [
  ["a folder", async () => photoFolderIn(temporaryFolder())],
  ["a bucket", async () => createBucket((await startStorage()).config)],
  [
    "a bucket that lists two at a time",
    async () => createBucket((await startStorage({ longest: 2 })).config),
  ],
];
const realPlace: typeof places =
  real === null
    ? []
    : [
        [
          "a real bucket",
          async () => createBucket({ ...real, prefix: `${randomBytes(6).toString("hex")}/` }),
        ],
      ];

function photo(size = 200): { readonly id: string; readonly bytes: Buffer } {
  const bytes = randomBytes(size);
  return { id: createHash("sha256").update(bytes).digest("hex"), bytes };
}

async function idsIn(files: PhotoFiles): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const ids of files.pages()) found.push(...ids);
  return found.sort();
}

describe.each([...places, ...realPlace])("%s of photos", (_name, open) => {
  it("gives back what was put there, byte for byte, and tells its size", async () => {
    const files = await open();
    const [small, large] = [photo(1), photo(700_000)];
    for (const { id, bytes } of [small, large]) await files.put(id, bytes);
    for (const { id, bytes } of [small, large]) {
      expect(bytes.equals((await files.read(id)) ?? Buffer.of())).toBe(true);
      expect(await files.sizeOf(id)).toBe(bytes.length);
    }
    expect(await files.hasRoom()).toBe(true);
  });

  it("says null of what is not there, and removes it all the same", async () => {
    const files = await open();
    const { id } = photo();
    expect([await files.read(id), await files.sizeOf(id)]).toEqual([null, null]);
    await files.remove(id);
    await files.probe();
  });

  it("takes the same photo twice as one", async () => {
    const files = await open();
    const { id, bytes } = photo();
    await Promise.all([files.put(id, bytes), files.put(id, bytes)]);
    expect(await idsIn(files)).toEqual([id]);
  });

  it("lists each once, in as many pages as it takes, and forgets what was removed", async () => {
    const files = await open();
    expect(await idsIn(files)).toEqual([]);
    const photos = Array.from({ length: 5 }, () => photo());
    for (const { id, bytes } of photos) await files.put(id, bytes);
    expect(await idsIn(files)).toEqual(photos.map(({ id }) => id).sort());
    const [gone, ...kept] = photos;
    if (gone !== undefined) await files.remove(gone.id);
    expect(await idsIn(files)).toEqual(kept.map(({ id }) => id).sort());
    expect(await files.read(gone?.id ?? "")).toBeNull();
  });

  it("is carried to from a folder, whole, and only what is not there yet", async () => {
    const [folder, files] = [photoFolderIn(temporaryFolder()), await open()];
    const photos = Array.from({ length: 4 }, () => photo());
    for (const { id, bytes } of photos) await folder.put(id, bytes);
    const bent = photo();
    await folder.put(bent.id, Buffer.from("another picture"));
    const [first] = photos;
    if (first !== undefined) await files.put(first.id, first.bytes);
    expect(await missingPhotos(folder, files)).toHaveLength(4);
    expect(await carryPhotos(folder, files)).toEqual({ carried: 3, there: 1, bent: [bent.id] });
    expect(await carryPhotos(folder, files)).toEqual({ carried: 0, there: 4, bent: [bent.id] });
    expect(await missingPhotos(folder, files)).toEqual([bent.id]);
    expect(await idsIn(files)).toEqual(photos.map(({ id }) => id).sort());
  });
});
