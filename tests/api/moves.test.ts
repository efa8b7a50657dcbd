import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { type Client, moved, openHouse, reported } from "../support/app.ts";

async function versionOf(client: Client, id: string): Promise<number> {
  return ((await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer).version;
}

describe("a form opened before somebody else acted", () => {
  it("is told that the case moved on, and changes nothing", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const [township, centre] = [await house.as("township"), await house.as("centre")];
    const version = await versionOf(centre, id);
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    await moved(await house.as("lights"), id, {
      action: "return",
      basisItem: "020101",
      returnReason: "notOurDuty",
      note: "不归我们",
    });
    const late = await centre.post(`/api/cases/${id}/moves`, { action: "dispatch", version, unit: "SW" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: "stale" });
    expect((await house.store.cases.byId(id))?.leadUnit).toBeNull();
  });

  it("may still urge: a nudge spoils nobody's form", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    await moved(township, id, { action: "file", itemCode: "020101" });
    const urged = await (
      await house.as("leader")
    ).post(`/api/cases/${id}/moves`, { action: "urge", version: 1 });
    expect(urged.status).toBe(200);
  });
});

describe("two people who act in the same moment", () => {
  it("both succeed where the acts do not exclude each other", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const [leader, township] = [await house.as("leader"), await house.as("township")];
    const answers = await Promise.all([
      leader.post(`/api/cases/${id}/moves`, { action: "urge", version: 1 }),
      township.post(`/api/cases/${id}/moves`, { action: "file", version: 1, itemCode: "020101" }),
      township.post(`/api/cases/${id}/moves`, { action: "comment", version: 1, note: "已电话核实" }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await house.store.cases.byId(id)).toMatchObject({ state: "filed", urges: 1, version: 4 });
  });

  it("file a case once: the second is told its state", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    const file = () =>
      township.post(`/api/cases/${id}/moves`, { action: "file", version: 1, itemCode: "020101" });
    const statuses = (await Promise.all([file(), file()])).map((answer) => answer.status);
    expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe("the answer to an act", () => {
  it("shows the case as whoever opens it next will see it", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const [township, lights] = [await house.as("township"), await house.as("lights")];
    const leader = await house.as("leader");
    const acts = [
      [township, { action: "file", itemCode: "020101" }],
      [township, { action: "dispatch", unit: "LD" }],
      [lights, { action: "accept" }],
      [leader, { action: "urge" }],
      [township, { action: "comment", note: "已电话核实" }],
    ] as const;
    for (const [client, act] of acts) {
      const version = await versionOf(client, id);
      const answer = await client.post(`/api/cases/${id}/moves`, { version, ...act });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(await (await client.get(`/api/cases/${id}`)).json());
    }
  });
});

describe("a command sent twice", () => {
  it("acts once and is answered twice", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const leader = await house.as("leader");
    const urge = { action: "urge", version: 1, commandId: "command-1" };
    for (let time = 0; time < 2; time++)
      expect((await leader.post(`/api/cases/${id}/moves`, urge)).status).toBe(200);
    expect((await house.store.cases.byId(id))?.urges).toBe(1);
  });

  it("acts once, also when all come in the same moment", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const [leader, township] = [await house.as("leader"), await house.as("township")];
    const urge = { action: "urge", version: 1, commandId: "command-1" };
    const file = { action: "file", version: 1, itemCode: "020101", commandId: "command-2" };
    const answers = await Promise.all([
      ...[1, 2, 3, 4].map(() => leader.post(`/api/cases/${id}/moves`, urge)),
      ...[1, 2].map(() => township.post(`/api/cases/${id}/moves`, file)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await house.store.cases.byId(id)).toMatchObject({ state: "filed", urges: 1, version: 3 });
  });

  it("is answered even when it took the case out of one's hands, without what is no longer one's to see", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"), { reporter: { phone: "13800005678" } });
    const township = await house.as("township");
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    const lights = await house.as("lights");
    const back = {
      action: "return",
      basisItem: "020101",
      version: await versionOf(lights, id),
      returnReason: "notOurDuty",
      note: "不归我们",
      commandId: "command-2",
    };
    for (let time = 0; time < 2; time++) {
      const answer = await lights.post(`/api/cases/${id}/moves`, back);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ state: "filed", moves: [], history: [], reporter: null });
    }
    expect((await lights.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await house.store.cases.byId(id))?.returns).toBe(1);
  });

  it("of somebody else is no key to the case", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    await (
      await house.as("leader")
    ).post(`/api/cases/${id}/moves`, {
      action: "urge",
      version: 1,
      commandId: "command-1",
    });
    const stolen = await (
      await house.as("water")
    ).post(`/api/cases/${id}/moves`, {
      action: "urge",
      version: 1,
      commandId: "command-1",
    });
    expect(stolen.status).toBe(404);
  });
});

describe("the body of a move", () => {
  const bodies: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
    ["an act that is none", { action: "erase" }, "badValue", "action"],
    ["the act of reporting", { action: "report" }, "badValue", "action"],
    ["the act of a resident", { action: "rate", score: 5 }, "badValue", "action"],
    ["a missing field", { action: "file" }, "missing", "itemCode"],
    ["a field of another act", { action: "file", itemCode: "020101", unit: "LD" }, "unknownField", "unit"],
    ["a state to set", { action: "file", itemCode: "020101", state: "closed" }, "unknownField", "state"],
    ["no version", { action: "file", itemCode: "020101", version: undefined }, "missing", "version"],
    ["an item nobody knows", { action: "file", itemCode: "999999" }, "badValue", "itemCode"],
    ["a version of tomorrow", { action: "file", itemCode: "020101", version: 99 }, "badValue", "version"],
  ];
  it.each(bodies)("with %s is refused by field", async (_, body, code, field) => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const answer = await (await house.as("township")).post(`/api/cases/${id}/moves`, { version: 1, ...body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code, field });
  });

  it("of whoever handled it cannot be a check: ownWork", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"), { itemCode: "010101", text: "垃圾没人收" });
    const township = await house.as("township");
    await moved(township, id, { action: "file", itemCode: "010101" });
    await moved(township, id, { action: "dispatch", unit: "371122001" });
    await moved(township, id, { action: "accept" });
    const { version } = await moved(township, id, { action: "handle", result: "清运完毕" });
    const check = await township.post(`/api/cases/${id}/moves`, { action: "check", version });
    expect(check.status).toBe(403);
    expect(await check.json()).toMatchObject({ code: "ownWork" });
  });
});

describe("a refused act", () => {
  it("names its rule, the policy it rests on and the way on, and stands in the file as a dead button", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    house.clock.advance(9 * 3_600_000);
    const lights = await house.as("lights");
    const version = await versionOf(lights, id);
    const refused = await lights.post(`/api/cases/${id}/moves`, {
      action: "return",
      version,
      returnReason: "notOurDuty",
      basisItem: "020101",
      note: "不归我们",
    });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "wrongState",
      rule: {
        kind: "limit",
        id: "inReturnWindow",
        source: { kind: "policy", code: "returnWindow" },
        basis: expect.stringContaining("4 工作时"),
        instead: expect.stringContaining("效能中心"),
      },
    });
    const file = (await (await lights.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(file.blocked).toContainEqual(
      expect.objectContaining({ action: "return", rule: expect.objectContaining({ id: "inReturnWindow" }) }),
    );
  });

  it("says who may, where the post may not", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const answer = await (
      await house.as("gridWorker")
    ).post(`/api/cases/${id}/moves`, { action: "close", version: 1 });
    expect(await answer.json()).toMatchObject({
      code: "notAllowed",
      rule: { kind: "role", id: "close.by", basis: "流程表“结案”：由乡镇（街道）、效能中心办理" },
    });
  });
});
