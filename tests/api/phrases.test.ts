import { describe, expect, it } from "vitest";
import type { PhrasesAnswer } from "../../server/domain/phrases.ts";
import { type Client, openHouse } from "../support/app.ts";

const own = { field: "result", action: "handle", major: "02", text: "已更换光源，试亮正常。" } as const;

async function read(client: Client): Promise<PhrasesAnswer> {
  return (await (await client.get("/api/phrases")).json()) as PhrasesAnswer;
}

describe("常用语", () => {
  it("are the county's, and what the own unit added, first; other units do not see it", async () => {
    const house = await openHouse();
    const lights = await house.as("lights");
    const before = await read(lights);
    expect(before).toMatchObject({ version: 0, mayEdit: true });
    expect(before.rows.length).toBeGreaterThan(5);
    const saved = await lights.post("/api/phrases", { version: 0, rows: [own] });
    expect(saved.status).toBe(200);
    expect((await read(lights)).rows[0]).toEqual({ ...own, own: true });
    expect((await read(await house.as("water"))).rows).not.toContainEqual({ ...own, own: true });
  });

  it("are not overwritten by somebody who has not seen the newest", async () => {
    const house = await openHouse();
    const lights = await house.as("lights");
    expect((await lights.post("/api/phrases", { version: 0, rows: [own] })).status).toBe(200);
    const late = await lights.post("/api/phrases", { version: 0, rows: [] });
    expect(late.status).toBe(409);
    expect((await read(lights)).rows[0]).toMatchObject(own);
  });

  it("are changed by desks and departments, read by grid workers", async () => {
    const house = await openHouse();
    const worker = await house.as("gridWorker");
    expect(await read(worker)).toMatchObject({ mayEdit: false });
    expect((await worker.post("/api/phrases", { version: 0, rows: [own] })).status).toBe(403);
  });

  it.each([
    [{ ...own, text: "长".repeat(301) }, "最多 300 个字"],
    [{ ...own, action: "check" }, "有这一栏的操作"],
    [{ ...own, action: "fly" }, "有这一栏的操作"],
    [{ ...own, major: "x" }, "两位数字"],
  ])("say what is wrong with %j", async (row, words) => {
    const lights = await (await openHouse()).as("lights");
    const answer = await lights.post("/api/phrases", { version: 0, rows: [row] });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  });
});
