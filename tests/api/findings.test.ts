import { describe, expect, it } from "vitest";
import { analyseWhenDue } from "../../server/jobs/analysis.ts";
import { runAnalysis } from "../../server/analysis/run.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { FindingCasesAnswer, FindingsAnswer } from "../../server/domain/analysis/answers.ts";
import type { Component } from "../../server/domain/component/component.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { type Client, type House, openHouse, reported } from "../support/app.ts";

const lamp: Component = {
  code: "3711220137000001",
  classCode: "0137",
  name: "振兴路路灯 1 号",
  owner: "LD",
  unit: "LD",
  cellCode: "371122001001001",
  lng: 118.83,
  lat: 35.58,
  state: "inUse",
  source: "test",
  updatedAt: 0,
};

async function json<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A lamp that failed three times; analysis has looked. */
async function houseWithFinding(): Promise<{
  readonly house: House;
  readonly id: string;
  readonly cases: string[];
}> {
  const house = await openHouse();
  await house.store.components.put([lamp]);
  const cases: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    cases.unshift(await lampFails(house));
  }
  await runAnalysis(house.deps);
  const { rows } = await json<FindingsAnswer>(await house.as("township"), "/api/findings");
  return { house, id: encodeURIComponent(rows[0]?.id ?? ""), cases };
}

async function lampFails(house: House): Promise<string> {
  house.clock.advance(HOUR);
  return (await reported(await house.as("gridWorker"), { componentCode: lamp.code, itemCode: "020101" })).id;
}

describe("findings of analysis", () => {
  it("are told in words to the township of the place and to the centre, and to no other township", async () => {
    const { house, cases, id } = await houseWithFinding();
    const answer = await json<FindingsAnswer>(await house.as("township"), "/api/findings");
    expect(answer).toMatchObject({
      mayDecide: true,
      rows: [
        {
          kind: "recurring",
          state: "open",
          sentence: "部件“振兴路路灯 1 号”近180天报了 3 次故障，修了又坏",
          count: 3,
          decided: null,
        },
      ],
    });
    expect(answer.ranAt).toBe(house.clock.now());
    expect((await json<FindingsAnswer>(await house.as("centre"), "/api/findings")).rows).toHaveLength(1);
    expect((await json<FindingsAnswer>(await house.as("otherTownship"), "/api/findings")).rows).toEqual([]);
    const behind = await json<FindingCasesAnswer>(await house.as("township"), `/api/findings/${id}/cases`);
    expect(behind.rows.map((row) => row.id)).toEqual(cases);
    expect(behind.hidden).toBe(0);
    const other = await house.as("otherTownship");
    expect((await other.get(`/api/findings/${id}/cases`)).status).toBe(404);
    for (const staff of ["gridWorker", "lights", "admin"] as const)
      expect((await (await house.as(staff)).get("/api/findings")).status).toBe(403);
  });

  it("are nothing before the first run, and say so", async () => {
    const house = await openHouse();
    expect(await json<FindingsAnswer>(await house.as("centre"), "/api/findings")).toMatchObject({
      rows: [],
      ranAt: null,
    });
  });

  it("become a case that somebody looks into, once", async () => {
    const { house, id } = await houseWithFinding();
    const township = await house.as("township");
    const answer = await township.post(`/api/findings/${id}/task`, {});
    const { rows } = (await answer.json()) as FindingsAnswer;
    expect(rows).toMatchObject([{ state: "tasked" }]);
    const task = await json<CaseAnswer>(township, `/api/cases/${rows[0]?.decided?.taskCase}`);
    expect(task.text).toContain("【研判巡查】部件“振兴路路灯 1 号”");
    expect(task).toMatchObject({ state: "reported", channel: "township", item: { code: "020101" } });
    expect(task.component?.code).toBe(lamp.code);
    expect((await township.post(`/api/findings/${id}/task`, {})).status).toBe(409);
    expect((await township.post(`/api/findings/${id}/dismiss`, { reason: "known" })).status).toBe(409);
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("are put aside with a reason that is kept, and taken back by who did it", async () => {
    const { house, id } = await houseWithFinding();
    const township = await house.as("township");
    const dismiss = (body: unknown) => township.post(`/api/findings/${id}/dismiss`, body);
    expect((await dismiss({ reason: "nonsense" })).status).toBe(422);
    expect((await dismiss({ reason: "other" })).status).toBe(422);
    const { rows } = (await (
      await dismiss({ reason: "other", note: "已列入大修" })
    ).json()) as FindingsAnswer;
    expect(rows).toMatchObject([
      { state: "dismissed", decided: { reason: { code: "other" }, note: "已列入大修", mayReopen: true } },
    ]);
    const centre = await house.as("centre");
    expect((await centre.post(`/api/findings/${id}/reopen`, {})).status).toBe(409);
    expect(
      ((await (await township.post(`/api/findings/${id}/reopen`, {})).json()) as FindingsAnswer).rows,
    ).toMatchObject([{ state: "open", decided: null }]);
  });

  it("stay aside while nothing new happens, and come again as new with three more cases", async () => {
    const { house, id } = await houseWithFinding();
    await (await house.as("township")).post(`/api/findings/${id}/dismiss`, { reason: "known" });
    const states = async () => {
      await runAnalysis(house.deps);
      const { rows } = await json<FindingsAnswer>(await house.as("township"), "/api/findings");
      return rows.map(({ state, count }) => [state, count]);
    };
    await lampFails(house);
    expect(await states()).toEqual([["dismissed", 3]]);
    await lampFails(house);
    await lampFails(house);
    expect(await states()).toEqual([
      ["open", 6],
      ["dismissed", 3],
    ]);
  });

  it("can be looked at by leaders, who decide nothing here", async () => {
    const { house, id } = await houseWithFinding();
    const leader = await house.as("leader");
    expect(await json<FindingsAnswer>(leader, "/api/findings")).toMatchObject({ mayDecide: false });
    expect((await leader.post(`/api/findings/${id}/task`, {})).status).toBe(403);
  });
});

describe("the job of analysis", () => {
  it("runs on the first start, then once a day after five in the morning", async () => {
    const house = await openHouse();
    expect(await analyseWhenDue(house.deps)).toBe(true);
    expect(await analyseWhenDue(house.deps)).toBe(false);
    // It is 9:00; at 4:00 of the next day it is not yet due
    house.clock.advance(19 * HOUR);
    expect(await analyseWhenDue(house.deps)).toBe(false);
    house.clock.advance(HOUR);
    expect(await analyseWhenDue(house.deps)).toBe(true);
    house.clock.advance(DAY);
    expect(await analyseWhenDue(house.deps)).toBe(true);
  });
});
