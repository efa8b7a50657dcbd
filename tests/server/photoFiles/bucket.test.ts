/** A county whose photos lie in a bucket: shared, proven, erased and carried; and what is told when the bucket is away. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createBucket, rootOf } from "../../../server/photoFiles/bucket.ts";
import { lookAround } from "../../../server/jobs/watch.ts";
import { photoFaults } from "../../../server/photoFaults.ts";
import { removeErasedPhotos } from "../../../server/erasedPhotos.ts";
import type { PhotoAnswer } from "../../../server/domain/reportAnswers.ts";
import { type Client, openHouse, reported } from "../../support/app.ts";
import { aPhoto } from "../../support/photoFile.ts";
import { startStorage } from "../../support/s3.ts";
import { openOffice } from "../../support/terminal.ts";

async function housed() {
  const storage = await startStorage();
  const house = await openHouse({ bucket: storage.config });
  return { storage, house, worker: await house.as("gridWorker") };
}

let shade = 0;
async function send(client: Client): Promise<Response> {
  const background = { r: shade++ % 256, g: 90, b: 60 };
  const body = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return await client.request("/api/photos", { method: "POST", body: new Uint8Array(body) });
}

async function sent(client: Client): Promise<string> {
  return ((await (await send(client)).json()) as PhotoAnswer).id;
}

describe("photos in a bucket", () => {
  it("are taken and shown through the house as from a folder, by another process too", async () => {
    const { storage, house, worker } = await housed();
    const id = await sent(worker);
    expect([...storage.held.keys()]).toEqual([`photos/${id}.jpg`]);
    await reported(worker, { photos: [id] });
    const other = await openHouse({ bucket: storage.config, store: house.store, people: false });
    const shown = await (await other.as("gridWorker")).get(`/api/photos/${id}`);
    expect(
      Buffer.from(await shown.arrayBuffer()).equals(storage.held.get(`photos/${id}.jpg`) ?? Buffer.of()),
    ).toBe(true);
  });

  it("stand under the same proof: one that was exchanged or taken away is named with its case", async () => {
    const { storage, house, worker } = await housed();
    const { id: caseId } = await reported(worker, { photos: [await sent(worker)] });
    const { store, deps } = house;
    expect(await photoFaults(store, deps.photoFiles)).toEqual([]);
    const [key = ""] = storage.held.keys();
    storage.held.set(key, Buffer.from("another picture"));
    expect(await photoFaults(store, deps.photoFiles)).toMatchObject([{ kind: "photo", caseId }]);
    storage.held.delete(key);
    expect(await photoFaults(store, deps.photoFiles)).toMatchObject([{ kind: "photo", caseId }]);
  });

  it("that were erased, but not removed because the bucket was away, go later", async () => {
    const { storage, house, worker } = await housed();
    const { id: caseId } = await reported(worker, { photos: [await sent(worker)] });
    await sent(worker);
    const erasure = {
      id: "erasure-1",
      caseId,
      what: "photos",
      rule: "photos",
      at: house.clock.now(),
    } as const;
    const [gone = ""] = await house.store.retention.erase(erasure);
    storage.trouble = "deaf";
    await expect(house.deps.photoFiles.remove(gone)).rejects.toThrow("连不上");
    storage.trouble = null;
    expect(storage.held.size).toBe(2);
    expect(await removeErasedPhotos(house.deps)).toBe(1);
    expect([...storage.held.keys()]).not.toContain(`photos/${gone}.jpg`);
  });
});

describe("a bucket that is away", () => {
  it.each([503, "deaf"] as const)(
    "(%s) refuses photos for now and nothing else; they come again",
    async (trouble) => {
      const { storage, house, worker } = await housed();
      const kept = await sent(worker);
      storage.trouble = trouble;
      const refused = await send(worker);
      expect(refused.status).toBe(503);
      expect(refused.headers.get("Retry-After")).toBe("60");
      expect(await refused.json()).toMatchObject({ code: "photosAway" });
      expect((await worker.get(`/api/photos/${kept}`)).status).toBe(503);
      // What was accepted before may be reported with, and reports without photos go their way
      await reported(worker, { photos: [kept] });
      expect(house.deps.watch.current().map(({ kind }) => kind)).toContain("photosAway");
      await lookAround(house.deps);
      expect(house.deps.watch.current().map(({ kind }) => kind)).toContain("photosAway");
      storage.trouble = null;
      await lookAround(house.deps);
      expect(house.deps.watch.current().map(({ kind }) => kind)).not.toContain("photosAway");
      expect((await worker.get(`/api/photos/${kept}`)).status).toBe(200);
      await reported(worker, { photos: [await sent(worker)] });
      expect(await photoFaults(house.store, house.deps.photoFiles)).toEqual([]);
    },
  );

  it("calls no photo lost", async () => {
    const { storage, house, worker } = await housed();
    await reported(worker, { photos: [await sent(worker)] });
    storage.trouble = "deaf";
    await expect(photoFaults(house.store, house.deps.photoFiles)).rejects.toThrow("连不上");
  });
});

describe("a bucket that may not be used", () => {
  it.each([
    ["a wrong secret", { secret: "wrong" }, "SignatureDoesNotMatch"],
    ["a wrong key", { keyId: "nobody" }, "InvalidAccessKeyId"],
    ["a bucket that is not there", { bucket: "nowhere" }, "NoSuchBucket"],
    ["another region", { region: "elsewhere" }, "AuthorizationHeaderMalformed"],
  ])("%s is told by what the storage says", async (_name, change, said) => {
    const { config } = await startStorage();
    const files = createBucket({ ...config, ...change });
    const id = "0".repeat(64);
    await expect(files.probe()).rejects.toMatchObject({ kind: "refused", said });
    await expect(files.read(id)).rejects.toMatchObject({ kind: "refused", said });
    await expect(files.put(id, randomBytes(9))).rejects.toMatchObject({ kind: "refused" });
  });

  it("takes no other bytes for a name", async () => {
    const storage = await startStorage();
    const files = createBucket(storage.config);
    await expect(files.put("0".repeat(64), randomBytes(9))).rejects.toMatchObject({ kind: "refused" });
    expect(storage.held.size).toBe(0);
  });

  it("is named in the path or in front of the host", async () => {
    const { config } = await startStorage();
    const endpoint = "https://s3.oss-cn-hangzhou.example.com";
    expect(rootOf({ ...config, endpoint })).toBe(`${endpoint}/county/`);
    expect(rootOf({ ...config, endpoint, style: "host" })).toBe(
      "https://county.s3.oss-cn-hangzhou.example.com/",
    );
  });
});

describe("huying with a bucket", () => {
  async function office() {
    const storage = await startStorage();
    const found = openOffice(storage.env);
    const photo = await aPhoto(found.folder);
    return { ...found, storage, photo };
  }

  it("carries the photos of a house there, once, and verifies them there", async () => {
    const { run, storage, photo, folder } = await office();
    expect((await run("doctor")).out).toMatch(/！ 本机照片：.*还不在存储桶里/);
    expect(await run("verify")).toMatchObject({ code: 1 });
    expect(await run("copy", "--photos", "--check")).toMatchObject({
      code: 1,
      out: expect.stringContaining("还有 1 张"),
    });
    const copied = await run("copy", "--photos", "--json");
    expect(JSON.parse(copied.out)).toEqual({ photos: { carried: 1, there: 0, bent: [], missing: [] } });
    expect([...storage.held.keys()]).toEqual([`photos/${photo}.jpg`]);
    expect((await run("copy", "--photos")).out).toContain("照片搬了 0 张，原来就在的 1 张");
    rmSync(join(folder, "photos"), { recursive: true });
    expect(await run("verify")).toMatchObject({ code: 0 });
    expect((await run("doctor")).out).toMatch(/✓ 照片存储：.*可存、可取、可删/);
    expect([...storage.held.keys()]).toEqual([`photos/${photo}.jpg`]);
  });

  it("tries a backup and restores it with the photos of the bucket, or leaves all as it is", async () => {
    const { run, storage, folder } = await office();
    await run("copy", "--photos");
    rmSync(join(folder, "photos"), { recursive: true });
    const file = join(folder, "kept.db");
    expect(await run("backup", file)).toMatchObject({ code: 0 });
    expect(await run("verify", "--backup", file)).toMatchObject({ code: 0 });
    storage.trouble = "deaf";
    expect(await run("restore", file)).toMatchObject({ code: 3 });
    storage.trouble = null;
    expect(JSON.parse((await run("restore", file, "--json")).out)).toMatchObject({
      photos: 0,
      photosMissing: 0,
    });
  });

  it("does not verify by half when the bucket is away, and says how to go on without", async () => {
    const { run, storage } = await office();
    storage.trouble = "deaf";
    const { code, err } = await run("verify");
    expect([code, err]).toEqual([3, expect.stringMatching(/连不上.*--no-photos/)]);
    expect(await run("verify", "--no-photos")).toMatchObject({ code: 0 });
    expect(await run("copy", "--photos")).toMatchObject({ code: 3 });
    // An outage must not keep a house from starting; settings that cannot work must
    expect(await run("doctor")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/！ 照片存储：.*连不上/),
    });
  });

  it("does not begin with settings that the storage refuses", async () => {
    const { env } = await startStorage();
    const { run } = openOffice({ ...env, S3_SECRET: "wrong" });
    expect(await run("doctor")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ 照片存储：.*SignatureDoesNotMatch.*S3_SECRET/),
    });
  });

  it("carries nothing without a bucket", async () => {
    const { run } = openOffice();
    expect(await run("copy", "--photos")).toMatchObject({
      code: 2,
      err: expect.stringContaining("S3_ENDPOINT"),
    });
  });
});
