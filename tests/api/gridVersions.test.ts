import { describe, expect, it } from "vitest";
import type { EvaluationAnswer, EvaluationRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import type { BaseMapAnswer, MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import { cells, moved, reported } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";
import { publishing, sent, splitFile } from "../support/gridFile.ts";

describe("figures by cell", () => {
  it("stay with the cell of each case's day, or follow the version that is asked for", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const first = await reported(await house.as("gridWorker"));
    await moved(await house.as("township"), first.id, { action: "file", itemCode: "020101" });
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    await reported(await house.as("gridWorker"));
    const centre = await house.as("centre");
    const asked = "from=2026-03-01&to=2026-03-31&by=cell&township=371122001";
    const groups = async (query: string) => {
      const answer = await centre.get(`/api/evaluation?${asked}${query}`);
      return ((await answer.json()) as EvaluationAnswer).groups.map(({ group }) => group.code);
    };
    expect(await groups("")).toEqual(["371122001001001", "371122001001003"]);
    expect(await groups("&gridVersion=1")).toEqual(["371122001001001"]);
    expect(await groups("&gridVersion=2")).toEqual(["371122001001003"]);
    const behind = async (group: string) => {
      const part = `gridVersion=2&group=${group}&indicator=filedOnTime&part=of`;
      const answer = await centre.get(`/api/evaluation/cases?${asked}&${part}`);
      return ((await answer.json()) as EvaluationRowsAnswer).rows.map(({ caseId }) => caseId);
    };
    expect(await behind("371122001001003")).toEqual([first.id]);
    expect(await behind("371122001001001")).toEqual([]);
    const all = `/api/evaluation/cases?${asked}&gridVersion=2&indicator=filedOnTime&part=of`;
    expect(await (await centre.get(all)).json()).toMatchObject({
      gridVersion: { version: 2, validFrom: "2026-03-10" },
      rows: [{ caseId: first.id }],
    });
    const unknown = await centre.get(`/api/evaluation?${asked}&gridVersion=9`);
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain("治理网格的版本号（2、1）");
    expect((await centre.get("/api/evaluation?by=unit&gridVersion=1")).status).toBe(422);
  });
});

describe("a map by a chosen version", () => {
  it("draws the cells of that version and counts what is open by them", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    await reported(await house.as("gridWorker"));
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    const centre = await house.as("centre");
    const counts = async (query = "") =>
      (await (await centre.get(`/api/map/counts${query}`)).json()) as MapCountsAnswer;
    expect(await counts()).toEqual({
      gridVersion: null,
      cells: [{ code: "371122001001001", name: "城阳一组", open: 1, overdue: 0 }],
      beside: 0,
    });
    expect(await counts("?gridVersion=2")).toEqual({
      gridVersion: { version: 2, validFrom: "2026-03-10" },
      cells: [{ code: "371122001001003", name: "城阳三组", open: 1, overdue: 0 }],
      beside: 0,
    });
    expect((await centre.get("/api/map/counts?gridVersion=3")).status).toBe(422);
    const drawn = async (version: number) => {
      const answer = await centre.get(`/api/grid/versions/${version}/basemap`);
      return ((await answer.json()) as BaseMapAnswer).atlas.cells.map(({ code }) => code);
    };
    expect(await drawn(1)).not.toContain("371122001001003");
    expect(await drawn(2)).toContain("371122001001003");
  });

  it("knows the cells of other layers not as versions of the governance grid", async () => {
    const house = await openPublished();
    const said = { validFrom: "2026-01-01", note: "", source: "", by: "system", at: 1 } as const;
    const publication = { ...said, layer: "patrol", kept: [], begun: cells, ended: [] } as const;
    await house.store.grid.publish(publication, null);
    const centre = await house.as("centre");
    const answer = await centre.get("/api/map/counts?gridVersion=2");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("治理网格的版本号（1）");
  });
});
