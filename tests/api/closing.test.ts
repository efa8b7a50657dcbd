import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { namedPhoto } from "../../server/domain/photoRights.ts";
import type { ClosingAnswer, ReplyAnswer } from "../../server/domain/closing/answers.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

/** A picture with something in it, another for each seed. */
async function picture(seed: number): Promise<Buffer> {
  const spots = Array.from({ length: 6 }, (_, at) => {
    const place = (factor: number) => (seed * 131 + at * factor) % 300;
    return `<rect x="${place(71)}" y="${place(97)}" width="90" height="70" fill="hsl(${place(53)},60%,${(place(37) % 80) + 10}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#789"/>${spots.join("")}</svg>`;
  return await sharp(Buffer.from(svg)).jpeg().toBuffer();
}

async function sent(client: Client, seed: number, query = ""): Promise<string> {
  const answer = await client.request(`/api/photos${query}`, {
    method: "POST",
    body: new Uint8Array(await picture(seed)),
    headers: { "Content-Type": "image/jpeg" },
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function accepted(house: House): Promise<string> {
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  await moved(await house.as("lights"), id, { action: "accept" });
  return id;
}

async function closing(client: Client, id: string): Promise<ClosingAnswer> {
  return (await (await client.get(`/api/cases/${id}/closing`)).json()) as ClosingAnswer;
}

const done = { action: "handle", result: "已更换振兴路路灯灯泡，晚上恢复照明" };

describe("a closing photo", () => {
  it("that was taken on the spot, after the report and for the first time has no mark", async () => {
    const house = await openHouse();
    const lights = await house.as("lights");
    const id = await accepted(house);
    const at = house.clock.now();
    const photo = await sent(lights, 1, `?takenAt=${at}&lng=118.8301&lat=35.5801`);
    await moved(lights, id, { ...done, photosAfter: [photo] });
    const { photos, reply } = await closing(await house.as("gridWorker"), id);
    expect(photos).toEqual([{ id: photo, stage: "after", marks: [] }]);
    expect(reply).toEqual({ text: done.result, hints: [] });
  });

  it("is marked for its place, its time and its second use, and is taken all the same", async () => {
    const house = await openHouse();
    const lights = await house.as("lights");
    const [first, second] = [await accepted(house), await accepted(house)];
    const old = house.clock.now() - 86_400_000;
    const photo = await sent(lights, 2, `?takenAt=${old}&lng=118.85&lat=35.58`);
    await moved(lights, first, { ...done, photosAfter: [photo] });
    await moved(lights, second, { ...done, photosAfter: [photo] });
    const { photos, reply } = await closing(await house.as("gridWorker"), second);
    expect(photos[0]?.marks).toMatchObject([
      { kind: "far", metres: expect.closeTo(1812, -2) },
      { kind: "early", at: old },
      { kind: "reused", caseId: first, sameCase: false },
    ]);
    expect(reply?.hints).toMatchObject([{ kind: "template" }]);
  });

  it("keeps neither time nor place when a resident sends it", async () => {
    const house = await openHouse();
    const photo = await sent(house.nobody, 3, "?takenAt=1773104400000&lng=118.83&lat=35.58");
    expect(await house.store.photos.byId(namedPhoto(photo).id)).toMatchObject({
      takenAt: null,
      lng: null,
      lat: null,
    });
    const strange = await house.nobody.request("/api/photos?lng=east", { method: "POST", body: "x" });
    expect(strange.status).toBe(422);
  });
});

describe("an answer that is being written", () => {
  it("is looked at before it is sent, for those who may see the case", async () => {
    const house = await openHouse();
    const id = await accepted(house);
    const asked = { result: "已转办，按程序办理" };
    const answer = await (await house.as("lights")).post(`/api/cases/${id}/reply`, asked);
    const { hints } = (await answer.json()) as ReplyAnswer;
    expect(hints.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["short", "besides", "internal"]));
    expect((await (await house.as("water")).post(`/api/cases/${id}/reply`, asked)).status).toBe(404);
    expect((await (await house.as("water")).get(`/api/cases/${id}/closing`)).status).toBe(404);
  });
});

describe("a follow-up 回访", () => {
  it("says whether it is solved, or why nobody was reached; an untrue result may be put right", async () => {
    const house = await openHouse();
    const [township, lights, centre] = [
      await house.as("township"),
      await house.as("lights"),
      await house.as("centre"),
    ];
    const id = await accepted(house);
    await moved(lights, id, { ...done, photosAfter: [await sent(lights, 4)] });
    await moved(await house.as("gridWorker"), id, { action: "check" });
    const { version } = await moved(township, id, { action: "close" });
    const asked = async (rest: object) =>
      await township.post(`/api/cases/${id}/moves`, { action: "followUp", version, ...rest });
    expect(await (await asked({ reached: true })).json()).toMatchObject({ code: "missing", field: "solved" });
    expect(await (await asked({ reached: false })).json()).toMatchObject({ field: "unreached" });
    const answer = await asked({ reached: true, solved: true, truthful: false, score: 3 });
    expect(await answer.json()).toMatchObject({
      state: "followedUp",
      followUp: { reached: true, solved: true, truthful: false },
    });
    expect((await closing(township, id)).scales).toEqual([{ name: "三级", level: "中" }]);
    expect(await moved(centre, id, { action: "rectify" })).toMatchObject({ state: "accepted" });
  });
});
