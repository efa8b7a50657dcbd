import { describe, expect, it } from "vitest";
import type { CountyTrial, SubjectAnswer } from "../../server/domain/county/answers.ts";
import type { CatalogueAnswer } from "../../server/domain/catalogue/answers.ts";
import type { ClassifyAnswer } from "../../server/domain/readerAnswers.ts";
import type { CountyBody } from "../../server/domain/county/subjects.ts";
import { createDeps } from "../../server/deps.ts";
import { followCounty } from "../../server/county/follow.ts";
import type { Reference } from "../../server/domain/reference.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";
import { reference } from "../support/county.ts";

const county = async (): Promise<House> => await openHouse({ reference });

const read = async (client: Client, subject: string): Promise<SubjectAnswer> =>
  (await (await client.get(`/api/county/${subject}`)).json()) as SubjectAnswer;

async function done<Answer = SubjectAnswer>(client: Client, path: string, body: unknown): Promise<Answer> {
  const answer = await client.post(`/api/county/${path}`, body);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The files of a subject with one text exchanged: a change as a person would make it. */
function edited(body: CountyBody, file: string, change: (value: never) => unknown): CountyBody {
  return { ...body, [file]: change(structuredClone(body[file]) as never) };
}

interface Policy {
  readonly code: string;
  readonly version: string;
  readonly budget: { readonly value: number; readonly unit: string };
}

const limitOf = (body: CountyBody, code: string) =>
  (body["policies.json"] as readonly Policy[]).find((row) => row.code === code);

/** 核查 in 3 hours of work instead of 2. */
const longerCheck = (body: CountyBody) =>
  edited(body, "policies.json", (rows: Policy[]) =>
    rows.map((row) => (row.code === "check" ? { ...row, budget: { value: 3, unit: "workHour" } } : row)),
  );

describe("county data", () => {
  it("is what the program brings until something is published", async () => {
    const house = await county();
    const found = await read(await house.as("admin"), "limits");
    expect(found).toMatchObject({ version: 1, validFrom: null, draft: null, versions: [] });
    expect(limitOf(found.body, "check")?.budget).toEqual({ value: 2, unit: "workHour" });
  });

  it("is drafted, published from a day on, and counts in the running house and in another process", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "limits");
    const drafted = await done(admin, "limits/draft", { revision: null, body: longerCheck(body) });
    expect(drafted.draft).toMatchObject({ version: 2, faults: [] });
    expect(drafted.draft?.changes).toEqual([
      { path: ["policies.json", "check", "budget", "value"], before: "2", after: "3" },
    ]);
    const published = await done(admin, "limits/publish", {
      revision: 1,
      validFrom: "2026-03-11",
      note: "县府办通知",
    });
    expect(published).toMatchObject({ version: 1, coming: { version: 2, validFrom: "2026-03-11" } });
    expect(house.deps.reference.policies.get("check")?.budget.value).toBe(2);
    const { store, deps } = house;
    const other = createDeps({
      config: deps.config,
      clock: deps.clock,
      log: deps.log,
      cells: deps.cells,
      store,
      reference,
    });
    house.clock.advance(DAY);
    expect([await followCounty(deps), await followCounty(other)]).toEqual([true, true]);
    for (const process of [deps, other])
      expect(process.reference.policies.get("check")).toMatchObject({
        budget: { value: 3 },
        version: "2026-03-11.2",
      });
    expect(other.reference.policies.get("file")?.version).toBe(reference.policies.get("file")?.version);
    expect((await read(await house.as("admin"), "limits")).versions).toMatchObject([
      { version: 2, note: "县府办通知" },
    ]);
    expect((await store.verify()).faults).toEqual([]);
  });

  it("goes back to a former version under a new number, the first among them", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "limits");
    await done(admin, "limits/draft", { revision: null, body: longerCheck(body) });
    await done(admin, "limits/publish", { revision: 1, validFrom: "2026-03-10", note: "" });
    expect(house.deps.reference.policies.get("check")?.budget.value).toBe(3);
    const back = await done(admin, "limits/restore", { version: 1 });
    expect(back).toMatchObject({ version: 3, versions: [{ version: 3, restores: 1 }, { version: 2 }] });
    expect(house.deps.reference.policies.get("check")?.budget.value).toBe(2);
    expect((await admin.post("/api/county/limits/restore", { version: 9 })).status).toBe(404);
  });

  it("keeps a draft with mistakes, names value and expectation, and refuses to publish it", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "calls");
    const bad = edited(body, "calls.json", (rows: { notInPlace: number }[]) =>
      rows.map((row) => ({ ...row, notInPlace: 9 })),
    );
    const { draft } = await done(admin, "calls/draft", { revision: null, body: bad });
    expect(draft?.faults[0]).toEqual({
      file: "calls.json",
      path: "0.notInPlace",
      given: "9",
      expected: "0 到 4",
      grave: true,
    });
    const refused = await admin.post("/api/county/calls/publish", {
      revision: 1,
      validFrom: "2026-03-10",
      note: "",
    });
    expect(refused.status).toBe(422);
    const { detail } = (await refused.json()) as { detail: string };
    expect(detail).toContain("9");
    expect(detail).toContain("0 到 4");
  });

  it("refuses files of another subject, days gone by and drafts that moved on", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "calls");
    const strange = { ...body, "evaluation.json": {} };
    const { draft } = await done(admin, "calls/draft", { revision: null, body: strange });
    expect(draft?.faults[0]).toMatchObject({ file: "evaluation.json", grave: true });
    expect((await admin.post("/api/county/calls/draft", { revision: null, body })).status).toBe(409);
    await done(admin, "calls/draft", { revision: 1, body });
    const on = (revision: number, validFrom: string) =>
      admin.post("/api/county/calls/publish", { revision, validFrom, note: "" });
    expect((await on(2, "2026-03-09")).status).toBe(422);
    expect((await on(1, "2026-03-10")).status).toBe(409);
    expect((await on(2, "2026-03-10")).status).toBe(200);
  });

  it("does not let a unit, a matter or a retired code go: history would lose its name", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "units");
    const fewer = edited(body, "townships.json", (rows: unknown[]) => rows.slice(1));
    const { draft } = await done(admin, "units/draft", { revision: null, body: fewer });
    expect(draft?.faults).toContainEqual(
      expect.objectContaining({ path: "371122001", given: "缺少 371122001（城阳街道）", grave: true }),
    );
  });

  it("says of a closed unit what it leaves behind, and gives nothing new to it", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "units");
    const closed = edited(body, "departments.json", (file: { units: { code: string }[] }) => ({
      ...file,
      units: file.units.map((unit) =>
        unit.code === "LD" ? { ...unit, closedOn: "2026-03-10", mergedInto: "CG" } : unit,
      ),
    }));
    const { draft } = await done(admin, "units/draft", { revision: null, body: closed });
    expect(draft?.faults.some(({ grave, given }) => !grave && given === "LD")).toBe(true);
    const trial = await done<CountyTrial>(admin, "units/trial", {});
    expect(trial.rows).toHaveLength(1);
    expect(trial.rows[0]?.cells.slice(1, 3)).toEqual(["2026-03-10", house.deps.names.any("CG")]);
  });

  it("proposes who goes on with a closed unit's matters, and names the rules that still speak of it", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "units");
    const closed = edited(body, "departments.json", (file: { units: { code: string }[] }) => ({
      ...file,
      units: file.units.map((unit) =>
        unit.code === "LD" ? { ...unit, closedOn: "2026-03-10", mergedInto: "CG" } : unit,
      ),
    }));
    await done(admin, "units/draft", { revision: null, body: closed });
    await done(admin, "units/publish", { revision: 1, validFrom: "2026-03-10", note: "机构改革" });
    const told = `${house.deps.names.any("LD")}已停用，由接续单位${house.deps.names.any("CG")}承接`;
    const preview = await (await house.as("township")).post("/api/classify", { text: "振兴路路灯不亮" });
    const { responsible } = (await preview.json()) as ClassifyAnswer;
    expect(responsible).toMatchObject({ unit: { code: "CG" }, why: expect.arrayContaining([told]) });
    const shown = await (await house.as("centre")).get("/api/catalogue");
    const { rules, faults } = (await shown.json()) as CatalogueAnswer;
    const still = rules.filter(({ rule }) => rule.lead === "LD");
    expect(still.map((row) => row.closed)).toEqual(still.map(() => [told]));
    const named = faults.filter(({ kind }) => kind === "closedUnit");
    expect(named.filter(({ grave }) => grave)).toEqual([]);
    for (const { rule } of still)
      expect(named.map(({ message }) => message).join("\n")).toContain(`规则 ${rule.code} 的主办单位${told}`);
    expect(still.length).toBeGreaterThan(0);
  });
});

interface Major {
  readonly minors: readonly { readonly items: readonly { readonly code: string; readonly name: string }[] }[];
}

describe("the list of matters", () => {
  const file = "taxonomy/02-utilities.json";

  /** The first minor class with its items changed. */
  const withItems = (body: CountyBody, change: (items: Major["minors"][0]["items"]) => unknown) =>
    edited(body, file, (major: Major) => ({
      ...major,
      minors: major.minors.map((minor, at) => (at === 0 ? { ...minor, items: change(minor.items) } : minor)),
    }));

  it("takes a new matter and a new name, which the running reader knows at once", async () => {
    const house = await openHouse({ reference, learns: true });
    const admin = await house.as("admin");
    const { body } = await read(admin, "taxonomy");
    const more = withItems(body, (items) => {
      const lamp = structuredClone(items[0]) as unknown as Record<string, unknown>;
      const conditions = (lamp["conditions"] as { code: string }[]).map((row, at) => ({
        ...row,
        code: `020109-${at + 1}`,
      }));
      const phrases = ["充电桩坏了", "充电桩充不进电", "充电桩黑屏", "充电枪拔不下来"];
      const words = { keywords: ["充电桩", "充电枪"], phrases, confusableWith: [] };
      const added = { ...lamp, code: "020109", name: "公共充电桩故障", conditions, ...words };
      return [...items.map((item, at) => (at === 0 ? { ...item, name: "路灯不亮" } : item)), added];
    });
    const { draft } = await done(admin, "taxonomy/draft", { revision: null, body: { [file]: more[file] } });
    expect(draft?.faults).toEqual([]);
    await done(admin, "taxonomy/publish", { revision: 1, validFrom: "2026-03-10", note: "县政府办通知" });
    expect(house.deps.names.item("020101")?.name).toBe("路灯不亮");
    expect(house.deps.reader.classify("商场门口充电桩坏了").candidates[0]?.code).toBe("020109");
  });

  it("retires a matter only with a successor, and never gives its code away", async () => {
    const house = await county();
    const admin = await house.as("admin");
    const { body } = await read(admin, "taxonomy");
    const without = withItems(body, (items) => items.filter(({ code }) => code !== "020105"));
    const { draft } = await done(admin, "taxonomy/draft", { revision: null, body: without });
    expect(draft?.faults).toContainEqual(
      expect.objectContaining({ path: "020105", given: expect.stringContaining("缺少 020105"), grave: true }),
    );
    const retired = [{ code: "020105", successor: "020102", on: "2026-03-10" }];
    const confused = /"020105",? ?/gu;
    const clean = Object.fromEntries(
      Object.entries(without).map(([path, value]) => {
        const text = JSON.stringify(value).replaceAll(confused, "").replaceAll(",]", "]");
        return [path, JSON.parse(text) as unknown];
      }),
    );
    const whole = { ...clean, "taxonomy/retired.json": retired };
    const next = await done(admin, "taxonomy/draft", { revision: 1, body: whole });
    expect(next.draft?.faults.filter(({ grave, file: at }) => grave && at.startsWith("taxonomy"))).toEqual(
      [],
    );
    const reused = { ...whole, [file]: body[file] };
    const { draft: bad } = await done(admin, "taxonomy/draft", { revision: 2, body: reused });
    expect(bad?.faults).toContainEqual(
      expect.objectContaining({ file: "taxonomy/retired.json", expected: "已停用、不再使用的编码" }),
    );
  });
});

describe("a trial of county data", () => {
  it("says which open clocks would end at another time, and moves none", async () => {
    const house = await county();
    const centre = await house.as("centre");
    const found = await reported(await house.as("gridWorker"));
    const { body } = await read(centre, "calendar");
    const off = edited(body, "calendar/calendars.json", (rows: object[]) =>
      rows.map((row, at) =>
        at === 0
          ? {
              ...row,
              additions: [{ date: "2026-03-10", kind: "off", name: "防汛", basis: "县府办通知" }],
            }
          : row,
      ),
    );
    await done(centre, "calendar/draft", { revision: null, body: off });
    const before = await house.store.cases.byId(found.id);
    const trial = await done<CountyTrial>(centre, "calendar/trial", {});
    expect(trial.total).toBe(1);
    expect(trial.rows[0]?.caseId).toBe(found.id);
    expect(trial.rows[0]?.cells.slice(0, 3)).toEqual([found.number, "立案", "城阳街道"]);
    expect(trial.rows[0]?.cells[3]).not.toBe(trial.rows[0]?.cells[4]);
    await done(centre, "calendar/publish", { revision: 1, validFrom: "2026-03-10", note: "" });
    expect((await house.store.cases.byId(found.id))?.dueAt).toBe(before?.dueAt);
    const later = await reported(await house.as("gridWorker"));
    const begun = await house.store.cases.byId(later.id);
    expect(begun?.dueAt).toBeGreaterThan(before?.dueAt ?? 0);
  });

  it("counts last month's clocks that a shorter limit would have made late", async () => {
    const house = await county();
    const centre = await house.as("centre");
    // Nobody can say which matter it is, so the county's general limit counts
    await reported(await house.as("gridWorker"), { text: "这里不对劲" });
    house.clock.advance(DAY / 24);
    const { body } = await read(centre, "limits");
    const shorter = edited(body, "policies.json", (rows: Policy[]) =>
      rows.map((row) =>
        row.code === "file" ? { ...row, budget: { value: 5, unit: "calendarMinute" } } : row,
      ),
    );
    await done(centre, "limits/draft", { revision: null, body: shorter });
    const trial = await done<CountyTrial>(centre, "limits/trial", {});
    expect(trial.rows.map(({ cells }) => cells)).toEqual([["受理立案", "2 工作时", "5 分钟", "1", "0", "1"]]);
  });

  describe("of limits that a county may do without", () => {
    const isUrgent = ({ code }: Policy) => code === "urgentDispatch";
    const without = (rows: Policy[]) => rows.filter((row) => !isUrgent(row));

    /** At a county with or without the line for what is urgent, an urgent case and an ordinary one that wait to be sent out. */
    async function waiting(from: Reference) {
      const house = await openHouse({ reference: from });
      const [worker, township] = [await house.as("gridWorker"), await house.as("township")];
      const [urgent, ordinary] = [await reported(worker), await reported(worker)];
      await moved(township, urgent.id, { action: "file", itemCode: "020101", conditionCode: "020101-3" });
      await moved(township, ordinary.id, { action: "file", itemCode: "020101", conditionCode: "020101-1" });
      return { house, centre: await house.as("centre"), urgent };
    }

    async function tried(centre: Client, change: (rows: Policy[]) => readonly Policy[]) {
      const { body } = await read(centre, "limits");
      await done(centre, "limits/draft", { revision: null, body: edited(body, "policies.json", change) });
      return await done<CountyTrial>(centre, "limits/trial", {});
    }

    it("says which cases lose one that is taken away", async () => {
      const { house, centre, urgent } = await waiting(reference);
      house.clock.advance(1.5 * HOUR);
      const trial = await tried(centre, without);
      expect(trial.words[0]).toContain("时限改动 0 项，新增 0 项，取消 1 项");
      expect(trial.words[1]).toBe(
        "取消“派遣（紧急、特急）”（60 分钟）：近 30 天有 1 件案卷的 1 个计时失去它，改按“派遣”（1 工作时），逐件列在下面。",
      );
      expect(trial.rows.map(({ cells }) => cells)).toEqual([
        ["派遣（紧急、特急）", "60 分钟", "取消", "1", "1", "1"],
      ]);
      const cells = [urgent.number, "派遣", "派遣（紧急、特急） 60 分钟", "派遣 1 工作时"];
      expect(trial.cases).toMatchObject({ total: 1, rows: [{ caseId: urgent.id }] });
      expect(trial.cases?.rows[0]?.cells.slice(0, 4)).toEqual(cells);
    });

    it("says which cases gain one that is added, by day and night", async () => {
      const bare = { ...reference, policies: new Map(reference.policies) };
      bare.policies.delete("urgentDispatch");
      const { house, centre, urgent } = await waiting(bare);
      house.clock.advance(1.5 * HOUR);
      const trial = await tried(centre, (rows) => rows);
      expect(trial.words[0]).toContain("新增 1 项，取消 0 项");
      expect(trial.words[1]).toContain("会由它计，不再按“派遣”（1 工作时）");
      expect(trial.rows.map(({ cells }) => cells)).toEqual([
        ["派遣（紧急、特急）", "没有这一项", "60 分钟", "1", "1", "1"],
      ]);
      expect(trial.cases?.rows.map(({ caseId }) => caseId)).toEqual([urgent.id]);
    });

    it("says of one that no case used that none did, and lists no cases where lines only change", async () => {
      const house = await county();
      const centre = await house.as("centre");
      const trial = await tried(centre, without);
      expect(trial.words[1]).toBe("取消“派遣（紧急、特急）”（60 分钟）：近 30 天没有案卷用到它。");
      expect(trial.cases).toMatchObject({ total: 0 });
      await done(centre, "limits/discard", { revision: 1 });
      const { body } = await read(centre, "limits");
      await done(centre, "limits/draft", { revision: null, body: longerCheck(body) });
      expect(await done<CountyTrial>(centre, "limits/trial", {})).not.toHaveProperty("cases");
    });
  });

  it("reads last month's texts again by changed phrases", async () => {
    const house = await openHouse({ reference, learns: true });
    const centre = await house.as("centre");
    const { body } = await read(centre, "taxonomy");
    await done(centre, "taxonomy/draft", { revision: null, body });
    const trial = await done<CountyTrial>(centre, "taxonomy/trial", {});
    expect(trial).toMatchObject({ total: 0, rows: [] });
    expect(trial.words[0]).toContain("识别会不同的 0 件");
  });
});

describe("scores of a period", () => {
  it("are counted by the weights of its last day, whatever counts today", async () => {
    const house = await county();
    const centre = await house.as("centre");
    const rules = async (to: string) =>
      (await (await (await house.as("centre")).get(`/api/evaluation?from=2026-03-01&to=${to}`)).json()) as {
        rulesVersion: string;
        minimum: number;
      };
    const { body } = await read(centre, "evaluation");
    const fewer = edited(body, "evaluation.json", (file: object) => ({ ...file, minimum: 3 }));
    await done(centre, "evaluation/draft", { revision: null, body: fewer });
    const trial = await done<CountyTrial>(centre, "evaluation/trial", {});
    expect(trial.words[0]).toContain("2026-02-01 至 2026-02-28");
    await done(centre, "evaluation/publish", { revision: 1, validFrom: "2026-03-12", note: "" });
    house.clock.advance(4 * DAY);
    expect(await rules("2026-03-11")).toMatchObject({ rulesVersion: reference.evaluation.version });
    expect(await rules("2026-03-12")).toMatchObject({ rulesVersion: "2026-03-12.2", minimum: 3 });
  });
});
