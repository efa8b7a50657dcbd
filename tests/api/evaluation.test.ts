import { describe, expect, it } from "vitest";
import type {
  EvaluationAnswer,
  EvaluationRowsAnswer,
  HeldAnswer,
  ObjectionAnswer,
  ObjectionsAnswer,
} from "../../server/domain/evaluate/answers.ts";
import { HOUR } from "../../server/domain/time.ts";
import { evaluationCsv } from "../../server/evaluation/table.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";
import { photoOf } from "../support/picture.ts";

async function asked<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A case sent to the street lights; `done` says how far they got. */
async function sentToLights(house: House, done: "sent" | "handled" | "returned"): Promise<string> {
  const township = await house.as("township");
  const lights = await house.as("lights");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  if (done === "returned")
    await moved(lights, id, {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "020101",
      note: "不归我管",
    });
  if (done !== "handled") return id;
  await moved(lights, id, { action: "accept" });
  const photo = await photoOf(lights);
  await moved(lights, id, { action: "handle", result: "已修复", photosAfter: [photo] });
  return id;
}

async function aMonth(): Promise<House> {
  const house = await openHouse();
  await sentToLights(house, "handled");
  await sentToLights(house, "returned");
  await sentToLights(house, "sent");
  return house;
}

const figureOf = (answer: EvaluationAnswer, group: string, code: string) =>
  answer.groups.find((row) => row.group.code === group)?.figures[code];

describe("the figures", () => {
  it("count what was done, and leave out what is still open or somebody else's, each with its reason", async () => {
    const house = await aMonth();
    const answer = await asked<EvaluationAnswer>(await house.as("centre"), "/api/evaluation");
    expect(figureOf(answer, "LD", "handledOnTime")).toEqual({
      over: 1,
      of: 1,
      excluded: { gone: 1, pending: 1 },
      value: 1,
      small: true,
      objection: null,
    });
    expect(figureOf(answer, "LD", "returned")).toMatchObject({ over: 1, of: 3 });
    expect(answer.total.figures["returned"]).toMatchObject({ over: 1, of: 3 });
    expect(answer.groups.every((row) => row.rank === null && row.score === null)).toBe(true);
  });

  it("open exactly the cases behind them, whichever part and grouping", async () => {
    const house = await aMonth();
    house.clock.advance(30 * HOUR);
    while ((await sweep(house.deps)) > 0);
    const centre = await house.as("centre");
    for (const by of ["unit", "township", "item", "month"]) {
      const answer = await asked<EvaluationAnswer>(centre, `/api/evaluation?by=${by}`);
      for (const { group, figures } of answer.groups)
        for (const [code, figure] of Object.entries(figures)) {
          const list = (part: string) =>
            asked<EvaluationRowsAnswer>(
              centre,
              `/api/evaluation/cases?by=${by}&group=${group.code}&indicator=${code}&part=${part}`,
            );
          const [over, of, excluded] = [await list("over"), await list("of"), await list("excluded")];
          const summed = over.rows.reduce((all, row) => all + row.value, 0);
          expect([code, summed, of.total]).toEqual([code, figure.over, figure.of]);
          const leftOut = Object.values(figure.excluded).reduce((all, n) => all + n, 0);
          expect([code, excluded.total]).toEqual([code, leftOut]);
          expect(excluded.rows.every((row) => row.reason !== null)).toBe(true);
          expect(of.rows.every((row) => row.reason === null)).toBe(true);
        }
    }
  });

  it("are shown to a unit as its own, to a township as its area's, and to nobody below", async () => {
    const house = await aMonth();
    const groups = async (who: "lights" | "water" | "township" | "otherTownship" | "leader") =>
      (await asked<EvaluationAnswer>(await house.as(who), "/api/evaluation")).groups.map(
        ({ group }) => group.code,
      );
    expect(await groups("lights")).toEqual(["LD"]);
    expect(await groups("water")).toEqual([]);
    expect(await groups("otherTownship")).toEqual([]);
    expect(await groups("township")).toEqual(["", "LD"]);
    expect((await groups("leader")).toSorted()).toEqual(["", "LD"]);
    for (const who of ["gridWorker", "admin"] as const) {
      const answer = await (await house.as(who)).get("/api/evaluation");
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, "noFigures"]);
    }
  });

  it("open a file only where the case itself is in scope", async () => {
    const house = await aMonth();
    const { rows } = await asked<EvaluationRowsAnswer>(
      await house.as("lights"),
      "/api/evaluation/cases?indicator=returned",
    );
    expect(rows.filter((row) => row.mayOpen)).toHaveLength(2);
    expect(rows).toHaveLength(3);
  });

  it("refuse a period that is none, and cells without a township", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const refusal = async (query: string) => {
      const answer = await centre.get(`/api/evaluation?${query}`);
      return [answer.status, ((await answer.json()) as { detail: string }).detail];
    };
    expect(await refusal("from=2026-02-30&to=2026-03-01")).toEqual([
      422,
      "“开始日”的值“2026-02-30”不合要求，应为：真实的日期。",
    ]);
    expect(await refusal("from=2024-01-01&to=2026-03-01")).toEqual([
      422,
      "“截止日”的值“2026-03-01”不合要求，应为：2024-01-01 起 366 天以内。",
    ]);
    expect(await refusal("by=cell")).toEqual([422, "请填写“乡镇”。"]);
    expect((await centre.get("/api/evaluation?by=person")).status).toBe(422);
    expect((await centre.get("/api/evaluation?by=cell&township=371122001")).status).toBe(200);
  });
});

describe("the table to download", () => {
  it("says what the page says", async () => {
    const house = await aMonth();
    const answer = await (await house.as("centre")).get("/api/evaluation/table.csv");
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    expect(text.startsWith("\uFEFF名称,代码,综合得分,处置率,处置率 分子,处置率 分母")).toBe(true);
    expect(text).toContain("路灯所,LD,,1.0000,1,1,2,样本不足");
  });

  it("holds no cell that a spreadsheet would work out", async () => {
    const house = await aMonth();
    const answer = await asked<EvaluationAnswer>(await house.as("centre"), "/api/evaluation");
    const bad = [
      '=HYPERLINK("http://x")',
      "+1+1",
      "-2",
      "@SUM(A1)",
      "\t=1",
      "＝1+1",
      "＋1",
      "－2",
      "＠SUM(A1)",
    ];
    const groups = bad.map((name) => ({ group: { code: name, name }, figures: {}, score: null, rank: null }));
    const cells = evaluationCsv({ ...answer, groups }, null)
      .replace("\uFEFF", "")
      .split("\r\n")
      .map((row) => row.replace(/^"/u, "").charAt(0));
    expect(cells.some((first) => ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"].includes(first))).toBe(
      false,
    );
  });
});

describe("held time", () => {
  it("gives every minute of the period to one holder", async () => {
    const house = await openHouse();
    const { reportedAt } = await house.store.cases
      .byId(await sentToLights(house, "sent"))
      .then((found) => found ?? { reportedAt: 0 });
    house.clock.advance(5 * HOUR);
    const held = await asked<HeldAnswer>(await house.as("centre"), "/api/evaluation/held");
    expect(held.total).toBe(house.clock.now() - reportedAt);
    const sum = (rows: readonly { readonly held: number }[]) => rows.reduce((all, row) => all + row.held, 0);
    expect([sum(held.byState), sum(held.byUnit)]).toEqual([held.total, held.total]);
    expect(held.byUnit[0]).toMatchObject({ unit: { code: "LD" }, held: 5 * HOUR, paused: 0 });
  });
});

describe("an objection to a figure", () => {
  const march = { from: "2026-03-01", to: "2026-03-31", by: "unit", indicator: "returned" };

  it("is seen on the figure, and accepted takes its cases out until it is undone", async () => {
    const house = await aMonth();
    const [lights, centre] = [await house.as("lights"), await house.as("centre")];
    const { rows } = await asked<EvaluationRowsAnswer>(
      lights,
      "/api/evaluation/cases?indicator=returned&part=over",
    );
    const cases = rows.map((row) => row.caseId);
    const posted = await lights.post("/api/evaluation/objections", { ...march, reason: "派错了", cases });
    expect(posted.status).toBe(201);
    const { id, acts, dueAt } = (await posted.json()) as ObjectionAnswer;
    expect(acts).toEqual(["withdraw"]);
    expect(dueAt).toBeGreaterThan(house.clock.now());
    const figure = async () =>
      figureOf(
        await asked<EvaluationAnswer>(centre, `/api/evaluation?from=${march.from}&to=${march.to}`),
        "LD",
        "returned",
      );
    expect(await figure()).toMatchObject({ over: 1, of: 3, objection: "open" });
    const act = (body: unknown) => centre.post(`/api/evaluation/objections/${id}/acts`, body);
    expect((await act({ act: "accept", words: "属实" })).status).toBe(200);
    expect(await figure()).toMatchObject({
      over: 0,
      of: 2,
      excluded: { objected: 1 },
      objection: "accepted",
    });
    const left = await asked<EvaluationRowsAnswer>(
      centre,
      `/api/evaluation/cases?indicator=returned&part=excluded&by=unit&group=LD&from=${march.from}&to=${march.to}`,
    );
    expect(left).toMatchObject({ total: 1, rows: [{ caseId: cases[0], reason: "异议成立" }] });
    const counted = await asked<EvaluationRowsAnswer>(
      centre,
      `/api/evaluation/cases?indicator=returned&part=of&by=unit&group=LD&from=${march.from}&to=${march.to}`,
    );
    expect(counted.total).toBe(2);
    expect((await act({ act: "decline", words: "不属实" })).status).toBe(409);
    expect((await act({ act: "undo", words: "查清了" })).status).toBe(200);
    expect(await figure()).toMatchObject({ over: 1, of: 3, objection: null });
  });

  it("is made once, by the unit itself, about what is counted", async () => {
    const house = await aMonth();
    const lights = await house.as("lights");
    const object = (client: Client, changes: object = {}) =>
      client.post("/api/evaluation/objections", { ...march, reason: "派错了", ...changes });
    const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
    expect(await codeOf(await object(await house.as("centre")))).toBe("notYourFigure");
    expect(await codeOf(await object(lights, { indicator: "nothing" }))).toBe("badValue");
    expect(await codeOf(await object(lights, { cases: ["case-of-another"] }))).toBe("badValue");
    expect(await codeOf(await object(lights, { reason: "  " }))).toBe("badValue");
    expect(await codeOf(await object(await house.as("water")))).toBe("badValue");
    expect((await object(lights)).status).toBe(201);
    expect(await codeOf(await object(lights))).toBe("objectedBefore");
    const [mine] = (await asked<ObjectionsAnswer>(lights, "/api/evaluation/objections")).rows;
    expect(
      (await asked<ObjectionsAnswer>(await house.as("water"), "/api/evaluation/objections")).rows,
    ).toEqual([]);
    const act = async (client: Client, body: unknown) =>
      await codeOf(await client.post(`/api/evaluation/objections/${mine?.id}/acts`, body));
    expect(await act(lights, { act: "accept", words: "我说属实" })).toBe("notYourAnswer");
    expect(await act(await house.as("water"), { act: "withdraw" })).toBe("notFound");
    await lights.post(`/api/evaluation/objections/${mine?.id}/acts`, { act: "withdraw" });
    expect((await object(lights)).status).toBe(201);
  });
});

describe("calls of townships", () => {
  it("count for each department that was called, and open the calls behind the figure", async () => {
    const house = await openHouse();
    await house.store.people.setPosts("town-1", ["deputy"]);
    const township = await house.as("township");
    const launched = await township.post("/api/calls", {
      id: "launch-evaluated",
      level: "daily",
      itemCode: "020101",
      lead: "LD",
      assist: ["SW"],
      text: "灯杆倒在水渠边，需要现场会商",
    });
    expect(launched.status).toBe(201);
    const { id, version } = (await launched.json()) as { id: string; version: number };
    const lights = await house.as("lights");
    await lights.post(`/api/calls/${id}/moves`, { action: "sign", version });
    const answered = async (group: string) =>
      figureOf(
        await asked<EvaluationAnswer>(await house.as("centre"), "/api/evaluation"),
        group,
        "callAnswered",
      );
    expect(await answered("LD")).toMatchObject({ over: 1, of: 1, excluded: {} });
    expect(await answered("SW")).toMatchObject({ over: 0, of: 0, excluded: { unsigned: 1 } });
    house.clock.advance(8 * HOUR);
    expect(await answered("SW")).toMatchObject({ over: 0, of: 1, excluded: {} });
    const list = async (client: Client, part: string) =>
      await asked<EvaluationRowsAnswer>(client, `/api/evaluation/cases?indicator=callAnswered&part=${part}`);
    expect(await list(await house.as("centre"), "of")).toMatchObject({ total: 2, next: null });
    expect(await list(await house.as("centre"), "over")).toMatchObject({
      total: 1,
      rows: [{ caseId: id, subject: "call", state: null, unit: { code: "LD" } }],
    });
    expect(await list(await house.as("water"), "of")).toMatchObject({
      total: 1,
      rows: [{ unit: { code: "SW" } }],
    });
  });
});
