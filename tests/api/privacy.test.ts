import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { Report } from "../../server/domain/report.ts";
import { takeIn } from "../../server/intake.ts";
import { type House, moved, openHouse, reported, type Staff } from "../support/app.ts";

const reporter = { name: "欧阳明珠", phone: "13800005678" };

async function dispatched(house: House, confidential: boolean): Promise<string> {
  const { id } = await reported(await house.as("centre"), {
    channel: "hotline",
    reporter: { ...reporter, confidential },
  });
  const township = await house.as("township");
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

async function importedComplaint(house: House): Promise<string> {
  const report: Report = {
    id: "import-0042",
    text: "振兴路路灯不亮",
    channel: "hotline",
    point: { lng: 118.83, lat: 35.58 },
    address: null,
    photos: [],
    itemCode: null,
    reporter: null,
    confidential: true,
    origin: { source: "12345", sourceNumber: "HK-0042", claimedAt: null },
  };
  const system = { id: "system", role: "system", unit: null, cells: [] } as const;
  const taken = await takeIn(report, system, house.deps);
  if (taken.kind === "refusal") throw new Error("The complaint was refused");
  return taken.answer.id;
}

async function fileFor(house: House, who: Staff, id: string): Promise<CaseAnswer> {
  return (await (await (await house.as(who)).get(`/api/cases/${id}`)).json()) as CaseAnswer;
}

describe("the reporter", () => {
  it("is masked for everybody, and may be asked for by those who speak with them", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    const masked = { name: "欧阳**", phone: "138****5678", hidden: false };
    expect((await fileFor(house, "township", id)).reporter).toEqual({ ...masked, mayReveal: true });
    expect((await fileFor(house, "centre", id)).reporter).toEqual({ ...masked, mayReveal: true });
    expect((await fileFor(house, "leader", id)).reporter).toEqual({ ...masked, mayReveal: false });
    expect((await fileFor(house, "lights", id)).reporter).toEqual({ ...masked, mayReveal: true });
  });

  it("is shown whole only after the reason was noted", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    const township = await house.as("township");
    expect((await township.post(`/api/cases/${id}/reveal`, { reason: " " })).status).toBe(422);
    const answer = await township.post(`/api/cases/${id}/reveal`, { reason: "电话回访" });
    expect(await answer.json()).toEqual(reporter);
    expect(await house.store.people.reveals(id)).toMatchObject([{ accountId: "town-1", reason: "电话回访" }]);
  });

  it("has a tracking code that only the desks see", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    expect((await fileFor(house, "township", id)).trackingCode).toMatch(/^.{22}$/);
    for (const who of ["lights", "leader", "gridWorker"] as const)
      expect((await fileFor(house, who, id)).trackingCode).toBeNull();
  });
});

describe("a confidential case", () => {
  it("hides the reporter from the unit that handles it altogether", async () => {
    const house = await openHouse();
    const id = await dispatched(house, true);
    const text = JSON.stringify(await fileFor(house, "lights", id));
    for (const trace of ["欧阳", "5678", "138"]) expect(text).not.toContain(trace);
    expect((await fileFor(house, "lights", id)).reporter).toEqual({
      name: null,
      phone: null,
      hidden: true,
      mayReveal: false,
    });
  });

  it("does not say which account sent the report either", async () => {
    const house = await openHouse();
    const id = await dispatched(house, true);
    const [first] = (await fileFor(house, "lights", id)).history;
    expect(first?.actor).toEqual({ role: "centre", name: null, unit: null });
    const [seen] = (await fileFor(house, "leader", id)).history;
    expect(seen?.actor.name).toBe("王centre");
  });

  it("does not say under which number it came from elsewhere, though a program brought it", async () => {
    const house = await openHouse();
    const id = await importedComplaint(house);
    await moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
    await moved(await house.as("township"), id, { action: "dispatch", unit: "LD" });
    expect(JSON.stringify(await fileFor(house, "lights", id))).not.toContain("HK-0042");
    expect(JSON.stringify(await fileFor(house, "centre", id))).toContain("HK-0042");
  });

  it("opens its progress page by the tracking code alone", async () => {
    const house = await openHouse();
    const id = await dispatched(house, true);
    const { number, trackingCode } = await fileFor(house, "township", id);
    const missed = await house.nobody.get(`/api/progress/${number}?code=5678`);
    expect(await missed.json()).toMatchObject({ status: 404, code: "wrongCode" });
    expect((await house.nobody.get(`/api/progress/${number}?code=${trackingCode}`)).status).toBe(200);
  });
});

describe("the progress page", () => {
  it("opens with the last digits of the phone, and shows no names", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    const { number } = await fileFor(house, "township", id);
    const answer = await house.nobody.get(`/api/progress/${number}?code=5678`);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ step: "sent", unit: "路灯所", mayRate: false, mayAdd: true });
    for (const trace of ["王", "欧阳", "town-1"]) expect(text).not.toContain(trace);
  });

  it("answers every miss alike, and stops a walk through the numbers", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    const { number, trackingCode } = await fileFor(house, "township", id);
    const wrong = await house.nobody.get(`/api/progress/${number}?code=0000`);
    const none = await house.nobody.get("/api/progress/20260310-99999?code=0000");
    expect([none.status, await none.text()]).toEqual([wrong.status, await wrong.text()]);
    for (let miss = 1; miss < 10; miss++)
      await house.nobody.get(`/api/progress/${number}?code=111${miss % 10}`);
    expect((await house.nobody.get(`/api/progress/${number}?code=5678`)).status).toBe(429);
    // Whoever holds the tracking code is not locked out by a stranger's guesses.
    expect((await house.nobody.get(`/api/progress/${number}?code=${trackingCode}`)).status).toBe(200);
    house.clock.advance(10 * 60_000 + 1);
    expect((await house.nobody.get(`/api/progress/${number}?code=5678`)).status).toBe(200);
  });

  it("takes what the resident adds, once per command", async () => {
    const house = await openHouse();
    const id = await dispatched(house, false);
    const { number, trackingCode } = await fileFor(house, "township", id);
    const added = { code: trackingCode, action: "comment", note: "还有两盏也不亮", commandId: "command-1" };
    for (let time = 0; time < 2; time++)
      expect((await house.nobody.post(`/api/progress/${number}/moves`, added)).status).toBe(200);
    const { history } = await fileFor(house, "lights", id);
    expect(history.filter((event) => event.action === "comment")).toHaveLength(1);
    const other = { code: trackingCode, action: "close" };
    expect((await house.nobody.post(`/api/progress/${number}/moves`, other)).status).toBe(422);
  });
});
