import { describe, expect, it } from "vitest";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { lightReport, moved, openHouse, reported } from "../support/app.ts";

describe("a dead streetlight, reported to rated over the API", () => {
  it("passes through the hands of every role", async () => {
    const house = await openHouse();
    const [gridWorker, township, lights, nobody] = [
      await house.as("gridWorker"),
      await house.as("township"),
      await house.as("lights"),
      house.nobody,
    ];
    const { id, number, trackingCode } = await reported(gridWorker, {
      reporter: { name: "李四", phone: "13800005678" },
    });
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    await moved(lights, id, { action: "accept" });
    await house.store.photos.put({
      id: "a".repeat(64),
      bytes: 1,
      width: 1,
      height: 1,
      uploadedBy: "lights-1",
      uploadedAt: 0,
    });
    await moved(lights, id, { action: "handle", result: "换了灯泡", photosAfter: ["a".repeat(64)] });
    await moved(gridWorker, id, { action: "check" });
    const closed = await moved(township, id, { action: "close" });
    expect(closed.state).toBe("closed");
    const rated = await nobody.post(`/api/progress/${number}/moves`, {
      code: trackingCode,
      action: "rate",
      score: 5,
    });
    expect(await rated.json()).toMatchObject({ step: "done", rating: 5, mayRate: false, mayReopen: true });
    const reopen = { code: trackingCode, action: "reopen", note: "又不亮了" };
    const reopened = await nobody.post(`/api/progress/${number}/moves`, reopen);
    expect(await reopened.json()).toMatchObject({ step: "working", mayReopen: false });
    expect((await nobody.post(`/api/progress/${number}/moves`, reopen)).status).toBe(409);
  });
});

describe("a report", () => {
  it("is answered with number, item, cell, unit and deadlines", async () => {
    const house = await openHouse();
    const answer = await (await house.as("gridWorker")).post("/api/reports", lightReport());
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      number: "20260310-00001",
      item: { code: "020101", name: "路灯不亮", probability: 0.9, words: ["路灯"] },
      cell: { code: "371122001001001" },
      holder: { code: "371122001", name: "城阳街道" },
      responsible: { unit: { code: "LD", name: "路灯所" } },
      deadlines: { file: expect.any(Number), accept: expect.any(Number), handle: expect.any(Number) },
    });
  });

  it("sent again later is answered with the first case, word for word", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const report = lightReport();
    const first = await gridWorker.post("/api/reports", report);
    house.clock.advance(3_600_000);
    const second = await gridWorker.post("/api/reports", report);
    expect(second.status).toBe(200);
    expect(await second.text()).toBe(await first.text());
    expect((await house.store.cases.counts({ kind: "all" }, {}, house.clock.now())).total).toBe(1);
  });

  it("with another text under the same id is refused", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const report = lightReport();
    await gridWorker.post("/api/reports", report);
    const second = await gridWorker.post("/api/reports", { ...report, text: "振兴路井盖丢失" });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: "duplicate", field: "id" });
  });

  it("by somebody whose session ran out is kept by the phone: they are asked to sign in", async () => {
    const house = await openHouse();
    expect((await house.nobody.post("/api/reports", lightReport())).status).toBe(401);
  });

  it("under another person's id is refused and tells nothing of theirs", async () => {
    const house = await openHouse();
    const report = lightReport();
    await (await house.as("gridWorker")).post("/api/reports", report);
    const second = await house.nobody.post("/api/reports", { ...report, channel: "public" });
    expect(second.status).toBe(409);
    expect(Object.keys((await second.json()) as ReportAnswer)).not.toContain("trackingCode");
  });
});
