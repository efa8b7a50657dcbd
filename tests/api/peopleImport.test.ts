import { describe, expect, it } from "vitest";
import type { PeopleImportAnswer } from "../../server/domain/peopleAnswers.ts";
import { type Client, openHouse } from "../support/app.ts";

const table = (...rows: readonly string[]) => ["账号,姓名,角色,单位,网格,岗位", ...rows].join("\n");

async function imported(client: Client, text: string, dryRun = false): Promise<PeopleImportAnswer> {
  const answer = await client.post("/api/people/import", { text, dryRun });
  expect(answer.status).toBe(200);
  return (await answer.json()) as PeopleImportAnswer;
}

describe("people from a table", () => {
  it("are checked without being added, and then added with passwords that open their accounts", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    const text = table("zhang3,张三,县直部门,路灯所,,联络员、分管领导", "li4,李四,乡镇（街道）,371122001,,");
    const dry = await imported(admin, text, true);
    expect(dry).toMatchObject({ bad: [], added: [], rows: [{ username: "zhang3", unit: "路灯所" }, {}] });
    const people = async () => (await house.store.people.list()).map(({ username }) => username);
    expect(await people()).not.toContain("zhang3");
    const { added } = await imported(admin, text);
    expect(added.map(({ name }) => name)).toEqual(["张三", "李四"]);
    const found = (await house.store.people.list()).find(({ username }) => username === "zhang3");
    expect(found).toMatchObject({ unit: "LD", posts: ["liaison", "deputy"], role: "department" });
    const signIn = { username: "li4", password: added[1]?.password };
    expect((await house.nobody.post("/api/session", signIn)).status).toBe(200);
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("are none at all where one row does not fit; each fault names line, value and expectation", async () => {
    const house = await openHouse();
    const rows = [
      "good,好人,县直部门,LD,,",
      "good,又一个,县直部门,LD,,",
      "Bad Name,甲,县直部门,LD,,",
      "yi,乙,局长,LD,,",
      "bing,丙,县直部门,没有这个局,,",
      "ding,丁,网格员,371122001,,",
    ];
    const { bad, added } = await imported(await house.as("admin"), table(...rows));
    expect(added).toEqual([]);
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(bad[0]?.message).toBe("“账号”是“good”，应为没有别人用的账号");
    expect(bad[3]?.message).toBe("“单位”是“没有这个局”，应为本县单位或乡镇的名称、简称或编码");
    expect(bad[4]?.message).toContain("网格");
    expect((await house.store.people.list()).some(({ username }) => username === "good")).toBe(false);
  });

  it("need the columns that a person needs", async () => {
    const house = await openHouse();
    const { bad } = await imported(await house.as("admin"), "姓名,单位\n张三,LD");
    expect(bad).toEqual([{ line: 1, message: "缺少列：账号、角色" }]);
  });
});
