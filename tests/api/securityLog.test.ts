/** 安全日志 and 查看记录: what they hold, who reads them, and what never stands in them. */
import { describe, expect, it } from "vitest";
import type { RevealsAnswer, SecurityLogAnswer } from "../../server/domain/securityAnswers.ts";
import { type House, openHouse, password, reported } from "../support/app.ts";

async function logOf(house: House, query = ""): Promise<SecurityLogAnswer> {
  return (await (
    await (await house.as("admin")).get(`/api/security-log${query}`)
  ).json()) as SecurityLogAnswer;
}

const told = ({ rows }: SecurityLogAnswer) =>
  rows.map(({ kind, who, detail }) => [kind, who?.username ?? null, detail].filter(Boolean).join(" "));

describe("the security log", () => {
  it("tells sign-ins, failures and sign-outs, by account and address", async () => {
    const house = await openHouse();
    const { nobody } = house;
    await nobody.post("/api/session", { username: "centre", password: "wrong horse battery" });
    await nobody.post("/api/session", { username: "my secret phrase", password: "x" });
    const centre = await house.as("centre");
    await centre.request("/api/session", { method: "DELETE" });
    const log = await logOf(house);
    expect(told(log)).toEqual([
      "signIn admin password",
      "signOut centre",
      "signIn centre password",
      "signInFailed wrongPassword",
      "signInFailed centre wrongPassword",
    ]);
    expect(log.rows[0]?.address).toBe("local");
  });

  it("tells changes of accounts with who did them to whom", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    const sent = { username: "newone", name: "赵一", role: "centre", unit: "XNZX" };
    const { person } = (await (await admin.post("/api/people", sent)).json()) as {
      person: { id: string };
    };
    for (const [act, body] of [
      ["posts", { posts: ["liaison"] }],
      ["password", {}],
      ["sessions/end", {}],
      ["factor/drop", {}],
      ["disable", { disabled: true }],
      ["disable", { disabled: false }],
    ] as const)
      expect((await admin.post(`/api/people/${person.id}/${act}`, body)).status).toBeLessThan(300);
    const log = await logOf(house);
    expect(told(log).slice(1, -1)).toEqual([
      "accountEnabled admin",
      "accountDisabled admin",
      "factorDropped admin",
      "sessionsEnded admin",
      "passwordReset admin",
      "postsChanged admin liaison",
      "accountAdded admin centre",
    ]);
    expect(new Set(log.rows.slice(1, -1).map(({ subject }) => subject))).toEqual(new Set([person.id]));
  });

  it("tells who asked for what is not theirs, by route and id, a flood by sixty a minute", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const other = await house.as("otherTownship");
    expect((await other.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await other.get("/api/people")).status).toBe(403);
    const [second, first] = (await logOf(house, "?kind=refused")).rows;
    expect(first).toMatchObject({ subject: id, detail: "404 GET /api/cases/:id" });
    expect(second).toMatchObject({ detail: "403 GET /api/people", who: { username: "othertownship" } });
    for (let n = 0; n < 70; n += 1) await other.get("/api/people");
    expect((await logOf(house, "?kind=refused")).rows).toHaveLength(60);
  });

  it("is filtered by days, person and kind, turned page by page, and exported with its reader's mark", async () => {
    const house = await openHouse();
    for (let n = 0; n < 101; n += 1)
      await house.store.security.note({
        id: `fact-${String(n).padStart(3, "0")}`,
        at: house.clock.now() - n,
        kind: "exported",
        accountId: "centre-1",
        address: null,
        subject: null,
        detail: "=1+1",
      });
    const first = await logOf(house, "?kind=exported&account=centre");
    expect(first.rows).toHaveLength(100);
    const last = await logOf(house, `?kind=exported&account=centre&after=${first.more}`);
    expect(last.rows.map(({ id }) => id)).toEqual(["fact-100"]);
    expect(last.more).toBeNull();
    expect((await logOf(house, "?from=2026-02-01&to=2026-02-28")).rows).toEqual([]);
    const admin = await house.as("admin");
    expect((await admin.get("/api/security-log?account=nobody-here")).status).toBe(422);
    expect((await admin.get("/api/security-log?after=../../etc")).status).toBe(422);
    const table = await (await admin.get("/api/security-log/table.csv?kind=exported")).text();
    expect(table).toContain("'=1+1");
    expect(table).toContain("水印：王admin");
    expect(told(await logOf(house))).toContain("exported admin security-log 101");
  });

  it("is for administrators alone", async () => {
    const house = await openHouse();
    for (const who of ["centre", "leader", "township", "lights", "gridWorker"] as const)
      for (const path of ["/api/security-log", "/api/security-log/table.csv"])
        expect((await (await house.as(who)).get(path)).status).toBe(403);
    expect((await house.nobody.get("/api/security-log")).status).toBe(401);
  });

  it("holds no password, code, token, word of a report or anything of a reporter", async () => {
    const house = await openHouse();
    const grid = await house.as("gridWorker");
    const { id } = await reported(grid, {
      text: "路灯不亮字句壹",
      onBehalf: true,
      reporter: { name: "欧阳明珠", phone: "13800005678" },
    });
    const centre = await house.as("centre");
    await centre.post(`/api/cases/${id}/reveal`, { reason: "回访理由贰" });
    await house.nobody.post("/api/session", { username: "13800005678", password: "guess-叁" });
    await centre.get("/api/cases/13800005678");
    await centre.get(`/api/cases/${encodeURIComponent("欧阳明珠13800005678")}`);
    const admin = await house.as("admin");
    const text = await (await admin.get("/api/security-log")).text();
    for (const secret of [password, "欧阳", "13800005678", "字句壹", "贰", "叁", "huying_session"])
      expect(text).not.toContain(secret);
    expect(text).toContain('"revealed"');
  });
});

describe("the list of reveals", () => {
  it("tells the centre who looked, whose, when, why and from which case, never what", async () => {
    const house = await openHouse();
    const { id, number } = await reported(await house.as("gridWorker"), {
      onBehalf: true,
      reporter: { name: "欧阳明珠", phone: "13800005678" },
    });
    await (await house.as("township")).post(`/api/cases/${id}/reveal`, { reason: "核实地点" });
    const centre = await house.as("centre");
    const answer = (await (await centre.get("/api/reveals")).json()) as RevealsAnswer;
    expect(answer.rows).toMatchObject([
      { number, caseId: id, reason: "核实地点", who: { username: "township", unit: { name: "城阳街道" } } },
    ]);
    const none = (await (await centre.get("/api/reveals?number=20200101-00001")).json()) as RevealsAnswer;
    expect(none.rows).toEqual([]);
    const table = await (await centre.get(`/api/reveals/table.csv?number=${number}`)).text();
    expect(table).toContain(`城阳街道,${number},,核实地点`);
    for (const text of [JSON.stringify(answer), table])
      for (const secret of ["欧阳", "13800005678"]) expect(text).not.toContain(secret);
    expect(told(await logOf(house))).toContain("exported centre reveals 1");
  });

  it("is for the centre alone", async () => {
    const house = await openHouse();
    for (const who of ["admin", "leader", "township", "lights", "gridWorker"] as const)
      for (const path of ["/api/reveals", "/api/reveals/table.csv"])
        expect((await (await house.as(who)).get(path)).status).toBe(403);
  });
});
