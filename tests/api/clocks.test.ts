import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ClockExplanation } from "../../server/domain/clockAnswers.ts";
import { moved, openHouse, reported } from "../support/app.ts";

async function dispatched() {
  const house = await openHouse();
  const { id } = await reported(await house.as("gridWorker"), { reporter: { phone: "13800005678" } });
  const township = await house.as("township");
  await moved(township, id, { action: "file", itemCode: "020101" });
  const file = await moved(township, id, { action: "dispatch", unit: "LD" });
  return { house, id, file };
}

describe("the clocks of a case file", () => {
  it("explain themselves day by day", async () => {
    const { house, id, file } = await dispatched();
    const handling = file.clocks.find(({ kind }) => kind === "handle");
    const lights = await house.as("lights");
    const told = (await (
      await lights.get(`/api/cases/${id}/clocks/${handling?.id}`)
    ).json()) as ClockExplanation;
    // Tuesday 10 March 2026, two workdays by the filing condition of the matter
    expect(told.sentence).toBe(
      "2 个工作日：（3月10日周二为起算当日，不计）3月11日周三、3月12日周四 → 3月12日周四 18:00",
    );
    expect(told.days.map(({ day, left }) => [day, left])).toEqual([
      ["2026-03-10", 2],
      ["2026-03-11", 1],
      ["2026-03-12", 0],
    ]);
    expect(told).toMatchObject({ dueAt: handling?.dueAt, turns: [], policy: { code: "020101:handle" } });
  });

  it("are told to nobody who may not see the case", async () => {
    const { house, id, file } = await dispatched();
    const path = `/api/cases/${id}/clocks/${file.clocks[0]?.id}`;
    expect((await (await house.as("water")).get(path)).status).toBe(404);
    expect((await house.nobody.get(path)).status).toBe(401);
    expect((await (await house.as("centre")).get(`/api/cases/${id}/clocks/none`)).status).toBe(404);
  });
});

describe("the rule book in a case file", () => {
  it("shows the return window, the open request and what is left of each count", async () => {
    const { house, id, file } = await dispatched();
    expect(file.rules.returnUntil).toBeGreaterThan(file.now);
    const lights = await house.as("lights");
    await moved(lights, id, { action: "accept" });
    const asked = await moved(lights, id, { action: "askExtension", note: "缺料" });
    expect(asked.rules).toMatchObject({
      returnUntil: null,
      request: { kind: "extension", dueAt: expect.any(Number) },
      extensions: { used: 0, most: 2 },
    });
    const granted = await moved(await house.as("centre"), id, { action: "grantExtension" });
    expect(granted.rules).toMatchObject({ request: null, extensions: { used: 1, most: 2 } });
  });

  it("names who rules over a dispute, at which level and by when", async () => {
    const { house, id } = await dispatched();
    const [lights, water, township] = [
      await house.as("lights"),
      await house.as("water"),
      await house.as("township"),
    ];
    const no = { returnReason: "notOurDuty", basisItem: "020101", note: "不归我们" };
    await moved(lights, id, { action: "return", ...no });
    await moved(township, id, { action: "dispatch", unit: "SW" });
    const disputed = await moved(water, id, { action: "dispute", ...no, suggestedUnit: "LD" });
    expect(disputed.rules.dispute).toMatchObject({
      by: { code: "SW" },
      level: 1,
      rulers: ["效能中心"],
      suggestedUnit: { code: "LD" },
      dueAt: expect.any(Number),
    });
  });

  it("gives every minute to one holder, parts adding up to the whole", async () => {
    const { house, id } = await dispatched();
    house.clock.advance(5 * 3_600_000);
    const file = (await (await (await house.as("centre")).get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(file.ledger.total).toBe(file.now - file.reportedAt);
    expect(file.ledger.parts.reduce((sum, { elapsed }) => sum + elapsed, 0)).toBe(file.ledger.total);
    expect(file.ledger.parts.map(({ holder }) => holder?.code)).toEqual(["LD"]);
  });
});
