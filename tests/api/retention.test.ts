/** 到期清除: after its time a reporter goes, the record still verifies, and that they went stands in it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { removeErasedPhotos } from "../../server/erasedPhotos.ts";
import { loadRetention } from "../../fixtures/retention.ts";
import { retentionSchema } from "../../fixtures/schema/retention.ts";
import { logEnds, type RetentionRules } from "../../server/domain/retention.ts";
import { DAY } from "../../server/domain/time.ts";
import { eraseDue } from "../../server/jobs/retention.ts";
import { type House, moved, openHouse, reported } from "../support/app.ts";
import * as v from "valibot";

const rules: RetentionRules = {
  confirmed: true,
  rules: [
    { code: "reporter", what: "reporter", days: 100, basis: "试" },
    { code: "words", what: "words", days: 200, basis: "试" },
    { code: "failures", what: "signInFailures", days: 30, basis: "试" },
  ],
};

async function declined(house: House): Promise<string> {
  const { id } = await reported(await house.as("gridWorker"), {
    text: "振兴路路灯不亮字句壹",
    onBehalf: true,
    reporter: { name: "欧阳明珠", phone: "13800005678" },
  });
  const { reference } = house.deps;
  const reason = reference.reasons.decline[0]?.code ?? "";
  await moved(await house.as("township"), id, {
    action: "decline",
    declineReason: reason,
    note: "不属于受理范围",
  });
  return id;
}

const faults = async (house: House) => (await house.store.verify()).faults;

describe("what is due", () => {
  it("goes by each rule in its time, and the record holds", async () => {
    const house = await openHouse();
    const id = await declined(house);
    await house.nobody.post("/api/session", { username: "centre", password: "wrong horse battery" });
    house.clock.advance(99 * DAY);
    const early = await eraseDue(house.deps, rules);
    expect(early.map(({ count }) => count)).toEqual([0, 0, 3]);
    expect(await house.store.cases.reporter(id)).not.toBeNull();
    house.clock.advance(2 * DAY);
    expect((await eraseDue(house.deps, rules)).map(({ count }) => count)).toEqual([1, 0, 0]);
    expect(await house.store.cases.reporter(id)).toBeNull();
    expect((await house.store.cases.byId(id))?.text).toContain("字句壹");
    expect(await faults(house)).toEqual([]);
    house.clock.advance(100 * DAY);
    expect((await eraseDue(house.deps, rules)).map(({ count }) => count)).toEqual([0, 1, 0]);
    expect((await house.store.cases.byId(id))?.text).toBe("");
    expect(await faults(house)).toEqual([]);
    const told = await house.store.security.facts({ from: 0, to: Infinity, kind: "erased", limit: 9 });
    expect(told.map(({ detail }) => detail)).toEqual(["words 1", "reporter 1"]);
  });

  it("is a photo, row and file, also when the house was killed between the two", async () => {
    const house = await openHouse();
    const staff = await house.as("gridWorker");
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#a57" } })
      .jpeg()
      .toBuffer();
    const sent = await staff.request("/api/photos", {
      method: "POST",
      body: new Uint8Array(picture),
      headers: { "Content-Type": "image/jpeg" },
    });
    const { id: photo } = (await sent.json()) as { id: string };
    const { id } = await reported(staff, { photos: [photo] });
    const reason = house.deps.reference.reasons.decline[0]?.code ?? "";
    await moved(await house.as("township"), id, { action: "decline", declineReason: reason, note: "不受理" });
    const file = join(house.deps.config.dataDir, "photos", `${photo}.jpg`);
    const bytes = readFileSync(file);
    const photosOnly: RetentionRules = {
      confirmed: true,
      rules: [{ code: "photos", what: "photos", days: 100, basis: "试" }],
    };
    house.clock.advance(99 * DAY);
    await eraseDue(house.deps, photosOnly);
    expect(existsSync(file)).toBe(true);
    house.clock.advance(2 * DAY);
    expect(await eraseDue(house.deps, photosOnly)).toEqual([{ code: "photos", count: 1 }]);
    expect(existsSync(file)).toBe(false);
    const township = await house.as("township");
    expect((await township.get(`/api/photos/${photo}`)).status).toBe(404);
    expect((await township.get(`/api/cases/${id}`)).status).toBe(200);
    expect(await faults(house)).toEqual([]);
    writeFileSync(file, bytes);
    expect(await removeErasedPhotos(house.deps)).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  it("stays where the county has not confirmed its figures, or the case is on hold", async () => {
    const house = await openHouse();
    const id = await declined(house);
    house.clock.advance(300 * DAY);
    await eraseDue(house.deps, { ...rules, confirmed: false });
    expect(await house.store.cases.reporter(id)).not.toBeNull();
    await house.store.retention.hold({ caseId: id, reason: "诉讼", at: 1 });
    await eraseDue(house.deps, rules);
    expect(await house.store.cases.reporter(id)).not.toBeNull();
  });

  it("is no cover for whoever takes a reporter by hand", async () => {
    const house = await openHouse();
    const id = await declined(house);
    house.clock.advance(101 * DAY);
    await eraseDue(house.deps, rules);
    const other = await declined(house);
    await house.store.cases.erase(other);
    expect((await faults(house)).filter(({ caseId }) => caseId === id)).toEqual([]);
  });
});

describe("a hold", () => {
  it("is set and ended by the centre, with a reason, and both are logged", async () => {
    const house = await openHouse();
    const id = await declined(house);
    const { number = "" } = (await house.store.cases.byId(id)) ?? {};
    const centre = await house.as("centre");
    const answer = await centre.post("/api/retention/hold", { number, reason: "行政复议" });
    expect(await answer.json()).toMatchObject({ holds: [{ number, reason: "行政复议" }], confirmed: false });
    expect((await centre.post("/api/retention/hold", { number, reason: " " })).status).toBe(422);
    const leader = await house.as("leader");
    expect(await (await leader.get("/api/retention")).json()).toMatchObject({ mayHold: false });
    expect((await centre.post("/api/retention/release", { number })).status).toBe(200);
    expect((await centre.post("/api/retention/release", { number })).status).toBe(404);
    const told = await house.store.security.facts({ from: 0, to: Infinity, limit: 20 });
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["held", "unheld"]));
  });
});

describe("fixtures/retention.json", () => {
  it("names a ground for every rule and keeps the security log for six months at least", () => {
    const { rules, confirmed } = loadRetention();
    expect(confirmed).toBe(false);
    for (const { basis } of rules) expect(basis.length).toBeGreaterThan(5);
    const [log] = rules.filter(({ what }) => what === "securityLog");
    expect(log?.days).toBeGreaterThanOrEqual(184);
    const bad = {
      confirmed: true,
      note: "试",
      rules: [{ code: "a", what: "securityLog", days: 90, basis: "试" }],
    };
    expect(v.safeParse(retentionSchema, bad).success).toBe(false);
    expect(logEnds({ code: "a", what: "securityLog", days: 1, basis: "" }, 1000 * DAY)).toBe(815 * DAY);
  });
});
