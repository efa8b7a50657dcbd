/** What a refused person reads: the value as they sent it, names instead of codes, and first whether it is theirs to do. */
import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { refuse } from "../../server/domain/case.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import { sentenceOf } from "../../server/refusalSentence.ts";
import { type Client, moved, openHouse, reported } from "../support/app.ts";
import { smallReference } from "../support/reference.ts";

const problemOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as ProblemAnswer;

async function attempt(client: Client, id: string, command: Record<string, unknown>): Promise<ProblemAnswer> {
  const { version } = (await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer;
  return await problemOf(client.post(`/api/cases/${id}/moves`, { version, ...command }));
}

/** Led by the water bureau, helped by the lighting office. */
async function shared() {
  const house = await openHouse();
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "010101" });
  await moved(township, id, { action: "dispatch", unit: "SW", assistUnits: ["LD"] });
  return { house, id, township };
}

describe("the words of a refusal", () => {
  it("quote a value once, and nothing that cannot be printed", async () => {
    const centre = await (await openHouse()).as("centre");
    const { detail, rule } = await problemOf(centre.get("/api/cases?limit=x%00y"));
    expect(detail).toBe("“每页条数”的值“x\uFFFDy”不合要求，应为：1 到 100 的整数。");
    expect(rule?.instead).toContain("请改正“每页条数”");
  });

  it("say list or object where one was sent", async () => {
    const { detail } = await problemOf((await openHouse()).nobody.post("/api/classify", { text: ["a"] }));
    expect(detail).toContain("“列表”");
  });

  it("cut a long list of names between two names", async () => {
    const { township, id } = await shared();
    const { detail } = await attempt(township, id, { action: "none" });
    expect(detail).toMatch(/、[A-Za-z]+等。$/);
    const last = /、(\w+)等。$/.exec(detail)?.[1] ?? "";
    expect(moveNamed(last)?.action).toBe(last);
  });

  it.each([
    ...Object.keys(smallReference.reasons).map((list) => `${list} reason code`),
    "YYYY-MM-DD",
    "another unit (uphold)",
  ])("tell %s in Chinese", (expected) => {
    const said = sentenceOf(refuse("badValue", { field: "note", given: "1", expected }));
    expect(said).not.toMatch(/[A-Za-z]/);
  });
});

describe("parts and numbers of other cases", () => {
  it("are told by their place and count", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const { id } = await reported(await house.as("gridWorker"));
    const part = { text: "路灯不亮", itemCode: "020101" };
    const told = async (parts: readonly unknown[]) =>
      (await attempt(township, id, { action: "split", parts })).detail;
    expect(await told([part])).toContain("至少 2 项");
    expect(await told([part, {}])).toContain("分办事项第 2 项情况描述");
    expect(await told([part, { ...part, itemCode: "999999" }])).toContain("“2 项”");
  });

  it("say nothing of a case that is not one's own to see", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const { id } = await reported(await house.as("gridWorker"));
    const foreign = await reported(await house.as("otherTownship"), {
      channel: "township",
      point: { lng: 118.83, lat: 35.68 },
    });
    const [real, none] = await Promise.all(
      [foreign.number, "20200101-00001"].map((into) => attempt(township, id, { action: "merge", into })),
    );
    expect(real?.detail.replaceAll(foreign.number, "20200101-00001")).toBe(none?.detail);
    expect(real?.status).toBe(none?.status);
  });
});

describe("assisting units", () => {
  it("cannot be none when they are what is asked for", async () => {
    const { township, id } = await shared();
    expect(await attempt(township, id, { action: "callAssist", assistUnits: [] })).toMatchObject({
      code: "missing",
      field: "assistUnits",
    });
  });

  it("are named when they take part already", async () => {
    const { township, id } = await shared();
    const no = await attempt(township, id, { action: "callAssist", assistUnits: ["LD"] });
    expect(no).toMatchObject({ code: "duplicate", rule: { id: "assistsAlready" } });
    expect(no.detail).toMatch(/“[^”]*路灯[^”]*”已经是/);
  });
});

describe("an act that is not one's own", () => {
  it("is refused as such, whatever else is wrong with it", async () => {
    const { township, id } = await shared();
    const handOver = { action: "handOver", handler: "nobody" };
    expect(await attempt(township, id, handOver)).toMatchObject({ code: "notAllowed" });
    const photo = { action: "handle", result: "已修", photosAfter: ["a".repeat(64)] };
    expect(await attempt(township, id, photo)).toMatchObject({ code: "notAllowed" });
  });

  it("without a row in the table sends to a desk, not to the number of the case", async () => {
    const { house, id } = await shared();
    const no = await problemOf(
      (await house.as("lights")).post(`/api/cases/${id}/reveal`, { reason: "要联系" }),
    );
    expect(no.code).toBe("notAllowed");
    expect(no.rule?.instead).not.toContain("核对编号");
  });
});
