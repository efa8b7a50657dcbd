import sharp from "sharp";
import type { PhotoAnswer } from "../../server/domain/reportAnswers.ts";
import type { Client } from "./app.ts";

/** The smallest picture a camera could send. */
export async function smallPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#557" } })
    .jpeg()
    .toBuffer();
  return new Uint8Array(picture);
}

/** Sends such a picture; its id. */
export async function photoOf(client: Client): Promise<string> {
  const answer = await client.request("/api/photos", {
    method: "POST",
    body: await smallPicture(),
    headers: { "Content-Type": "image/jpeg" },
  });
  return ((await answer.json()) as PhotoAnswer).id;
}
