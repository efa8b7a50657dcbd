import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { EmergenciesAnswer } from "../../server/domain/emergency/answers.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { writeBriefs } from "../../server/emergencies.ts";
import { type Client, moved, openHouse, reported } from "../support/app.ts";
import { township } from "../support/story.ts";

const storm = { area: [township], reason: "暴雨红色预警" };

async function rowsOf(client: Client): Promise<EmergenciesAnswer["rows"]> {
  return ((await (await client.get("/api/emergencies")).json()) as EmergenciesAnswer).rows;
}

describe("switching an area to emergency", () => {
  it("freezes what is not urgent there, with the reason at the button, until it is ended", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const [desk, centre] = [await house.as("township"), await house.as("centre")];
    expect((await centre.post("/api/emergencies", storm)).status).toBe(201);
    const filed = await moved(desk, id, { action: "file", itemCode: "020101" });
    expect(filed.emergency).toMatchObject({ reason: storm.reason });
    expect(filed.moves.map(({ action }) => action)).not.toContain("dispatch");
    expect(filed.blocked).toContainEqual(
      expect.objectContaining({ action: "dispatch", rule: expect.objectContaining({ id: "notFrozen" }) }),
    );
    const send = { action: "dispatch", version: filed.version, unit: "LD" };
    const refused = await desk.post(`/api/cases/${id}/moves`, send);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ rule: { id: "notFrozen", source: { kind: "law" } } });

    const [row] = await rowsOf(centre);
    const ended = await centre.post(`/api/emergencies/${row?.id}/end`, { reason: "预警解除" });
    expect(ended.status).toBe(200);
    const after = (await (await desk.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(after.emergency).toBeNull();
    expect((await desk.post(`/api/cases/${id}/moves`, send)).status).toBe(200);
  });

  it("is logged from beginning to end, with briefs at their computed instants", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    const centre = await house.as("centre");
    await centre.post("/api/emergencies", storm);
    house.clock.advance(31 * MINUTE);
    expect(await writeBriefs(house.deps)).toBe(1);
    expect(await writeBriefs(house.deps)).toBe(0);
    house.clock.advance(2 * HOUR);
    expect(await writeBriefs(house.deps)).toBe(1);
    const [row] = await rowsOf(centre);
    await centre.post(`/api/emergencies/${row?.id}/end`, { reason: "预警解除" });
    const [over] = await rowsOf(centre);
    const since = (instant: number) => (instant - (over?.startedAt ?? 0)) / MINUTE;
    expect(over?.log.map(({ kind, at, facts }) => [kind, since(at), facts.open, facts.missed])).toEqual([
      ["end", 151, 1, 0],
      ["brief", 150, 1, 3],
      ["brief", 30, 1, 0],
      ["begin", 0, 1, 0],
    ]);
    expect(over).toMatchObject({ endWords: "预警解除", endedBy: "王centre" });
  });

  it.each([
    ["township", storm, 403, "notAllowed"],
    ["leader", storm, 403, "notAllowed"],
    ["centre", { ...storm, area: ["999"] }, 422, "badValue"],
    ["centre", { ...storm, reason: " " }, 422, "badValue"],
    ["centre", { reason: "暴雨" }, 422, "missing"],
  ] as const)("is refused to %s for %o", async (person, sent, status, code) => {
    const house = await openHouse();
    const answer = await (await house.as(person)).post("/api/emergencies", sent);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it("is refused where the area is in emergency already, and ended once", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    await admin.post("/api/emergencies", storm);
    expect((await admin.post("/api/emergencies", { ...storm, area: [] })).status).toBe(409);
    const [row] = await rowsOf(admin);
    expect((await admin.post(`/api/emergencies/${row?.id}/end`, { reason: "解除" })).status).toBe(200);
    expect((await admin.post(`/api/emergencies/${row?.id}/end`, { reason: "解除" })).status).toBe(404);
  });

  it("happens once when two switch in the same moment, and says what is in the way", async () => {
    const house = await openHouse();
    const [centre, admin] = [await house.as("centre"), await house.as("admin")];
    const answers = await Promise.all([
      centre.post("/api/emergencies", storm),
      admin.post("/api/emergencies", { ...storm, area: [] }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const late = answers.find(({ status }) => status === 409);
    expect(await late?.json()).toMatchObject({
      detail: expect.stringContaining(storm.reason),
      rule: { id: "emergencyOverlaps" },
    });
    expect(await rowsOf(centre)).toHaveLength(1);
    const none = await centre.post("/api/emergencies/none/end", { reason: "解除" });
    expect(await none.json()).toMatchObject({ detail: expect.stringContaining("应急状态") });
  });

  it("is seen by those it concerns", async () => {
    const house = await openHouse();
    await (await house.as("centre")).post("/api/emergencies", { ...storm, area: ["371122102"] });
    expect(await rowsOf(await house.as("township"))).toEqual([]);
    expect(await rowsOf(await house.as("lights"))).toHaveLength(1);
    expect((await house.nobody.get("/api/emergencies")).status).toBe(401);
  });
});
