import { describe, expect, it } from "vitest";
import type { BondsAnswer, DuplicatesAnswer, NearAnswer } from "../../server/domain/linking/answers.ts";
import type { ProgressAnswer, ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

/** Two people report the same lamp; the first report is already with the street-light office. */
async function twice(house: House) {
  const [township, gridWorker] = [await house.as("township"), await house.as("gridWorker")];
  const first = await reported(gridWorker);
  await moved(township, first.id, { action: "file", itemCode: "020101" });
  await moved(township, first.id, { action: "dispatch", unit: "LD" });
  const second = await reported(house.nobody, {
    channel: "public",
    text: "振兴路的路灯又不亮了",
    reporter: { name: "李四", phone: "13800005678" },
  });
  return { township, gridWorker, first, second };
}

async function json<T>(client: Client, path: string): Promise<T> {
  return (await (await client.get(path)).json()) as T;
}

async function finished(house: House, id: string): Promise<void> {
  await moved(await house.as("lights"), id, { action: "accept" });
  await closedAgain(house, id);
}

async function closedAgain(house: House, id: string): Promise<void> {
  const photo = "a".repeat(64);
  await house.store.photos.put({ id: photo, bytes: 1, width: 1, height: 1, uploadedBy: null, uploadedAt: 0 });
  await moved(await house.as("lights"), id, { action: "handle", result: "换了灯泡", photosAfter: [photo] });
  await moved(await house.as("gridWorker"), id, { action: "check" });
  await moved(await house.as("township"), id, { action: "close" });
}

describe("two reports of one matter", () => {
  it("stand together on the desk's list until a person merges them", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    const list = await json<DuplicatesAnswer>(township, "/api/duplicates");
    expect(list.groups).toMatchObject([
      { lead: { id: first.id }, others: [{ id: second.id, metres: 0, sameItem: true }] },
    ]);
    await moved(township, second.id, { action: "merge", into: first.number });
    expect((await json<DuplicatesAnswer>(township, "/api/duplicates")).groups).toEqual([]);
    expect(await json<BondsAnswer>(township, `/api/cases/${first.id}/bonds`)).toMatchObject({
      followers: [{ id: second.id, state: "merged" }],
      voices: 2,
    });
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("are not proposed again once somebody has said that they are two", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    await moved(township, second.id, { action: "keepApart", into: first.number });
    expect((await json<DuplicatesAnswer>(township, "/api/duplicates")).groups).toEqual([]);
    expect((await json<BondsAnswer>(township, `/api/cases/${first.id}/bonds`)).suspects).toEqual([]);
  });

  it("leave each reporter their own receipt, which tells the lead's result and no word of the other", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    await moved(township, second.id, { action: "merge", into: first.number });
    const page = `/api/progress/${second.number}?code=${second.trackingCode}`;
    expect(await json<ProgressAnswer>(house.nobody, page)).toMatchObject({
      number: second.number,
      text: "振兴路的路灯又不亮了",
      step: "sent",
      unit: "路灯所",
      promisedBy: expect.any(Number),
    });
    await finished(house, first.id);
    const done = await json<ProgressAnswer>(house.nobody, page);
    expect(done).toMatchObject({ step: "done", mayRate: true, mayReopen: true });
    expect(done.entries.map((entry) => entry.words)).toContain("换了灯泡");
    expect(JSON.stringify(done)).not.toContain("振兴路路灯不亮");
  });

  it("come back together when the second reporter says that it is not solved", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    await moved(township, second.id, { action: "merge", into: first.number });
    await finished(house, first.id);
    const said = { code: second.trackingCode, action: "reopen", note: "还是不亮" };
    const answer = await house.nobody.post(`/api/progress/${second.number}/moves`, said);
    expect(await answer.json()).toMatchObject({ step: "working", mayReopen: false });
    expect(await json(township, `/api/cases/${first.id}`)).toMatchObject({ state: "accepted" });
    expect(await json(township, `/api/cases/${second.id}`)).toMatchObject({ state: "merged" });
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("come back once, however often and late the same word arrives", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    await moved(township, second.id, { action: "merge", into: first.number });
    await finished(house, first.id);
    const said = { code: second.trackingCode, action: "reopen", note: "还是不亮", commandId: "said-once" };
    const say = async () => (await house.nobody.post(`/api/progress/${second.number}/moves`, said)).status;
    expect(await say()).toBe(200);
    await closedAgain(house, first.id);
    expect(await say()).toBe(200);
    expect(await json(township, `/api/cases/${first.id}`)).toMatchObject({ state: "closed" });
  });

  it("are taken apart again with everything as it was", async () => {
    const house = await openHouse();
    const { township, first, second } = await twice(house);
    const before = await json<{ dueAt: number }>(township, `/api/cases/${second.id}`);
    await moved(township, second.id, { action: "merge", into: first.number });
    const after = await moved(township, second.id, { action: "unmerge", note: "不是一处" });
    expect(after).toMatchObject({ state: "reported", holder: { code: "371122001" }, dueAt: before.dueAt });
    expect(await json<BondsAnswer>(township, `/api/cases/${first.id}/bonds`)).toMatchObject({
      followers: [],
      voices: 1,
    });
  });
});

describe("what is under way near a report that is being written", () => {
  const asked = { text: "路灯不亮了", point: { lng: 118.83, lat: 35.5801 } };
  const near = async (client: Client): Promise<NearAnswer> =>
    (await (await client.post("/api/near", asked)).json()) as NearAnswer;

  it("is told to a resident without number and words, and to the desk with them", async () => {
    const house = await openHouse();
    const { township, first } = await twice(house);
    const rows = (await near(house.nobody)).rows;
    expect(rows[0]).toMatchObject({ item: { name: "路灯不亮" }, metres: 11, number: null, text: null });
    const known = (await near(township)).rows.find((row) => row.id === first.id);
    expect(known).toMatchObject({ number: first.number, text: "振兴路路灯不亮", step: "working" });
  });

  it("never speaks of a confidential case to who may not see it", async () => {
    const house = await openHouse();
    await reported(house.nobody, {
      channel: "public",
      reporter: { phone: "13800005678", confidential: true },
    });
    expect((await near(house.nobody)).rows).toEqual([]);
    expect((await near(await house.as("township"))).rows).toHaveLength(1);
  });

  it("is joined at once by the staff who say so; what a resident says stands first on the desk's list", async () => {
    const house = await openHouse();
    const { township, gridWorker, first } = await twice(house);
    const joined: ReportAnswer = await reported(gridWorker, { sameAs: first.id });
    expect(joined.state).toBe("merged");
    const said = await reported(house.nobody, {
      channel: "public",
      text: "灯杆歪了要倒",
      point: { lng: 118.84, lat: 35.59 },
      sameAs: first.id,
    });
    expect(said.state).toBe("reported");
    const { suspects } = await json<BondsAnswer>(township, `/api/cases/${said.id}/bonds`);
    expect(suspects[0]).toMatchObject({ id: first.id, said: true });
  });

  it("may be over by the time the report arrives: then it stands for itself", async () => {
    const house = await openHouse();
    const { gridWorker, first } = await twice(house);
    await finished(house, first.id);
    expect((await reported(gridWorker, { sameAs: first.id })).state).toBe("reported");
    expect((await reported(gridWorker, { sameAs: "nobody-knows-it" })).state).toBe("reported");
  });
});
