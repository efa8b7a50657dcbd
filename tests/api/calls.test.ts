import { describe, expect, it } from "vitest";
import type {
  CallAnswer,
  CallFiguresAnswer,
  CallListAnswer,
  CallStartAnswer,
} from "../../server/domain/call/callAnswers.ts";
import type { InboxAnswer } from "../../server/domain/inboxAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { sweepCalls } from "../../server/jobs/callSweep.ts";
import type { LiveMessage } from "../../server/live.ts";
import { type Client, type House, moved, openHouse, reported, type Staff } from "../support/app.ts";

let serial = 0;

/** The township calls the lamp office to lead and the water office to assist. */
const plain = (change: Record<string, unknown> = {}) => ({
  id: `launch-${(serial += 1)}`,
  level: "daily",
  itemCode: "020101",
  lead: "LD",
  assist: ["SW"],
  text: "灯杆倒在水渠边，需要现场会商",
  ...change,
});

async function county(): Promise<House> {
  const house = await openHouse();
  await house.store.people.setPosts("town-1", ["deputy"]);
  await house.store.people.setPosts("town-2", ["deputy", "chief"]);
  return house;
}

async function launched(house: House, change: Record<string, unknown> = {}): Promise<CallAnswer> {
  const answer = await (await house.as("township")).post("/api/calls", plain(change));
  if (answer.status !== 201) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as CallAnswer;
}

async function acts(
  house: House,
  who: Staff,
  id: string,
  command: Record<string, unknown>,
): Promise<CallAnswer> {
  const answer = await sends(await house.as(who), id, command);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as CallAnswer;
}

async function sends(client: Client, id: string, command: Record<string, unknown>): Promise<Response> {
  const { version = 1 } = (await (await client.get(`/api/calls/${id}`)).json()) as Partial<CallAnswer>;
  return await client.post(`/api/calls/${id}/moves`, { version, ...command });
}

const list = async (house: House, who: Staff, query = "") =>
  (await (await (await house.as(who)).get(`/api/calls${query}`)).json()) as CallListAnswer;

const refusal = async (answer: Response) => (await answer.json()) as ProblemAnswer;

const read = (id: string) => ({ path: `/api/calls/${id}` });
const sign = (id: string) => ({ path: `/api/calls/${id}/moves`, body: { action: "sign", version: 1 } });
const start = () => ({ path: "/api/calls", body: plain() });
const posts = () => ({ path: "/api/people/town-1/posts", body: { posts: ["chief"] } });

interface Cell {
  readonly who: Staff | "nobody";
  readonly does: string;
  readonly ask: (id: string) => { readonly path: string; readonly body?: unknown };
  readonly status: number;
}

const cells: readonly Cell[] = [
  { who: "township", does: "reads its own call", ask: read, status: 200 },
  { who: "otherTownship", does: "does not even learn of another's call", ask: read, status: 404 },
  { who: "lights", does: "reads a call it leads", ask: read, status: 200 },
  { who: "water", does: "reads a call it assists in", ask: read, status: 200 },
  { who: "establishment", does: "does not learn of a call it is not called in", ask: read, status: 404 },
  { who: "gridWorker", does: "reads no call, also not of the own township", ask: read, status: 404 },
  { who: "centre", does: "reads every call", ask: read, status: 200 },
  { who: "leader", does: "reads every call", ask: read, status: 200 },
  { who: "admin", does: "reads no call", ask: read, status: 404 },
  { who: "nobody", does: "reads no call", ask: read, status: 401 },
  { who: "lights", does: "signs", ask: sign, status: 200 },
  { who: "township", does: "signs nothing for a department", ask: sign, status: 403 },
  { who: "leader", does: "signs nothing", ask: sign, status: 403 },
  { who: "centre", does: "signs nothing for a department", ask: sign, status: 403 },
  { who: "establishment", does: "signs no foreign call", ask: sign, status: 404 },
  { who: "otherTownship", does: "signs no foreign call", ask: sign, status: 404 },
  { who: "nobody", does: "signs nothing", ask: sign, status: 401 },
  { who: "township", does: "starts a call", ask: start, status: 201 },
  { who: "lights", does: "starts no call", ask: start, status: 403 },
  { who: "centre", does: "starts no call", ask: start, status: 403 },
  { who: "gridWorker", does: "starts no call", ask: start, status: 403 },
  { who: "admin", does: "gives posts", ask: posts, status: 204 },
  { who: "township", does: "gives itself no post", ask: posts, status: 403 },
  { who: "centre", does: "gives no posts", ask: posts, status: 403 },
];

describe("access to calls", () => {
  it.each(cells)("$who $does: $status", async ({ who, ask, status }) => {
    const house = await county();
    const { id } = await launched(house);
    const client = who === "nobody" ? house.nobody : await house.as(who);
    const { path, body } = ask(id);
    const answer = body === undefined ? await client.get(path) : await client.post(path, body);
    expect(answer.status).toBe(status);
  });

  it("tells a foreign call from no call by nothing", async () => {
    const house = await county();
    const { id } = await launched(house);
    const stranger = await house.as("establishment");
    const [foreign, none] = [await stranger.get(`/api/calls/${id}`), await stranger.get("/api/calls/none")];
    expect(await foreign.text()).toBe(await none.text());
    const [move, nothing] = [
      await stranger.post(`/api/calls/${id}/moves`, { action: "sign", version: 1 }),
      await stranger.post("/api/calls/none/moves", { action: "sign", version: 1 }),
    ];
    expect(await move.text()).toBe(await nothing.text());
  });

  it("lists, counts, sums up and announces only what a person may open", async () => {
    const house = await county();
    await launched(house);
    for (const [who, seen] of [
      ["township", 1],
      ["lights", 1],
      ["water", 1],
      ["establishment", 0],
      ["otherTownship", 0],
      ["gridWorker", 0],
      ["admin", 0],
      ["centre", 1],
      ["leader", 1],
    ] as const) {
      const client = await house.as(who);
      const { rows, counts } = await list(house, who);
      expect([rows.length, counts.open], who).toEqual([seen, seen]);
      expect(await (await client.get("/api/calls/behind")).json(), who).toHaveProperty("rows.length", seen);
    }
    const figures = async (who: Staff) =>
      (await (await (await house.as(who)).get("/api/calls/figures")).json()) as CallFiguresAnswer;
    expect((await figures("water")).units.map(({ unit }) => unit.code)).toEqual(["SW"]);
    expect((await figures("water")).townships).toEqual([]);
    expect((await figures("otherTownship")).units).toEqual([]);
    expect((await figures("centre")).units.map(({ unit }) => unit.code)).toEqual(["LD", "SW"]);
  });

  it("keeps a call that its head has not approved from the departments", async () => {
    const house = await county();
    const head = await house.as("otherTownship");
    expect((await head.post("/api/calls/approval", { needed: true })).status).toBe(204);
    await house.store.people.setPosts("town-2", ["deputy"]);
    const answer = await head.post("/api/calls", plain());
    const { id, state } = (await answer.json()) as CallAnswer;
    expect(state).toBe("asked");
    expect((await list(house, "lights")).rows).toEqual([]);
    expect((await (await house.as("lights")).get(`/api/calls/${id}`)).status).toBe(404);
    expect((await (await house.as("lights")).get("/api/inbox")).status).toBe(200);
    await house.store.people.setPosts("town-2", ["chief"]);
    await acts(house, "otherTownship", id, { action: "approve" });
    expect((await list(house, "lights")).rows).toHaveLength(1);
  });

  it("lets only the head say whether calls wait", async () => {
    const house = await county();
    const answer = await (await house.as("township")).post("/api/calls/approval", { needed: true });
    expect(answer.status).toBe(403);
    expect((await refusal(answer)).detail).toContain("主要负责人");
  });

  it("shows the case behind a call only to those who may see the case", async () => {
    const house = await county();
    const { id: caseId, number } = await reported(await house.as("gridWorker"));
    const call = await launched(house, { caseId });
    expect(call.case).toEqual({ id: caseId, number });
    const seen = await (await house.as("water")).get(`/api/calls/${call.id}`);
    const text = await seen.text();
    expect(text).not.toContain(caseId);
    expect(text).not.toContain(number);
  });
});

describe("starting a call", () => {
  it("proposes whom the duty list names, tells who may, and how the limits would fall", async () => {
    const house = await county();
    const { id: caseId } = await reported(await house.as("gridWorker"));
    const client = await house.as("township");
    const answer = await client.get(`/api/calls/start?caseId=${caseId}`);
    const told = (await answer.json()) as CallStartAnswer;
    expect(told.item).toEqual({ code: "020101", name: "路灯不亮" });
    expect(told.leads).toEqual([{ code: "LD", name: "路灯所", when: null, heard: true }]);
    expect(told.levels.map(({ code, may }) => [code, may])).toEqual([
      ["daily", true],
      ["tough", false],
      ["emergency", false],
    ]);
    expect(told.levels[1]?.why).toContain("党政主要负责人");
    expect(told.levels[0]?.limits.map(({ kind }) => kind)).toEqual(["sign", "contact", "onSite", "done"]);
    expect(told.levels[0]?.limits[0]?.dueAt).toBe(house.clock.now() + HOUR);
  });

  it("is refused with the rule, the line and what to do instead", async () => {
    const house = await county();
    const client = await house.as("township");
    const detailOf = async (change: Record<string, unknown>) =>
      (await refusal(await client.post("/api/calls", plain(change)))).detail;
    expect(await detailOf({ level: "tough" })).toBe(
      "攻坚呼叫只能由党政主要负责人发起。请由上述人员登录发起，或请系统管理员在“人员”里登记您的职务，或改用您可以发起的级别。",
    );
    expect(await detailOf({ lead: "SW", assist: [] })).toContain("020101 路灯不亮");
    const { rule } = await refusal(await client.post("/api/calls", plain({ lead: "SW", assist: [] })));
    expect(rule).toMatchObject({ id: "leadByList", source: { kind: "dutyList", code: "020101" } });
    expect(await detailOf({ itemCode: null })).toContain("清单外呼叫");
    expect(await detailOf({ text: "  " })).toContain("不为空的文字");
  });

  it("answers the same launch again with the same call", async () => {
    const house = await county();
    const client = await house.as("township");
    const body = plain();
    const [first, again] = [await client.post("/api/calls", body), await client.post("/api/calls", body)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(((await again.json()) as CallAnswer).id).toBe(((await first.json()) as CallAnswer).id);
    await house.store.people.setPosts("town-2", ["deputy"]);
    const stranger = await (await house.as("otherTownship")).post("/api/calls", body);
    expect(stranger.status).toBe(409);
    expect(await stranger.text()).not.toContain("HJ");
  });

  it("carries what was done already to everybody called", async () => {
    const house = await county();
    const { id } = await launched(house, { doneBefore: "已到现场查看，已与反映人联系" });
    const seen = async (who: Staff) =>
      (await (await (await house.as(who)).get(`/api/calls/${id}`)).json()) as CallAnswer;
    expect((await seen("lights")).doneBefore).toBe("已到现场查看，已与反映人联系");
    expect((await seen("water")).doneBefore).toBe("已到现场查看，已与反映人联系");
    expect((await seen("lights")).history[0]?.words["doneBefore"]).toBe("已到现场查看，已与反映人联系");
    const { id: plainId } = await launched(house);
    expect(
      ((await (await (await house.as("water")).get(`/api/calls/${plainId}`)).json()) as CallAnswer)
        .doneBefore,
    ).toBeNull();
  });

  it("takes no blank and no endless account of what was done", async () => {
    const house = await county();
    const client = await house.as("township");
    for (const doneBefore of ["   ", "。。", "好".repeat(501)]) {
      const answer = await client.post("/api/calls", plain({ doneBefore }));
      expect([answer.status, (await refusal(answer)).field]).toEqual([422, "doneBefore"]);
    }
  });

  it("is possible once for a case that runs, and only in the own area", async () => {
    const house = await county();
    const { id: caseId } = await reported(await house.as("gridWorker"));
    const call = await launched(house, { caseId });
    const second = await (await house.as("township")).post("/api/calls", plain({ caseId }));
    expect(second.status).toBe(409);
    expect((await refusal(second)).detail).toContain(call.number);
    const foreign = await (await house.as("otherTownship")).post("/api/calls", plain({ caseId }));
    expect(foreign.status).toBe(404);
  });

  it("is not possible for a case that is over", async () => {
    const house = await county();
    const { id: caseId } = await reported(await house.as("gridWorker"));
    const township = await house.as("township");
    await moved(township, caseId, { action: "decline", declineReason: "repeat", note: "重复反映" });
    const answer = await township.post("/api/calls", plain({ caseId }));
    expect(answer.status).toBe(409);
    expect((await refusal(answer)).detail).toContain("没有办结的案卷");
  });
});

describe("a call between township and departments", () => {
  it("goes from launch to close, and its history verifies", async () => {
    const house = await county();
    const { id } = await launched(house);
    for (const who of ["lights", "water"] as const) await acts(house, who, id, { action: "sign" });
    for (const who of ["lights", "water"] as const) await acts(house, who, id, { action: "arrive" });
    for (const who of ["lights", "water"] as const)
      await acts(house, who, id, { action: "finish", result: "灯杆已移走" });
    for (const who of ["lights", "water", "township"] as const)
      await acts(house, who, id, { action: "cosign" });
    const marks = { signing: 5, arrival: 5, solution: 5, conduct: 5 };
    for (const unit of ["LD", "SW"])
      await acts(house, "township", id, { action: "rateDepartment", unit, department: marks });
    const townshipRating = { necessity: 5, cooperation: 5 };
    for (const who of ["lights", "water"] as const)
      await acts(house, who, id, { action: "rateTownship", townshipRating });
    const call = (await (await (await house.as("township")).get(`/api/calls/${id}`)).json()) as CallAnswer;
    expect(call.state).toBe("closed");
    expect(call.moves).toEqual([]);
    expect(await house.store.verify()).toMatchObject({ calls: 1, faults: [] });
  });

  it("acts once, however often an act is sent", async () => {
    const house = await county();
    const { id } = await launched(house);
    const lights = await house.as("lights");
    const command = { action: "sign", version: 1, commandId: "command-1" };
    for (let times = 0; times < 3; times++)
      expect((await lights.post(`/api/calls/${id}/moves`, command)).status).toBe(200);
    expect(await house.store.calls.history(id)).toHaveLength(2);
  });

  it("acts once, also when an act comes several times in the same moment", async () => {
    const house = await county();
    const { id } = await launched(house);
    const lights = await house.as("lights");
    const command = { action: "sign", version: 1, commandId: "command-1" };
    const answers = await Promise.all([1, 2, 3].map(() => lights.post(`/api/calls/${id}/moves`, command)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await house.store.calls.history(id)).toHaveLength(2);
  });

  it("refuses what is not possible now, and says what is", async () => {
    const house = await county();
    const { id } = await launched(house);
    const finish = await sends(await house.as("lights"), id, { action: "finish", result: "好了" });
    expect(finish.status).toBe(409);
    expect((await refusal(finish)).detail).toBe(
      "本单位现在是“待签收”，只有在“已到场”时才能这样做。请按签收、联系、到场、办完的次序办理。",
    );
    const empty = await sends(await house.as("water"), id, { action: "decline", reason: "不属我局" });
    expect(await refusal(empty)).toMatchObject({ field: "basisItem" });
  });

  it("offers each person exactly the acts that will be allowed", async () => {
    const house = await county();
    const { id } = await launched(house, { itemCode: null, lead: null });
    const offered = async (who: Staff) =>
      (
        (await (await (await house.as(who)).get(`/api/calls/${id}`)).json()) as Partial<CallAnswer>
      ).moves?.map(({ action }) => action);
    expect(await offered("centre")).toEqual(["catch"]);
    expect(await offered("township")).toEqual([]);
    expect(await offered("water")).toBeUndefined();
    await acts(house, "centre", id, { action: "catch", lead: "LD", basisItem: "020101" });
    expect(await offered("water")).toEqual(["sign", "decline"]);
    expect(await offered("lights")).toEqual(["sign"]);
  });

  it("stands in the inbox of whom it concerns", async () => {
    const house = await county();
    const { id } = await launched(house);
    const inbox = async (who: Staff) =>
      ((await (await (await house.as(who)).get("/api/inbox")).json()) as InboxAnswer).calls;
    expect(await inbox("water")).toMatchObject([{ callId: id, kind: "launch" }]);
    expect(await inbox("establishment")).toEqual([]);
    await acts(house, "water", id, { action: "sign" });
    expect(await inbox("township")).toMatchObject([{ callId: id, kind: "sign" }]);
    expect(await inbox("gridWorker")).toEqual([]);
  });
});

describe("a call that nobody answers", () => {
  it("is found by the sweep and climbs by itself, into the centre's list", async () => {
    const house = await county();
    const { id } = await launched(house);
    expect(await sweepCalls(house.deps)).toBe(0);
    house.clock.advance(HOUR);
    expect(await sweepCalls(house.deps)).toBe(1);
    expect(await sweepCalls(house.deps)).toBe(0);
    const { rows, counts } = await list(house, "centre", "?tab=attention");
    expect([rows.map((row) => row.id), counts.attention, rows[0]?.climbed]).toEqual([[id], 1, 1]);
    house.clock.advance(HOUR);
    await sweepCalls(house.deps);
    expect((await list(house, "leader", "?tab=attention")).rows[0]?.climbed).toBe(2);
    expect(await house.store.verify()).toMatchObject({ faults: [] });
  });

  it("is listed as unheard where no account would hear it", async () => {
    const house = await county();
    const admin = await house.as("admin");
    await admin.post("/api/people/water-1/disable", { disabled: true });
    const { unheard } = await launched(house);
    expect(unheard.map(({ code }) => code)).toEqual(["SW"]);
    expect((await list(house, "centre", "?tab=attention")).rows).toHaveLength(1);
  });

  it("counts as missed for the department and answered for the other, with the calls behind each figure", async () => {
    const house = await county();
    const { id } = await launched(house);
    await acts(house, "lights", id, { action: "sign" });
    house.clock.advance(HOUR + MINUTE);
    const client = await house.as("centre");
    const figures = (await (await client.get("/api/calls/figures?days=7")).json()) as CallFiguresAnswer;
    expect(figures.units.map(({ unit, rate }) => [unit.code, rate])).toEqual([
      ["LD", 1],
      ["SW", 0],
    ]);
    const behind = async (query: string) =>
      ((await (await client.get(`/api/calls/behind?days=7&${query}`)).json()) as CallListAnswer).rows.length;
    expect(await behind("unit=SW&signed=missed")).toBe(1);
    expect(await behind("unit=SW&signed=answered")).toBe(0);
    expect(await behind("township=371122001")).toBe(1);
  });
});

describe("open pages", () => {
  it("hear of a call in their scope, and of no other", async () => {
    const house = await county();
    const heard: string[] = [];
    const hear = (who: string) => (message: LiveMessage) => void heard.push(`${who} ${message.about}`);
    house.deps.live.listen({ kind: "unit", unit: "LD", account: "a" }, hear("LD"));
    house.deps.live.listen({ kind: "unit", unit: "BB", account: "a" }, hear("BB"));
    house.deps.live.listen({ kind: "township", township: "371122001", account: "a" }, hear("own"));
    house.deps.live.listen({ kind: "township", township: "371122102", account: "a" }, hear("other"));
    await launched(house);
    expect(heard).toEqual(["LD call", "own call"]);
  });
});
