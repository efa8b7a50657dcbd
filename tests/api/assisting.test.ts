import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { InboxAnswer } from "../../server/domain/inboxAnswers.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { ColleaguesAnswer } from "../../server/domain/peopleAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

/** A case that the water bureau leads and the lighting office assists with. */
async function shared(house: House): Promise<string> {
  const [grid, desk] = [await house.as("gridWorker"), await house.as("township")];
  const { id } = await reported(grid, { onBehalf: true, reporter: { name: "王建国", phone: "13812345678" } });
  await moved(desk, id, { action: "file", itemCode: "010101" });
  await moved(desk, id, { action: "dispatch", unit: "SW", assistUnits: ["LD"], note: "泵站请配合供电" });
  return id;
}

const show = async (client: Client, id: string) =>
  (await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer;
const todo = async (client: Client, query = "tab=todo") =>
  ((await (await client.get(`/api/cases?${query}`)).json()) as CaseListAnswer).rows.map(({ id }) => id);

describe("a case shared between units", () => {
  it("stands in the inbox and the worklist of both until each has done its part", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const [water, lights] = [await house.as("water"), await house.as("lights")];
    for (const client of [water, lights]) {
      const inbox = (await (await client.get("/api/inbox")).json()) as InboxAnswer;
      expect(inbox.rows.map(({ caseId, kind }) => [caseId, kind])).toContainEqual([id, "dispatch"]);
      expect(await todo(client)).toEqual([id]);
    }
    await moved(lights, id, { action: "signAssist" });
    await moved(lights, id, { action: "finishAssist", result: "已供电" });
    expect(await todo(lights)).toEqual([]);
    expect(await todo(lights, "tab=all")).toEqual([id]);
    expect(await todo(water)).toEqual([id]);
  });

  it("shows the assistant its part, without the reporter and what others wrote", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const [water, lights] = [await house.as("water"), await house.as("lights")];
    await moved(water, id, { action: "comment", note: "主办的内部备注" });
    const seen = await show(lights, id);
    expect(seen.reporter).toEqual({ name: null, phone: null, hidden: true, mayReveal: false });
    expect(seen.clocks.map(({ kind, unit }) => [kind, unit?.code])).toEqual(
      expect.arrayContaining([
        ["assistSign", "LD"],
        ["assist", "LD"],
        ["handle", "SW"],
      ]),
    );
    expect(seen.clocks).toHaveLength(3);
    expect(JSON.stringify(seen.history)).not.toContain("主办的内部备注");
    expect(JSON.stringify(seen.history)).toContain("泵站请配合供电");
    expect(seen.assignments.map(({ unit, part }) => [unit.code, part])).toEqual([
      ["SW", "lead"],
      ["LD", "assist"],
    ]);
    expect((await lights.post(`/api/cases/${id}/reveal`, { reason: "想打电话" })).status).toBe(403);
    expect((await show(water, id)).reporter).toMatchObject({ phone: "138****5678" });
  });

  it("is out of the assistant's sight once it declined", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const lights = await house.as("lights");
    const { version } = await show(lights, id);
    const answer = await lights.post(`/api/cases/${id}/moves`, {
      action: "declineAssist",
      version,
      returnReason: "notOurDuty",
      basisItem: "010101",
      note: "泵站不归我管",
    });
    expect(answer.status).toBe(200);
    expect((await lights.get(`/api/cases/${id}`)).status).toBe(404);
  });

  it("is not handed in while an assistant still owes its part, and says what the lead may do", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const water = await house.as("water");
    const { version } = await moved(water, id, { action: "accept" });
    const answer = await water.post(`/api/cases/${id}/moves`, {
      action: "handle",
      version,
      result: "已疏通",
    });
    expect(answer.status).toBe(409);
    expect(((await answer.json()) as ProblemAnswer).detail).toContain("不再等待协办");
  });
});

describe("the form of a dispatch", () => {
  it("begins with the units that the catalogue names to assist, as far as they may be called", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const desk = await house.as("township");
    const filed = await moved(desk, id, { action: "file", itemCode: "020201" });
    const offer = filed.moves.find(({ action }) => action === "dispatch");
    expect(offer?.defaults).toMatchObject({ unit: "SW", assistUnits: ["LD", "371122001"] });
    expect(filed.responsible?.rule).toMatchObject({ code: "020201" });
    const sent = await moved(desk, id, { action: "dispatch", ...offer?.defaults });
    expect(sent.assignments.map(({ unit, part }) => [unit.code, part])).toEqual([
      ["SW", "lead"],
      ["LD", "assist"],
      ["371122001", "assist"],
    ]);
  });

  it("names nobody where the catalogue names nobody", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const filed = await moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
    expect(filed.moves.find(({ action }) => action === "dispatch")?.defaults).toEqual({ unit: "LD" });
  });
});

describe("a hand-over inside a unit 内部交办", () => {
  it("goes to a colleague, who finds it among their own", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const centre = await house.as("centre");
    const colleagues = (await (await centre.get("/api/colleagues")).json()) as ColleaguesAnswer;
    expect(colleagues.rows.map((row) => row.id).sort()).toEqual(["centre-1", "centre-2"]);
    const water = await house.as("water");
    const found = await moved(water, id, { action: "handOver", handler: "water-1" });
    expect(found.assignments[0]).toMatchObject({ part: "lead", handler: "王water" });
    expect(await todo(water, "tab=open&own=1")).toEqual([id]);
    expect(await todo(centre, "tab=open&own=1")).toEqual([]);
  });

  it("is refused to somebody of another unit, whatever the case", async () => {
    const house = await openHouse();
    const id = await shared(house);
    const water = await house.as("water");
    const { version } = await show(water, id);
    const answer = await water.post(`/api/cases/${id}/moves`, {
      action: "handOver",
      version,
      handler: "lights-1",
    });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as ProblemAnswer).detail).toContain("本单位");
  });
});
