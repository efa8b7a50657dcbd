import { describe, expect, it } from "vitest";
import type { PrecedentsAnswer } from "../../server/domain/linking/answers.ts";
import { type House, moved, openHouse, reported } from "../support/app.ts";

/** A case that two units declined and the centre gave to one of them. */
async function ruled(house: House): Promise<string> {
  const [township, lights, water, centre] = [
    await house.as("township"),
    await house.as("lights"),
    await house.as("water"),
    await house.as("centre"),
  ];
  const notOurs = { returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" };
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  await moved(lights, id, { action: "return", ...notOurs });
  await moved(township, id, { action: "dispatch", unit: "SW" });
  await moved(water, id, { action: "dispute", ...notOurs, suggestedUnit: "LD" });
  await moved(centre, id, { action: "rule", unit: "LD", basisItem: "020101", note: "照明设施归路灯所" });
  return id;
}

describe("the precedents of a case", () => {
  it("show the ruling with its number, units, duty line and words when the matter comes again", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const first = await ruled(house);
    const { id } = await reported(await house.as("gridWorker"), { text: "文化街路灯不亮" });
    const answer = await (await township.get(`/api/cases/${id}/precedents`)).json();
    expect(answer).toMatchObject({
      rows: [
        {
          caseId: first,
          number: "20260310-00001",
          item: { code: "020101", name: "路灯不亮" },
          unit: { code: "LD", name: "路灯所" },
          against: { code: "SW" },
          basis: { code: "020101", name: "路灯不亮" },
          level: 1,
          note: "照明设施归路灯所",
          visible: true,
        },
      ],
    });
  });

  it("never name the case itself, and keep the ruler's words from who may not see that case", async () => {
    const house = await openHouse();
    const first = await ruled(house);
    const own = await (await house.as("lights")).get(`/api/cases/${first}/precedents`);
    expect(await own.json()).toEqual({ rows: [] });
    const elsewhere = await house.as("otherTownship");
    const { id } = await reported(elsewhere, { channel: "township", point: { lng: 118.83, lat: 35.68 } });
    const { rows } = (await (await elsewhere.get(`/api/cases/${id}/precedents`)).json()) as PrecedentsAnswer;
    expect(rows).toMatchObject([{ caseId: null, number: null, note: null, visible: false }]);
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  it("keep the ruler's words from a unit that only helps in that case", async () => {
    const house = await openHouse();
    const first = await ruled(house);
    const township = await house.as("township");
    await moved(township, first, { action: "callAssist", assistUnits: ["BB"] });
    const { id } = await reported(await house.as("gridWorker"), { text: "文化街路灯不亮" });
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD", assistUnits: ["BB"] });
    const helper = await house.as("establishment");
    const { rows } = (await (await helper.get(`/api/cases/${id}/precedents`)).json()) as PrecedentsAnswer;
    expect(rows).toMatchObject([{ caseId: first, note: null }]);
  });

  it("are hidden with a case that is out of scope", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    expect((await (await house.as("water")).get(`/api/cases/${id}/precedents`)).status).toBe(404);
  });
});
