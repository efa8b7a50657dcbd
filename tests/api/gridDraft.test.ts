import { describe, expect, it } from "vitest";
import type { GridAnswer } from "../../server/domain/gridAnswers.ts";
import { cells } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";
import { draftOf, publishing } from "../support/gridFile.ts";

describe("a grid that is drawn", () => {
  it("begins as the one in force, is saved by whoever saw the newest, and may be thrown away", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const layer = "governance";
    const begun = await draftOf(await admin.post("/api/grid/draft/begin", { layer }));
    expect(begun).toMatchObject({ revision: 1, faults: [] });
    expect(begun.cells.map(({ code }) => code)).toEqual(cells.map(({ code }) => code));
    const renamed = begun.cells.map((cell, place) => (place === 0 ? { ...cell, name: "城阳东组" } : cell));
    const save = async (revision: number) =>
      await admin.post("/api/grid/draft/save", { layer, revision, cells: renamed });
    expect(await draftOf(await save(1))).toMatchObject({
      revision: 2,
      cells: [{ name: "城阳东组" }, {}, {}],
    });
    expect((await save(1)).status).toBe(409);
    expect((await admin.post("/api/grid/draft/begin", { layer })).status).toBe(409);
    const answer = await admin.post("/api/grid/draft/discard", { layer, revision: 2 });
    expect(((await answer.json()) as GridAnswer).drafts).toEqual([]);
  });

  it("is not published with errors, without a change, in the past, or before a version that is to come", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const layer = "governance";
    const { cells: drawn } = await draftOf(await admin.post("/api/grid/draft/begin", { layer }));
    const publish = async (revision: number, validFrom: string) => {
      const answer = await admin.post("/api/grid/draft/publish", { ...publishing, revision, validFrom });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await publish(1, "2026-03-10")).toMatchObject({
      status: 422,
      text: expect.stringContaining("没有任何变化"),
    });
    const save = async (revision: number, given: typeof drawn) =>
      await draftOf(await admin.post("/api/grid/draft/save", { layer, revision, cells: given }));
    const [first, ...others] = drawn;
    if (!first) throw new Error("No cell.");
    await save(1, [{ ...first, code: "12" }, ...others]);
    expect(await publish(2, "2026-03-10")).toMatchObject({
      status: 422,
      text: expect.stringContaining("1 处错误"),
    });
    await save(2, [{ ...first, name: "新名" }, ...others]);
    expect(await publish(3, "2026-03-09")).toMatchObject({
      status: 422,
      text: expect.stringContaining("不早于今天"),
    });
    expect((await publish(3, "2026-05-01")).status).toBe(200);
    await admin.post("/api/grid/draft/begin", { layer });
    await save(1, [{ ...first, name: "更新的名" }, ...others]);
    expect(await publish(2, "2026-04-01")).toMatchObject({
      status: 422,
      text: expect.stringContaining("2026-05-01"),
    });
  });
});
