import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ItemAnswer } from "../../server/domain/referenceAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { lightReport, openHouse, reported } from "../support/app.ts";

describe("a report solved on the spot 随手办结", () => {
  it("waits for the check at once, and promises no filing", async () => {
    const house = await openHouse();
    const grid = await house.as("gridWorker");
    const answer = await reported(grid, {
      itemCode: "010101",
      text: "垃圾桶边有散落垃圾",
      solvedOnSpot: { result: "已随手清理" },
    });
    expect(answer).toMatchObject({ state: "handled", deadlines: { file: null } });
    const desk = await house.as("township");
    const found = (await (await desk.get(`/api/cases/${answer.id}`)).json()) as CaseAnswer;
    expect(found.moves.map((move) => move.action)).toEqual(expect.arrayContaining(["check", "refute"]));
    expect(found.history[0]?.words["result"]).toBe("已随手清理");
  });

  it("is refused with the line of the duty list and what to do instead", async () => {
    const house = await openHouse();
    const grid = await house.as("gridWorker");
    const body = lightReport({ itemCode: "020101", solvedOnSpot: { result: "拧紧灯泡", photosAfter: [] } });
    const answer = await grid.post("/api/reports", body);
    expect(answer.status).toBe(422);
    const said = (await answer.json()) as ProblemAnswer;
    expect(said.field).toBe("solvedOnSpot");
    expect(said.detail).toContain("020101 路灯不亮");
    expect(said.detail).toContain("请去掉“随手办结”照常上报，由“路灯所”办理");
  });

  it("is not for somebody without an account", async () => {
    const house = await openHouse();
    const body = lightReport({ channel: "public", itemCode: "010101", solvedOnSpot: { result: "捡了" } });
    expect((await house.nobody.post("/api/reports", body)).status).toBe(403);
  });
});

describe("a report on behalf of a resident 代报", () => {
  it("keeps the resident masked and tells the resident, not the officer", async () => {
    const house = await openHouse();
    const grid = await house.as("gridWorker");
    const answer = await reported(grid, {
      onBehalf: true,
      reporter: { name: "王建国", phone: "13812345678" },
    });
    const found = (await (await grid.get(`/api/cases/${answer.id}`)).json()) as CaseAnswer;
    expect(found.reporter).toMatchObject({ name: "王**", phone: "138****5678" });
    expect(found.history[0]?.facts["onBehalf"]).toBe(true);
  });

  it("names the resident", async () => {
    const house = await openHouse();
    const grid = await house.as("gridWorker");
    const answer = await grid.post("/api/reports", lightReport({ onBehalf: true }));
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as ProblemAnswer).detail).toBe("请填写“反映人姓名”。");
  });
});

describe("the filing conditions of an item", () => {
  it("say what filing under each of them sets", async () => {
    const house = await openHouse();
    const answer = await house.nobody.get("/api/reference/items/020101");
    const item = (await answer.json()) as ItemAnswer;
    expect(item.conditions.map(({ code, urgency }) => [code, urgency])).toEqual([
      ["020101-1", "normal"],
      ["020101-3", "urgent"],
      ["020101-4", "urgent"],
    ]);
    expect(item.plans.map(({ conditions, stages }) => [conditions, stages.length])).toEqual([
      [["020101-4"], 3],
    ]);
    expect(item.conditions[1]?.limits.handle).toEqual({ value: 4, unit: "calendarHour" });
    expect(item.leadUnit).toEqual({ code: "LD", name: "路灯所" });
  });

  it("are refused for a code that is none", async () => {
    const house = await openHouse();
    expect((await house.nobody.get("/api/reference/items/999999")).status).toBe(422);
  });

  it("stand in the case file once it is filed under one", async () => {
    const house = await openHouse();
    const desk = await house.as("township");
    const grid = await house.as("gridWorker");
    const { id }: ReportAnswer = await reported(grid);
    const filed = await desk.post(`/api/cases/${id}/moves`, {
      action: "file",
      version: 1,
      itemCode: "020101",
      conditionCode: "020101-3",
    });
    expect(((await filed.json()) as CaseAnswer).condition).toMatchObject({ closeWhen: "消除触电风险" });
  });
});
