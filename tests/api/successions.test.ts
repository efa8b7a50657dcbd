import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CountyTrial, SubjectAnswer } from "../../server/domain/county/answers.ts";
import type { SuccessionDone, SuccessionsAnswer } from "../../server/domain/succession/answers.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";
import { reference } from "../support/county.ts";

interface Heir {
  readonly code: string;
  readonly closedOn?: string;
  readonly mergedInto?: string;
}

/** The lamp office with these members changed, as the administrator drafts it. */
async function drafted(admin: Client, change: Partial<Heir>, isOpen = false): Promise<number> {
  const { body, draft } = (await (await admin.get("/api/county/units")).json()) as SubjectAnswer;
  const file = body["departments.json"] as { readonly units: readonly Heir[] };
  const units = file.units.map((unit) => {
    if (unit.code !== "LD") return unit;
    const { closedOn: _1, mergedInto: _2, ...open } = unit;
    return isOpen ? open : { ...unit, ...change };
  });
  const sent = { revision: draft?.revision ?? null, body: { "departments.json": { ...file, units } } };
  const answer = await admin.post("/api/county/units/draft", sent);
  if (answer.status !== 200) throw new Error(await answer.text());
  return ((await answer.json()) as SubjectAnswer).draft?.revision ?? 0;
}

async function published(admin: Client, revision: number): Promise<void> {
  const sent = { revision, validFrom: "2026-03-10", note: "机构改革" };
  const answer = await admin.post("/api/county/units/publish", sent);
  if (answer.status !== 200) throw new Error(await answer.text());
}

const merged = { closedOn: "2026-03-10", mergedInto: "BB" };

async function withCase(): Promise<{ house: House; admin: Client; id: string }> {
  const house = await openHouse({ reference });
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return { house, admin: await house.as("admin"), id };
}

const seen = async (client: Client): Promise<SuccessionsAnswer> =>
  (await (await client.get("/api/successions")).json()) as SuccessionsAnswer;

const send = async (client: Client, path: string, body: Record<string, unknown>) =>
  await client.post(`/api/successions${path}`, { reason: "莒编发〔2026〕3 号", dryRun: false, ...body });

const done = async (answer: Response): Promise<SuccessionDone> => {
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as SuccessionDone;
};

describe("what a unit leaves open when it is merged into another", () => {
  it("is counted before the closing, and stands with its heir after it", async () => {
    const { admin } = await withCase();
    const revision = await drafted(admin, merged);
    const trial = (await (await admin.post("/api/county/units/trial", {})).json()) as CountyTrial;
    expect(trial.rows[0]?.cells.slice(3, 6)).toEqual(["1", "0", "0"]);
    expect((await seen(admin)).closed).toEqual([]);
    await published(admin, revision);
    expect((await seen(admin)).closed).toMatchObject([
      { code: "LD", closedOn: "2026-03-10", heir: { code: "BB" }, leads: 1, parts: 0, calls: 0 },
    ]);
  });

  it("is moved by one recorded act, seen by the heir's people, and verifies", async () => {
    const { house, admin, id } = await withCase();
    await published(admin, await drafted(admin, merged));
    const heir = await house.as("establishment");
    expect((await heir.get(`/api/cases/${id}`)).status).toBe(404);
    const dry = await done(await send(admin, "", { unit: "LD", dryRun: true }));
    expect(dry).toMatchObject({ cases: 1, calls: 0 });
    expect((await seen(admin)).closed[0]?.leads).toBe(1);
    expect(await done(await send(admin, "", { unit: "LD" }))).toEqual(dry);
    const found = (await (await heir.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(found.history.at(-1)).toMatchObject({
      action: "succeed",
      facts: { fromUnit: "LD", toUnit: "BB" },
      words: { note: "莒编发〔2026〕3 号" },
    });
    expect((await moved(heir, id, { action: "accept" })).state).toBe("accepted");
    expect((await seen(admin)).closed[0]?.leads).toBe(0);
    expect(await done(await send(admin, "", { unit: "LD" }))).toMatchObject({ cases: 0 });
    expect((await house.store.verify()).faults).toEqual([]);
    const log = await (await admin.get("/api/security-log")).text();
    expect(log).toContain("LD 1 0");
  });

  it("goes back once the unit is open again, and not before", async () => {
    const { house, admin, id } = await withCase();
    await published(admin, await drafted(admin, merged));
    await done(await send(admin, "", { unit: "LD" }));
    const early = await send(admin, "/undo", { unit: "LD", heir: "BB" });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("仍在停用");
    expect((await seen(admin)).moved).toMatchObject([{ from: { code: "LD" }, cases: 1, canUndo: false }]);
    await published(admin, await drafted(admin, {}, true));
    expect((await seen(admin)).moved).toMatchObject([{ cases: 1, canUndo: true }]);
    expect(await done(await send(admin, "/undo", { unit: "LD", heir: "BB" }))).toMatchObject({ cases: 1 });
    expect((await (await house.as("lights")).get(`/api/cases/${id}`)).status).toBe(200);
    expect((await seen(admin)).moved).toEqual([]);
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("stays where the heir has acted on it, and says how many", async () => {
    const { house, admin, id } = await withCase();
    await published(admin, await drafted(admin, merged));
    await done(await send(admin, "", { unit: "LD" }));
    await moved(await house.as("establishment"), id, { action: "accept" });
    await published(admin, await drafted(admin, {}, true));
    expect(await done(await send(admin, "/undo", { unit: "LD", heir: "BB" }))).toEqual({
      cases: 0,
      calls: 0,
      kept: { busy: 0, actedSince: 1, joined: 0 },
    });
  });

  it("is not moved from a unit that is open, has no heir, or is unknown", async () => {
    const { admin } = await withCase();
    const open = await send(admin, "", { unit: "LD" });
    expect([open.status, (await open.text()).includes("没有停用")]).toEqual([409, true]);
    await published(admin, await drafted(admin, { closedOn: "2026-03-10" }));
    const none = await send(admin, "", { unit: "LD" });
    expect([none.status, (await none.text()).includes("并入单位")]).toEqual([409, true]);
    expect((await send(admin, "", { unit: "NOBODY" })).status).toBe(404);
    expect((await send(admin, "", { unit: "LD", reason: " " })).status).toBe(422);
  });
});
