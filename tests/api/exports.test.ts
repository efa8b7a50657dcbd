/** 导出审批: asked for by one person, decided by another, taken once within a time; each reporter in it is a look. */
import { describe, expect, it } from "vitest";
import type { ExportAnswer, ExportsAnswer, RevealsAnswer } from "../../server/domain/securityAnswers.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { type Client, type House, openHouse, password, reported } from "../support/app.ts";

const reporter = { name: "欧阳明珠", phone: "13800005678" };

async function withCases(exportRule = { directRows: 2, mostRows: 5, lastsHours: 24 }): Promise<House> {
  const house = await openHouse({ exportRule });
  const grid = await house.as("gridWorker");
  await reported(grid, { text: "=路灯不亮一", onBehalf: true, reporter });
  await reported(grid, { text: "路灯不亮二", point: { lng: 118.86, lat: 35.61 } });
  return house;
}

const asked = async (client: Client, change: object = {}) =>
  await client.post("/api/exports", {
    filter: { tab: "all" },
    personal: false,
    reason: "月度分析",
    ...change,
  });
const made = async (answer: Response) => (await answer.json()) as ExportAnswer;
const take = async (client: Client, id: string) => await client.post(`/api/exports/${id}/take`, {});
const decide = async (client: Client, id: string, grant = true) =>
  await client.post(`/api/exports/${id}/decision`, { grant, words: "同意用于分析" });

describe("an export of cases", () => {
  it("without reporters and with few rows goes at once, once, within its asker's sight", async () => {
    const house = await withCases();
    const centre = await house.as("centre");
    const { id, state, rows } = await made(await asked(centre));
    expect([state, rows]).toEqual(["granted", 2]);
    const text = await (await take(centre, id)).text();
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text).toContain("'=路灯不亮一");
    expect(text).toContain("水印：王centre");
    for (const secret of ["欧阳", "13800005678"]) expect(text).not.toContain(secret);
    expect((await take(centre, id)).status).toBe(409);
    expect((await asked(await house.as("otherTownship"))).status).toBe(422);
  });

  it("with more rows than go unasked waits for a second person", async () => {
    const house = await withCases({ directRows: 1, mostRows: 5, lastsHours: 24 });
    const township = await house.as("township");
    const { id, state } = await made(await asked(township));
    expect(state).toBe("asked");
    expect((await take(township, id)).status).toBe(409);
    expect((await decide(township, id)).status).toBe(403);
    expect((await decide(await house.as("centre"), id)).status).toBe(200);
    expect((await decide(await house.as("leader"), id)).status).toBe(409);
    expect((await take(await house.as("centre"), id)).status).toBe(404);
    expect((await take(township, id)).status).toBe(200);
  });

  it("with reporters is asked for by a desk, after a proof, never granted by the asker, and counted as looks", async () => {
    const house = await withCases();
    const centre = await house.as("centre");
    expect((await asked(await house.as("lights"), { personal: true })).status).toBe(403);
    expect((await asked(await house.as("leader"), { personal: true })).status).toBe(403);
    house.clock.advance(11 * MINUTE);
    expect(await (await asked(centre, { personal: true })).json()).toMatchObject({ code: "confirmFirst" });
    await centre.post("/api/session/confirm", { password });
    const { id } = await made(await asked(centre, { personal: true }));
    expect((await decide(centre, id)).status).toBe(403);
    expect((await decide(await house.as("secondCentre"), id)).status).toBe(200);
    house.clock.advance(11 * MINUTE);
    expect(await (await take(centre, id)).json()).toMatchObject({ code: "confirmFirst" });
    await centre.post("/api/session/confirm", { password });
    const text = await (await take(centre, id)).text();
    expect(text).toContain("欧阳明珠,13800005678");
    const { rows } = (await (await centre.get("/api/reveals")).json()) as RevealsAnswer;
    expect(rows).toMatchObject([{ reason: "导出：月度分析", who: { username: "centre" } }]);
  });

  it("leaves the reporter of a confidential case out for whoever may not see them", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const { id: caseId } = await reported(centre, {
      channel: "hotline",
      reporter: { ...reporter, confidential: true },
    });
    const township = await house.as("township");
    await (async () => {
      const found = (await (await township.get(`/api/cases/${caseId}`)).json()) as { version: number };
      await township.post(`/api/cases/${caseId}/moves`, {
        version: found.version,
        action: "file",
        itemCode: "020101",
      });
      const filed = (await (await township.get(`/api/cases/${caseId}`)).json()) as { version: number };
      await township.post(`/api/cases/${caseId}/moves`, {
        version: filed.version,
        action: "dispatch",
        unit: "371122001",
      });
    })();
    const { id } = await made(await asked(township, { personal: true }));
    await decide(centre, id);
    const text = await (await take(township, id)).text();
    const found = (await (await township.get(`/api/cases/${caseId}`)).json()) as {
      reporter: { mayReveal: boolean } | null;
    };
    expect(text.includes("欧阳明珠")).toBe(found.reporter?.mayReveal ?? false);
  });

  it("that was refused, or left lying, is not taken", async () => {
    const house = await withCases({ directRows: 1, mostRows: 5, lastsHours: 24 });
    const [township, centre] = [await house.as("township"), await house.as("centre")];
    const refused = await made(await asked(township));
    expect(await made(await decide(centre, refused.id, false))).toMatchObject({ state: "refused" });
    expect((await take(township, refused.id)).status).toBe(409);
    const late = await made(await asked(township));
    await decide(centre, late.id);
    house.clock.advance(24 * HOUR);
    const again = await house.as("township");
    expect((await take(again, late.id)).status).toBe(409);
  });

  it("names what is wrong with the question, and is seen by its asker and those who decide", async () => {
    const house = await withCases({ directRows: 1, mostRows: 1, lastsHours: 24 });
    const centre = await house.as("centre");
    expect(await (await asked(centre)).json()).toMatchObject({ field: "filter" });
    expect((await asked(centre, { filter: { tab: "all", sql: "1" } })).status).toBe(422);
    expect((await asked(centre, { reason: " " })).status).toBe(422);
    await asked(await house.as("township"), { filter: { tab: "all", q: "路灯不亮二" } });
    const seen = async (client: Client) =>
      ((await (await client.get("/api/exports")).json()) as ExportsAnswer).rows.length;
    expect(await seen(await house.as("township"))).toBe(1);
    expect(await seen(centre)).toBe(1);
    expect(await seen(await house.as("lights"))).toBe(0);
    expect((await (await house.as("admin")).get("/api/exports")).status).toBe(403);
  });
});
