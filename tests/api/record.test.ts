import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CaseProof, RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { moved, openHouse, reported } from "../support/app.ts";

describe("the receipt of a report", () => {
  it("carries the hash under which the report stands in the record, also when it is sent again", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const { id, recordHash } = await reported(gridWorker, { id: "report-once" });
    const [entry] = await house.store.record.entriesOf("case", id);
    expect(recordHash).toBe(entry?.hash);
    await moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
    const again = await gridWorker.post("/api/reports", {
      id: "report-once",
      text: "振兴路路灯不亮",
      channel: "gridWorker",
      point: { lng: 118.83, lat: 35.58 },
    });
    expect(await again.json()).toMatchObject({ recordHash });
  });
});

describe("the proof of a case", () => {
  const { privateKey: recordKey } = generateKeyPairSync("ed25519");

  it("is given to whoever may see the case, and to its resident by the code", async () => {
    const house = await openHouse({ recordKey });
    const { id, number, trackingCode, recordHash } = await reported(await house.as("gridWorker"));
    const answer = await (await house.as("township")).get(`/api/cases/${id}/proof`);
    expect(answer.headers.get("Content-Disposition")).toContain(`huying-proof-${number}.json`);
    expect(await answer.json()).toMatchObject({
      number,
      pending: 0,
      entries: [{ seq: 1, hash: recordHash }],
    });
    const own = await house.nobody.get(`/api/progress/${number}/proof?code=${trackingCode}`);
    expect(((await own.json()) as CaseProof).entries).toHaveLength(1);
    expect((await house.nobody.get(`/api/progress/${number}/proof?code=wrong`)).status).toBe(404);
    expect((await (await house.as("otherTownship")).get(`/api/cases/${id}/proof`)).status).toBe(404);
    expect((await house.nobody.get(`/api/cases/${id}/proof`)).status).toBe(401);
  });
});

/** Every account of the small county is recorded before the first report. */
const ACCOUNTS = 10;

describe("the state of the record", () => {
  it("is shown to the centre, the leaders and the administrators", async () => {
    const { privateKey: recordKey } = generateKeyPairSync("ed25519");
    const house = await openHouse({ recordKey });
    const { id } = await reported(await house.as("gridWorker"));
    await (await house.as("township")).get(`/api/cases/${id}/proof`);
    for (const [index, who] of (["centre", "leader", "admin"] as const).entries()) {
      const found = (await (await (await house.as(who)).get("/api/record")).json()) as RecordAnswer;
      // The checkpoint holds the first two sign-ins; each of those who look has signed in since
      expect(found).toMatchObject({
        entries: ACCOUNTS + 1 + 2 + index + 1,
        checkpoints: [{ size: ACCOUNTS + 1 + 2 }],
        backups: [],
      });
      expect(found.checkpoints[0]?.short).toMatch(/^([\da-f]{4} ){7}[\da-f]{4}$/);
    }
    expect((await (await house.as("township")).get("/api/record")).status).toBe(403);
  });
});

describe("what is made now", () => {
  it("is a checkpoint, by the centre and the administrators, on paper with its code", async () => {
    const { privateKey: recordKey } = generateKeyPairSync("ed25519");
    const house = await openHouse({ recordKey });
    const centre = await house.as("centre");
    await reported(await house.as("gridWorker"));
    const made = (await (await centre.post("/api/record/checkpoint", {})).json()) as RecordAnswer;
    expect(made).toMatchObject({ checkpoints: [{ size: ACCOUNTS + 1 + 2 }], backingUp: false });
    expect((await (await house.as("leader")).post("/api/record/checkpoint", {})).status).toBe(403);
    const paper = await (await (await house.as("leader")).get("/print/record")).text();
    expect(paper).toContain(made.checkpoints[0]?.short);
    expect(paper).toContain("存证检查点");
    expect((await (await house.as("township")).get("/print/record")).status).toBe(403);
  });

  it("is no backup where the database is not in the folder of the house", async () => {
    const house = await openHouse();
    const answer = await (await house.as("admin")).post("/api/record/backup", {});
    expect(answer.status).toBe(409);
    expect(((await answer.json()) as { detail: string }).detail).toContain("不能备份");
  });
});
