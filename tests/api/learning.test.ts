import { describe, expect, it } from "vitest";
import type { LearningAnswer, MarksAnswer, ReasonsAnswer } from "../../server/domain/learning/answers.ts";
import { createDeviceReader } from "../../server/domain/learning/countyReader.ts";
import { mergeRows, packChange } from "../../server/domain/learning/packChange.ts";
import type { LearnedAnswer, ReaderAnswer } from "../../server/domain/readerAnswers.ts";
import { createLearner } from "../../server/learning/learner.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";
import { smallReference } from "../support/reference.ts";

const read = async <T>(client: Client, path: string): Promise<T> =>
  (await (await client.get(path)).json()) as T;

/** Filed as something else than the machine proposed. */
async function correctedCase(house: House, text: string): Promise<string> {
  const { id } = await reported(await house.as("gridWorker"), { text });
  await moved(await house.as("township"), id, { action: "file", itemCode: "010101" });
  return id;
}

const empty = packChange(new Map());
const base64Of = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("base64");

const strange = "嘎嘎鸟把苗啄光咧";

describe("what a dispatcher corrects", () => {
  it("counts at once, after a restart, and no more when it was taken back", async () => {
    const house = await openHouse({ learns: true });
    const { store, deps } = house;
    expect(deps.reader.classify(strange).candidates[0]?.code).not.toBe("010101");
    await correctedCase(house, strange);
    expect(deps.reader.classify(strange).candidates[0]?.code).toBe("010101");
    const restarted = createLearner({ store, taxonomy: smallReference.taxonomy, lexicon: [] });
    await restarted.refresh();
    expect(restarted.classify(strange)).toEqual(deps.reader.classify(strange));
    const centre = await house.as("centre");
    const [lesson] = (await read<LearningAnswer>(centre, "/api/learning")).lessons;
    expect(lesson).toMatchObject({ kind: "file", about: "item", label: { code: "010101" }, undoneAt: null });
    const undone = await centre.post(`/api/learning/lessons/${lesson?.id}/undo`, {});
    expect(undone.status).toBe(200);
    expect(deps.reader.classify(strange).candidates[0]?.code).not.toBe("010101");
    await restarted.refresh();
    expect(restarted.classify(strange)).toEqual(deps.reader.classify(strange));
    expect((await centre.post(`/api/learning/lessons/${lesson?.id}/undo`, {})).status).toBe(404);
  });

  it("is kept by the centre and the administrator; an administrator is shown no case", async () => {
    const house = await openHouse({ learns: true });
    await correctedCase(house, strange);
    expect((await (await house.as("township")).get("/api/learning")).status).toBe(403);
    const { lessons } = await read<LearningAnswer>(await house.as("admin"), "/api/learning");
    expect(lessons).toMatchObject([{ caseId: null }]);
  });
});

describe("what a phone of the staff is given", () => {
  it("lets it read as the server does, is new with every correction, and names none of its words", async () => {
    const house = await openHouse({ learns: true });
    const worker = await house.as("gridWorker");
    const before = await read<LearnedAnswer>(worker, "/api/learned");
    await correctedCase(house, strange);
    const learned = await read<LearnedAnswer>(worker, "/api/learned");
    expect(learned.change).not.toBe(before.change);
    expect(JSON.stringify(learned)).not.toContain(strange.slice(0, 2));
    const { items, version } = await read<ReaderAnswer>(house.nobody, "/api/reader");
    expect(learned).toMatchObject({ version, model: null, line: null });
    const change = Uint8Array.from(Buffer.from(learned.change, "base64"));
    const phone = createDeviceReader({ items }, { lexicon: [], change, model: null, line: null });
    for (const text of [strange, "路灯不亮", "垃圾没人收"])
      expect(phone.classify(text)).toEqual(house.deps.reader.classify(text));
  });

  it("is only what moved, where it says which state it has, and adds up to the whole byte by byte", async () => {
    const house = await openHouse({ learns: true });
    const [worker, centre] = [await house.as("gridWorker"), await house.as("centre")];
    const bytes = (learned: LearnedAnswer) => new Uint8Array(Buffer.from(learned.change, "base64"));
    const since = (tag: string) => read<LearnedAnswer>(worker, `/api/learned?since=${tag}`);
    await correctedCase(house, strange);
    await correctedCase(house, "老井冒黑水臭得很");
    const first = await read<LearnedAnswer>(worker, "/api/learned");
    await correctedCase(house, "老羊圈味儿冲鼻子");
    const added = await since(first.tag);
    expect(added).toMatchObject({ since: first.tag, lexicon: null });
    const [lesson] = (await read<LearningAnswer>(centre, "/api/learning")).lessons.toReversed();
    await centre.post(`/api/learning/lessons/${lesson?.id}/undo`, {});
    const undone = await since(added.tag);
    const whole = await read<LearnedAnswer>(worker, "/api/learned");
    expect(whole).toMatchObject({ since: null, tag: undone.tag });
    const stepped = mergeRows(mergeRows(bytes(first), bytes(added)) ?? new Uint8Array(), bytes(undone));
    expect(stepped).toEqual(bytes(whole));
    expect(mergeRows(bytes(first), bytes(await since(first.tag)))).toEqual(bytes(whole));
    expect(await since(whole.tag)).toMatchObject({ change: base64Of(mergeRows(empty, empty)) });
    expect(await since("unknown")).toMatchObject({ since: null, change: whole.change });
    expect((await worker.get(`/api/learned?since=${"x".repeat(65)}`)).status).toBe(422);
  });

  it("is for staff alone, and holds no model while none is in use", async () => {
    const house = await openHouse({ learns: true });
    expect((await house.nobody.get("/api/learned")).status).toBe(401);
    expect((await house.nobody.get("/api/learned/models/1")).status).toBe(401);
    expect((await (await house.as("gridWorker")).get("/api/learned/models/1")).status).toBe(404);
  });
});

describe("the marks page", () => {
  it("is open to every role and counts confirmed cases only", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    await reported(await house.as("gridWorker"));
    await moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
    for (const staff of ["gridWorker", "township", "lights", "centre", "leader", "admin"] as const)
      expect(await read<MarksAnswer>(await house.as(staff), "/api/marks")).toMatchObject({
        rows: 1,
        accuracy: 1,
      });
    expect((await house.nobody.get("/api/marks")).status).toBe(401);
  });
});

describe("the reasons for one case", () => {
  it("name words, the duty list, cases told alike and the unit's rule", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const first = await reported(await house.as("gridWorker"));
    await moved(township, first.id, { action: "file", itemCode: "020101" });
    const second = await reported(await house.as("gridWorker"));
    const found = await read<ReasonsAnswer>(township, `/api/cases/${second.id}/reasons`);
    expect(found.items[0]).toMatchObject({ item: { code: "020101" }, for: ["路灯"] });
    expect(found.items[0]?.duty).toContain("路灯所");
    expect(found.alike).toMatchObject([{ number: first.number, likeness: 1, item: { code: "020101" } }]);
    expect(found.unit?.why[0]).toContain("目录规则 020101");
    expect(found.rules[0]).toContain("020101-1");
    const water = await house.as("water");
    expect((await water.get(`/api/cases/${second.id}/reasons`)).status).toBe(404);
  });
});

describe("training", () => {
  it("says that too few cases are confirmed, and goes on with what is in use", async () => {
    const house = await openHouse({ learns: true });
    await correctedCase(house, strange);
    const centre = await house.as("centre");
    expect((await centre.post("/api/learning/train", {})).status).toBe(200);
    await house.deps.renewals.settled();
    const { training, modelInUse } = await read<LearningAnswer>(centre, "/api/learning");
    expect(training).toEqual({ kind: "tooFew", rows: 1, needed: 100 });
    expect(modelInUse).toBe(0);
    expect((await centre.post("/api/learning/use", { version: 7 })).status).toBe(404);
  });
});

describe("automatic dispatch", () => {
  it("is off until it is switched on, and cannot be where no line keeps the promise", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    expect((await read<LearningAnswer>(centre, "/api/learning")).automation).toBeNull();
    const wish = { on: true, precision: 0.95, suggestPrecision: 0.8 };
    const refused = await centre.post("/api/learning/automation", wish);
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { detail: string }).detail).toContain("请降低要求");
  });

  it("files and dispatches what it is sure of, once switched on after its effect was seen", async () => {
    const house = await openHouse({ learns: true });
    const worker = await house.as("gridWorker");
    const township = await house.as("township");
    for (let turn = 0; turn < 10; turn++) {
      const { id } = await reported(worker);
      await moved(township, id, { action: "file", itemCode: "020101" });
      await moved(township, id, { action: "dispatch", unit: "LD" });
    }
    const before = await reported(worker);
    expect(before.state).toBe("reported");
    const centre = await house.as("centre");
    const effect = await centre.get("/api/learning/automation?precision=0.95&suggestPrecision=0.8");
    expect(await effect.json()).toMatchObject({
      drawnOn: 7,
      triedOn: 3,
      automatic: 3,
      automaticRight: 3,
      desk: 0,
    });
    const wish = { on: true, precision: 0.95, suggestPrecision: 0.8 };
    expect((await centre.post("/api/learning/automation", wish)).status).toBe(200);
    const { id } = await reported(worker);
    const found = await read<{ state: string; history: { action: string; actor: { role: string } }[] }>(
      township,
      `/api/cases/${id}`,
    );
    expect(found.state).toBe("dispatched");
    expect(found.history.map(({ action, actor }) => [action, actor.role])).toEqual([
      ["report", "gridWorker"],
      ["file", "system"],
      ["dispatch", "system"],
    ]);
    expect((await centre.post("/api/learning/automation", { ...wish, on: false })).status).toBe(200);
    expect((await reported(worker)).state).toBe("reported");
  });

  it("is tried with the rulings that were known when each case came in", async () => {
    const house = await openHouse({ learns: true });
    const [worker, township, centre] = [
      await house.as("gridWorker"),
      await house.as("township"),
      await house.as("centre"),
    ];
    const { id } = await reported(worker);
    const notOurs = { returnReason: "notOurDuty", basisItem: "020101", note: "不归我们管" };
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    await moved(await house.as("lights"), id, { action: "return", ...notOurs });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    await moved(await house.as("lights"), id, { action: "dispute", ...notOurs, suggestedUnit: "SW" });
    await moved(centre, id, { action: "rule", unit: "SW", basisItem: "020101", note: "归水务" });
    house.clock.advance(60_000);
    for (let turn = 0; turn < 10; turn++) {
      const next = await reported(worker);
      await moved(township, next.id, { action: "file", itemCode: "020101" });
      await moved(township, next.id, { action: "dispatch", unit: "SW" });
    }
    const effect = await centre.get("/api/learning/automation?precision=0.8&suggestPrecision=0.8");
    expect(await effect.json()).toMatchObject({ drawnOn: 7, triedOn: 4, automatic: 4, automaticRight: 4 });
  });
});
