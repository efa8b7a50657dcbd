/** A small county in which a little of everything happened, on any store: what tampering is tried on. */
import sharp from "sharp";
import type { Store } from "../../db/store.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { writeBriefs } from "../../server/emergencies.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { makeCheckpoint } from "../../server/record/checkpoint.ts";
import { generateKeyPairSync } from "node:crypto";
import { cells, type Client, type House, moved, openHouse, reported } from "./app.ts";
import { at } from "./calendar.ts";

/** Fills the store. @returns the id of a case that was handled, closed and rated. */
export async function playScene(store: Store): Promise<string> {
  await store.record.adoptRows();
  await publishBoth(store);
  const house = await openHouse({ store });
  const [gridWorker, township, lights, centre] = [
    await house.as("gridWorker"),
    await house.as("township"),
    await house.as("lights"),
    await house.as("centre"),
  ];
  const { id, number, trackingCode } = await reported(gridWorker, {
    reporter: { name: "李四", phone: "13800005678" },
    photos: [await photoOf(gridWorker, "#777")],
  });
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  await township.post(`/api/cases/${id}/reveal`, { reason: "电话回访" });
  house.clock.advance(2 * HOUR);
  await moved(lights, id, { action: "accept" });
  await moved(lights, id, {
    action: "handle",
    result: "换了灯泡",
    photosAfter: [await photoOf(lights, "#aaa")],
  });
  await moved(gridWorker, id, { action: "check" });
  await moved(township, id, { action: "close" });
  await house.nobody.post(`/api/progress/${number}/moves`, { code: trackingCode, action: "rate", score: 5 });
  const second = await sentBack(house, [gridWorker, township, lights]);
  await callAndObject(house, second);
  await centre.post("/api/emergencies", { area: ["371122102"], reason: "暴雨红色预警" });
  house.clock.advance(31 * MINUTE);
  await writeBriefs(house.deps);
  house.clock.advance(24 * HOUR);
  await sweep(house.deps);
  await store.evaluation.makeSums();
  while ((await store.evaluation.catchUp(100)) > 0);
  const told = { note: "起用", by: "admin-1", at: house.clock.now(), validFrom: "2026-04-01" };
  await store.county.publish("supervision", { ...told, body: {}, restores: null });
  const { privateKey: key } = generateKeyPairSync("ed25519");
  const made = await makeCheckpoint({ store, config: { recordHash: "sha256" }, key, now: house.clock.now() });
  if (made === null || "kind" in made) throw new Error("The scene has no checkpoint.");
  await store.record.addCheckpoint(made);
  return id;
}

/** A grid of three cells, and a catalogue with nothing in it. */
async function publishBoth(store: Store): Promise<void> {
  const told = { note: "起用", by: "admin-1", at: at("2026-01-01 09:00"), validFrom: "2026-01-01" };
  const changes = { kept: [], begun: cells, ended: [], source: "cells.json" };
  await store.grid.publish({ layer: "governance", ...told, ...changes }, null);
  await store.catalogues.publish({ ...told, body: { rules: [] } as never, restores: null });
}

async function sentBack(
  house: House,
  [gridWorker, township, lights]: readonly [Client, Client, Client],
): Promise<string> {
  const { id } = await reported(gridWorker);
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  await moved(lights, id, {
    action: "return",
    returnReason: "notOurDuty",
    basisItem: "020101",
    note: "不归我管",
  });
  house.clock.advance(HOUR);
  return id;
}

async function callAndObject(house: House, returned: string): Promise<void> {
  await house.store.people.setPosts("town-1", ["deputy"]);
  const township = await house.as("township");
  const launch = { id: "launch-1", level: "daily", itemCode: "020101", lead: "LD", assist: ["SW"] };
  const launched = await township.post("/api/calls", { ...launch, text: "灯杆倒在水渠边，需要现场会商" });
  const call = (await launched.json()) as { readonly id: string };
  const lights = await house.as("lights");
  const signed = await lights.post(`/api/calls/${call.id}/moves`, { action: "sign", version: 1 });
  if (signed.status !== 200) throw new Error(await signed.text());
  while ((await house.store.evaluation.catchUp(100)) > 0);
  const objected = await lights.post("/api/evaluation/objections", {
    indicator: "returned",
    by: "unit",
    from: "2026-03-01",
    to: "2026-03-31",
    reason: "派错了",
    cases: [returned],
  });
  if (objected.status !== 201) throw new Error(await objected.text());
}

async function photoOf(client: Client, background: string): Promise<string> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const answer = await client.request("/api/photos", {
    method: "POST",
    body: new Uint8Array(picture),
    headers: { "Content-Type": "image/jpeg" },
  });
  return ((await answer.json()) as { id: string }).id;
}
