import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CatalogueAnswer, TrialAnswer } from "../../server/domain/catalogue/answers.ts";
import { DAY } from "../../server/domain/time.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

const rule = {
  code: "020101-a",
  name: "城阳路灯归水务",
  items: ["020101"],
  areas: ["371122001"],
  lead: "SW",
  townshipRole: "assist",
  basis: "县府会议纪要",
};

const read = async (client: Client): Promise<CatalogueAnswer> =>
  (await (await client.get("/api/catalogue")).json()) as CatalogueAnswer;

/** The answer to an act that must succeed. */
async function done(client: Client, path: string, body: unknown): Promise<CatalogueAnswer> {
  const answer = await client.post(`/api/catalogue/${path}`, body);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as CatalogueAnswer;
}

async function problemOf(answer: Response) {
  return (await answer.json()) as { readonly code: string; readonly detail: string; readonly field?: string };
}

/** A case that waits for its dispatch. */
async function filedCase(house: House): Promise<CaseAnswer> {
  const { id } = await reported(await house.as("gridWorker"));
  return moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
}

describe("the catalogue of a county", () => {
  it("is the duty list until something is published, and anybody signed in may read it", async () => {
    const house = await openHouse();
    const found = await read(await house.as("lights"));
    expect(found).toMatchObject({ version: 0, faults: [], draft: null, mayEdit: false });
    expect(found.rules.map((row) => row.lead.name).slice(0, 2)).toEqual(["镇政府", "路灯所"]);
    expect((await house.nobody.get("/api/catalogue")).status).toBe(401);
  });

  it("is drafted, tried out, published and from then on dispatched by", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const before = await filedCase(house);
    expect(before.responsible?.unit.code).toBe("LD");
    const drafted = await done(centre, "rules", { revision: null, rule });
    expect(drafted.draft).toMatchObject({ revision: 1, changes: [{ kind: "added" }] });
    expect((await filedCase(house)).responsible?.unit.code).toBe("LD");
    const trial = (await (await centre.post("/api/catalogue/trial", {})).json()) as TrialAnswer;
    expect(trial).toMatchObject({ cases: 2, moved: 2, byUnit: [{ lost: 2 }, { gained: 2 }] });
    expect(trial.rows[0]).toMatchObject({
      before: { code: "LD" },
      after: { code: "SW" },
      text: "振兴路路灯不亮",
    });
    const published = await done(centre, "publish", { revision: 1, validFrom: "2026-03-10", note: "纪要" });
    expect(published).toMatchObject({
      version: 1,
      draft: null,
      versions: [{ note: "纪要", by: "王centre" }],
    });
    const after = await filedCase(house);
    expect(after.responsible).toMatchObject({ unit: { code: "SW" }, rule: { code: "020101-a" } });
    expect(after.responsible?.why.join()).toContain("在“区划”上更具体");
  });

  it("counts from its day, and an old version comes back under a new number", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    await done(centre, "rules", { revision: null, rule });
    await done(centre, "publish", { revision: 1, validFrom: "2026-03-10", note: "一" });
    await done(centre, "rules", { revision: null, rule: { ...rule, lead: "BB" } });
    await done(centre, "publish", { revision: 1, validFrom: "2026-03-12", note: "二" });
    expect((await filedCase(house)).responsible?.unit.code).toBe("SW");
    house.clock.advance(2 * DAY);
    const later = await house.as("centre");
    expect(await read(later)).toMatchObject({ version: 2 });
    expect((await filedCase(house)).responsible?.unit.code).toBe("BB");
    const back = await done(later, "restore", { version: 1 });
    expect(back).toMatchObject({ version: 3, versions: [{ restores: 1 }, { version: 2 }, { version: 1 }] });
    expect((await filedCase(house)).responsible?.unit.code).toBe("SW");
  });

  it("lets nobody else change it, and of two editors only the first", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const refused = await township.post("/api/catalogue/rules", { revision: null, rule });
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).detail).toContain("您可以查看");
    const centre = await house.as("centre");
    await done(centre, "rules", { revision: null, rule });
    expect((await centre.post("/api/catalogue/rules", { revision: null, rule })).status).toBe(409);
  });

  it("refuses to publish a hole, and says which item in which township", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const general = (await read(centre)).rules.find((row) => row.rule.code === "010101")?.rule;
    const drafted = await done(centre, "rules", {
      revision: null,
      rule: { ...general, areas: ["371122001"] },
    });
    expect(drafted.faults[0]).toMatchObject({ kind: "hole", grave: true });
    const answer = await centre.post("/api/catalogue/publish", {
      revision: 1,
      validFrom: "2026-03-10",
      note: "x",
    });
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).detail).toContain("在招贤镇没有承办单位");
    const early = { revision: 1, validFrom: "2026-03-09", note: "x" };
    expect(await problemOf(await centre.post("/api/catalogue/publish", early))).toMatchObject({
      field: "validFrom",
    });
  });

  it("shows an administrator what would move, but no case", async () => {
    const house = await openHouse();
    await filedCase(house);
    const admin = await house.as("admin");
    await done(admin, "rules", { revision: null, rule });
    const trial = (await (await admin.post("/api/catalogue/trial", {})).json()) as TrialAnswer;
    expect(trial.moved).toBe(1);
    expect(trial.rows[0]).toMatchObject({ id: null, text: null });
  });

  it("goes out as a table and comes back, or says which line cannot be read", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const table = await (await centre.get("/api/catalogue/file?format=csv")).text();
    const changed = table.replace("路灯不亮,020101", "路灯不亮了,020101");
    const imported = await done(centre, "import", { revision: null, text: changed });
    expect(imported.draft?.changes).toMatchObject([
      { kind: "changed", row: { rule: { name: "路灯不亮了" } } },
    ]);
    const broken = await centre.post("/api/catalogue/import", {
      revision: 1,
      text: table.replace("上报", "没有的"),
    });
    expect((await problemOf(broken)).detail).toContain("“乡镇职责”是“没有的”");
    expect(await done(centre, "discard", { revision: 1 })).toMatchObject({ draft: null });
  });

  it("learns from what dispatchers choose again and again", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    for (let turn = 0; turn < 2; turn++)
      await moved(township, (await filedCase(house)).id, { action: "dispatch", unit: "SW" });
    const [proposal] = (await read(await house.as("centre"))).proposals;
    expect(proposal).toMatchObject({
      isRuled: false,
      row: { lead: { code: "SW" }, rule: { areas: ["371122001"] } },
    });
    expect(proposal?.numbers).toHaveLength(2);
  });
});
