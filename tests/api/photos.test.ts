import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { PhotoAnswer } from "../../server/domain/reportAnswers.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { namedPhoto, nameWithKey } from "../../server/domain/photoRights.ts";
import { type Client, lightReport, moved, openHouse, reported } from "../support/app.ts";
import { photoOf } from "../support/picture.ts";

async function picture(width = 40, height = 30): Promise<Uint8Array> {
  const exif = { IFD0: { Copyright: "canary-device" }, IFD3: { GPSLatitude: "35/1 34/1 0/1" } };
  return await sharp({ create: { width, height, channels: 3, background: "#a33" } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

function nameOf(sent: string): string {
  return namedPhoto(sent).id;
}

function send(client: Client, bytes: Uint8Array | string): Promise<Response> {
  return client.request("/api/photos", {
    method: "POST",
    body: bytes as BodyInit,
    headers: { "Content-Type": "image/jpeg" },
  });
}

describe("a photo", () => {
  it("keeps nothing of the sent file but its picture", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const sent = await picture(2400, 1200);
    expect(Buffer.from(sent).includes("canary-device")).toBe(true);
    const { id } = (await (await send(gridWorker, sent)).json()) as PhotoAnswer;
    const kept = Buffer.from(await (await gridWorker.get(`/api/photos/${id}`)).arrayBuffer());
    const { width, height, format, exif } = await sharp(kept).metadata();
    expect({ width, height, format, exif }).toEqual({
      width: 1600,
      height: 800,
      format: "jpeg",
      exif: undefined,
    });
    expect(kept.includes("canary-device")).toBe(false);
  });

  it("is shown to whoever may see a case with it, and to nobody else", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const { id } = (await (await send(gridWorker, await picture())).json()) as PhotoAnswer;
    const township = await house.as("township");
    expect((await township.get(`/api/photos/${id}`)).status).toBe(404);
    await reported(gridWorker, { photos: [id] });
    expect((await township.get(`/api/photos/${id}`)).status).toBe(200);
    expect((await (await house.as("otherTownship")).get(`/api/photos/${id}`)).status).toBe(404);
    expect((await (await house.as("admin")).get(`/api/photos/${id}`)).status).toBe(404);
    expect((await house.nobody.get(`/api/photos/${id}`)).status).toBe(401);
  });

  it("that is in no case yet is shown to who sent it alone, and afterwards only with the case", async () => {
    const house = await openHouse();
    const [gridWorker, department] = [await house.as("gridWorker"), await house.as("lights")];
    const id = await photoOf(department);
    const status = async (client: Client) => (await client.get(`/api/photos/${id}`)).status;
    expect([await status(department), await status(gridWorker)]).toEqual([200, 404]);
    expect([await status(await house.as("centre")), await status(house.nobody)]).toEqual([404, 401]);
    const { id: caseId } = await reported(gridWorker);
    const township = await house.as("township");
    await moved(township, caseId, { action: "file", itemCode: "020101" });
    await moved(township, caseId, { action: "dispatch", unit: "LD" });
    await moved(department, caseId, { action: "comment", note: "现场", photosMore: [id] });
    expect([await status(department), await status(gridWorker)]).toEqual([200, 200]);
    await moved(department, caseId, {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "020101",
      note: "不归我们管",
    });
    expect((await department.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect([await status(department), await status(gridWorker)]).toEqual([404, 200]);
  });

  it("of a confidential report is shown as the case is", async () => {
    const house = await openHouse();
    const sent = await photoOf(house.nobody);
    const id = nameOf(sent);
    const reporter = { phone: "13812345678", confidential: true };
    const { id: caseId } = await reported(house.nobody, { channel: "public", photos: [sent], reporter });
    const [township, lights] = [await house.as("township"), await house.as("lights")];
    const both = async (client: Client) =>
      await Promise.all(
        [`/api/photos/${id}`, `/api/cases/${caseId}`].map(async (path) => (await client.get(path)).status),
      );
    expect(await both(township)).toEqual([200, 200]);
    expect(await both(lights)).toEqual([404, 404]);
    await moved(township, caseId, { action: "file", itemCode: "020101" });
    await moved(township, caseId, { action: "dispatch", unit: "LD" });
    expect(await both(lights)).toEqual([200, 200]);
    expect(await both(await house.as("otherTownship"))).toEqual([404, 404]);
  });

  it("is kept by a browser for whoever is signed in, not for the next one on the same device", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const shown = await gridWorker.get(`/api/photos/${await photoOf(gridWorker)}`);
    expect(shown.headers.get("Vary")).toContain("Cookie");
    expect(shown.headers.get("Cache-Control")).toContain("private");
  });

  describe("whose name somebody was handed", () => {
    /** On a case of the first township, which the other one may not see. */
    async function handed() {
      const house = await openHouse();
      const [gridWorker, stranger] = [await house.as("gridWorker"), await house.as("otherTownship")];
      const id = await photoOf(gridWorker);
      const first = await reported(gridWorker, { photos: [id] });
      const look = async () => (await stranger.get(`/api/photos/${id}`)).status;
      return { house, gridWorker, stranger, id, first, look };
    }
    const own = { channel: "township", point: { lng: 118.83, lat: 35.68 } };

    it("is not got by a report of one's own with it", async () => {
      const { house, stranger, id, look } = await handed();
      const report = (client: Client, more: object) =>
        client.post("/api/reports", lightReport({ photos: [id], ...more }));
      const refused = await report(stranger, own);
      expect(refused.status).toBe(422);
      // The same words as of a photo that nobody sent
      const unknown = await report(stranger, { ...own, photos: ["0".repeat(64)] });
      const words = async (answer: Response) => ((await answer.json()) as { title: string }).title;
      expect([unknown.status, await words(unknown)]).toEqual([422, await words(refused)]);
      expect((await report(house.nobody, { channel: "public" })).status).toBe(422);
      expect(await look()).toBe(404);
    });

    it("is not got by an act with it on a case of one's own", async () => {
      const { house, stranger, id, look } = await handed();
      const theirs = await reported(stranger, own);
      const { version } = (await (await stranger.get(`/api/cases/${theirs.id}`)).json()) as CaseAnswer;
      const comment = { action: "comment", note: "看看", photosMore: [id], version };
      expect((await stranger.post(`/api/cases/${theirs.id}/moves`, comment)).status).toBe(422);
      const code = theirs.trackingCode;
      const told = { code, action: "comment", note: "看看", photosMore: [id] };
      const asResident = await house.nobody.post(`/api/progress/${theirs.number}/moves`, told);
      expect(asResident.status).toBe(422);
      expect(await look()).toBe(404);
    });

    it("may be shown on another case by somebody who sees it already", async () => {
      const { house, gridWorker, id } = await handed();
      const { id: other } = await reported(gridWorker);
      const township = await house.as("township");
      await moved(township, other, { action: "comment", note: "同一处", photosMore: [id] });
      const seen = (await (await township.get(`/api/cases/${other}`)).json()) as CaseAnswer;
      expect(seen.photos.map((photo) => photo.id)).toEqual([id]);
    });

    it("is another's where somebody has the picture itself: theirs has a name of its own", async () => {
      const { stranger, id, look } = await handed();
      const own1 = await photoOf(stranger);
      expect(own1).not.toBe(id);
      expect(await photoOf(stranger)).toBe(own1);
      const pixels = async (name: string) =>
        await sharp(Buffer.from(await (await stranger.get(`/api/photos/${name}`)).arrayBuffer()))
          .raw()
          .toBuffer();
      expect((await pixels(own1)).length).toBe(40 * 30 * 3);
      await reported(stranger, { ...own, photos: [own1] });
      expect([await look(), (await stranger.get(`/api/photos/${own1}`)).status]).toEqual([404, 200]);
    });
  });

  it("of a resident goes with their report, sent twice or after another had the same picture", async () => {
    const house = await openHouse();
    const { nobody, clock } = house;
    const report = { channel: "public", reporter: null };
    const [first, second] = [await photoOf(nobody), (clock.advance(1000), await photoOf(nobody))];
    expect(nameOf(second)).not.toBe(nameOf(first));
    const body = lightReport({ ...report, photos: [first] });
    expect((await nobody.post("/api/reports", body)).status).toBe(201);
    expect((await nobody.post("/api/reports", body)).status).toBe(200);
    const later = await reported(nobody, { ...report, photos: [second] });
    const told = { code: later.trackingCode, action: "comment", note: "还有", photosMore: [second] };
    expect((await nobody.post(`/api/progress/${later.number}/moves`, told)).status).toBe(200);
    const hash = { ...told, photosMore: [nameOf(first)] };
    expect((await nobody.post(`/api/progress/${later.number}/moves`, hash)).status).toBe(422);
  });

  describe("of a resident that no case shows yet", () => {
    const report = { channel: "public", reporter: null };

    it("is nobody's but the sender's, whoever has its name", async () => {
      const house = await openHouse();
      const sent = await photoOf(house.nobody);
      const other = nameWithKey(nameOf(sent), "0".repeat(32));
      const status = async (client: Client, photo: string, more: object) =>
        (await client.post("/api/reports", lightReport({ photos: [photo], ...more }))).status;
      expect(await status(house.nobody, nameOf(sent), report)).toBe(422);
      expect(await status(house.nobody, other, report)).toBe(422);
      expect(await status(await house.as("gridWorker"), nameOf(sent), {})).toBe(422);
      const theirs = await reported(house.nobody, report);
      const told = { code: theirs.trackingCode, action: "comment", note: "看看", photosMore: [other] };
      expect((await house.nobody.post(`/api/progress/${theirs.number}/moves`, told)).status).toBe(422);
      expect(await status(house.nobody, sent, report)).toBe(201);
    });

    it("is taken with the report of whoever signed in after sending it", async () => {
      const house = await openHouse();
      const sent = await photoOf(house.nobody);
      const gridWorker = await house.as("gridWorker");
      const { id } = await reported(gridWorker, { photos: [sent] });
      const { photos } = (await (await gridWorker.get(`/api/cases/${id}`)).json()) as CaseAnswer;
      expect(photos.map((photo) => photo.id)).toEqual([nameOf(sent)]);
    });

    it("is two photos when two send the same picture at once", async () => {
      const { nobody } = await openHouse();
      const both = await Promise.all([photoOf(nobody), photoOf(nobody)]);
      expect(new Set(both.map(nameOf)).size).toBe(2);
      for (const photo of both) await reported(nobody, { ...report, photos: [photo] });
    });

    it("and came before there were keys goes with the one report that is on its way", async () => {
      const { nobody, store } = await openHouse();
      const photo = "a".repeat(64);
      await store.photos.put({ id: photo, bytes: 1, width: 1, height: 1, uploadedBy: null, uploadedAt: 0 });
      const body = lightReport({ ...report, photos: [photo] });
      const status = async (sent: object) => (await nobody.post("/api/reports", sent)).status;
      expect([await status(body), await status(body)]).toEqual([201, 200]);
      expect(await status(lightReport({ ...report, photos: [photo] }))).toBe(422);
    });
  });

  const others: readonly (readonly [string, string])[] = [
    ["text", "not a picture"],
    ["a page", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"],
    ["nothing", ""],
    ["half a picture", "\xff\xd8\xff\xe0"],
  ];
  it.each(others)("that is %s is refused", async (_, bytes) => {
    const house = await openHouse();
    const answer = await send(await house.as("gridWorker"), bytes);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "badPhoto" });
  });

  it("of more than 40 million pixels is refused before it is decoded", async () => {
    const house = await openHouse();
    const bomb = await sharp({ create: { width: 9000, height: 5000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await send(await house.as("gridWorker"), bomb)).status).toBe(422);
  });

  it("of more than 8 MiB is refused", async () => {
    const house = await openHouse();
    const answer = await send(await house.as("gridWorker"), new Uint8Array(8 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
  });
});
