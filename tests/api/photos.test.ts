import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { PhotoAnswer } from "../../server/domain/reportAnswers.ts";
import { type Client, openHouse, reported } from "../support/app.ts";

async function picture(width = 40, height = 30): Promise<Uint8Array> {
  const exif = { IFD0: { Copyright: "canary-device" }, IFD3: { GPSLatitude: "35/1 34/1 0/1" } };
  return await sharp({ create: { width, height, channels: 3, background: "#a33" } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
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
