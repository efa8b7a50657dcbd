/** 账号安全: passwords, second factors, devices, and what is asked again before something grave. */
import { describe, expect, it } from "vitest";
import type {
  NewFactorAnswer,
  RecoveryAnswer,
  SecurityAnswer,
  SessionAnswer,
} from "../../server/domain/sessionAnswers.ts";
import { codeAt, fromBase32, stepOf } from "../../server/totp.ts";
import {
  type Client,
  cookieOf,
  type House,
  lightReport,
  openHouse,
  password,
  reported,
} from "../support/app.ts";
import { photoOf } from "../support/picture.ts";

const phrase = "乌龟跑得很慢但是一定会到";

function codeOf(house: House, secret: string): string {
  return codeAt(fromBase32(secret), stepOf(house.clock.now()));
}

/** Sets up a second factor and steps past the code that was used. */
async function withFactor(
  house: House,
  client: Client,
): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret } = (await (await client.post("/api/session/factor", {})).json()) as NewFactorAnswer;
  const on = await client.post("/api/session/factor/confirm", { code: codeOf(house, secret) });
  const { codes } = (await on.json()) as RecoveryAnswer;
  house.clock.advance(31_000);
  return { secret, codes };
}

const signIn = async (house: House, sent: Record<string, unknown>) =>
  await house.nobody.post("/api/session", sent);
const codeIn = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

describe("a second factor", () => {
  it("is asked for after the right password alone, and each code opens once", async () => {
    const house = await openHouse();
    const { secret } = await withFactor(house, await house.as("centre"));
    const named = { username: "centre", password };
    expect(await codeIn(await signIn(house, { ...named, password: "wrong" }))).toBe("wrongPassword");
    expect(await codeIn(await signIn(house, named))).toBe("factorNeeded");
    expect(await codeIn(await signIn(house, { ...named, code: "000000" }))).toBe("wrongFactor");
    const code = codeOf(house, secret);
    expect((await signIn(house, { ...named, code })).status).toBe(200);
    expect(await codeIn(await signIn(house, { ...named, code }))).toBe("wrongFactor");
  });

  it("is not in force before a code of it was sent, and can be turned off by one", async () => {
    const house = await openHouse();
    const client = await house.as("leader");
    await client.post("/api/session/factor", {});
    expect((await client.post("/api/session/factor/confirm", { code: "123456" })).status).toBe(422);
    expect((await signIn(house, { username: "leader", password })).status).toBe(200);
    const { secret } = await withFactor(house, client);
    expect((await client.post("/api/session/factor/off", { code: "000000" })).status).toBe(401);
    expect((await client.post("/api/session/factor/off", { code: codeOf(house, secret) })).status).toBe(204);
    expect((await signIn(house, { username: "leader", password })).status).toBe(200);
  });

  it("is recovered by eight codes that work once each, or dropped by an administrator", async () => {
    const house = await openHouse();
    const { codes } = await withFactor(house, await house.as("centre"));
    expect(codes).toHaveLength(8);
    const sent = { username: "centre", password, code: codes[3] };
    const opened = await signIn(house, sent);
    expect(opened.status).toBe(200);
    expect(await codeIn(await signIn(house, sent))).toBe("wrongFactor");
    const admin = await house.as("admin");
    expect((await admin.post("/api/people/centre-1/factor/drop", {})).status).toBe(204);
    expect((await signIn(house, { username: "centre", password })).status).toBe(200);
    expect((await signIn(house, sent)).status).toBe(200);
  });

  it("is required of administrators and supervisors where the county is strict", async () => {
    const house = await openHouse({ security: "strict" });
    for (const who of ["centre", "leader", "admin"] as const) {
      const client = await house.as(who);
      expect(await (await client.get("/api/session")).json()).toMatchObject({ duty: "setUpFactor" });
      expect(await codeIn(await client.get("/api/reference"))).toBe("setUpFactor");
      await withFactor(house, client);
      expect((await client.get("/api/reference")).status).toBe(200);
      expect(await codeIn(await client.post("/api/session/factor/off", { code: "1" }))).toBe(
        "factorIsRequired",
      );
    }
    expect(await (await (await house.as("lights")).get("/api/session")).json()).toMatchObject({ duty: null });
  });

  it("and its secret stand readable nowhere in the database", async () => {
    const house = await openHouse();
    const { secret } = await withFactor(house, await house.as("centre"));
    expect((await house.store.people.credentials("centre-1")).totpSecret).toBe(secret);
    expect(house.logged.join("\n")).not.toContain(secret);
  });
});

describe("a password that an administrator handed over", () => {
  it("opens nothing but the choice of another, which ends every other session", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    const reset = await admin.post("/api/people/lights-1/password", {});
    const { password: once } = (await reset.json()) as { password: string };
    const opened = await signIn(house, { username: "lights", password: once });
    expect(((await opened.json()) as SessionAnswer).duty).toBe("choosePassword");
    const cookie = cookieOf(opened);
    const ask = async (path: string, body?: unknown) =>
      await house.nobody.request(path, {
        method: body === undefined ? "GET" : "POST",
        headers: { Cookie: cookie, "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect(await codeIn(await ask("/api/cases"))).toBe("choosePassword");
    const weak = await ask("/api/session/password", { current: once, password: "password2026" });
    expect(await weak.json()).toMatchObject({ status: 422, field: "password" });
    const chosen = await ask("/api/session/password", { current: once, password: phrase });
    expect(chosen.status).toBe(204);
    expect((await ask("/api/cases")).status).toBe(401);
    const after = await signIn(house, { username: "lights", password: phrase });
    expect(((await after.json()) as SessionAnswer).duty).toBeNull();
    expect((await signIn(house, { username: "lights", password: once })).status).toBe(401);
  });

  it("is worth nothing after three days", async () => {
    const house = await openHouse();
    const reset = await (await house.as("admin")).post("/api/people/lights-1/password", {});
    const { password: once } = (await reset.json()) as { password: string };
    house.clock.advance(3 * 24 * 3_600_000 + 1);
    expect(await codeIn(await signIn(house, { username: "lights", password: once }))).toBe("handedOverPast");
  });
});

describe("one's own devices", () => {
  it("are listed, and ended one by one or all but this one", async () => {
    const house = await openHouse();
    const [here, phone, other] = [
      await house.as("lights"),
      await house.as("lights"),
      await house.as("lights"),
    ];
    const listed = (await (await here.get("/api/session/security")).json()) as SecurityAnswer;
    expect(listed.devices.filter((row) => row.here)).toHaveLength(1);
    const [lost] = (
      (await (await phone.get("/api/session/security")).json()) as SecurityAnswer
    ).devices.filter((row) => row.here);
    const left = await here.post("/api/session/devices/end", { id: lost?.id });
    expect(((await left.json()) as SecurityAnswer).devices).toHaveLength(2);
    expect((await phone.get("/api/cases")).status).toBe(401);
    expect((await here.post("/api/session/devices/end", { id: lost?.id })).status).toBe(404);
    await here.post("/api/session/devices/end", {});
    expect((await other.get("/api/cases")).status).toBe(401);
    expect((await here.get("/api/cases")).status).toBe(200);
  });

  it("of another account cannot be ended, but an administrator ends them all", async () => {
    const house = await openHouse();
    const [lights, water, admin] = [
      await house.as("lights"),
      await house.as("water"),
      await house.as("admin"),
    ];
    const [own] = ((await (await lights.get("/api/session/security")).json()) as SecurityAnswer).devices;
    expect((await water.post("/api/session/devices/end", { id: own?.id })).status).toBe(404);
    expect((await lights.get("/api/cases")).status).toBe(200);
    await admin.post("/api/people/lights-1/sessions/end", {});
    expect((await lights.get("/api/cases")).status).toBe(401);
  });
});

describe("a phone that was locked out", () => {
  it("still delivers its queue, as from the public, and speaks for nobody", async () => {
    const house = await openHouse();
    const phone = await house.as("gridWorker");
    const photo = await photoOf(phone);
    await (await house.as("admin")).post("/api/people/grid-1/sessions/end", {});
    expect((await phone.get("/api/cases")).status).toBe(401);
    // The phone learns why, and that it may send what waits; a stranger learns nothing of the kind
    const codeOf = async (who: typeof phone) =>
      ((await (await who.get("/api/session")).json()) as { code: string }).code;
    expect(await codeOf(phone)).toBe("deviceEnded");
    expect(await codeOf(house.nobody)).toBe("notSignedIn");
    const queued = { id: "queued-report-1", photos: [photo, await photoOf(phone)] };
    const first = await reported(phone, queued);
    expect((await reported(phone, { id: "queued-report-2", text: "文化路路灯不亮" })).id).not.toBe(first.id);
    const again = await phone.post("/api/reports", lightReport(queued));
    expect([again.status, ((await again.json()) as { id: string }).id]).toEqual([200, first.id]);
    const found = await house.store.cases.byId(first.id);
    expect(found).toMatchObject({ channel: "public", reportedBy: null, state: "reported" });
    const [event] = await house.store.cases.history(first.id);
    expect(event).toMatchObject({ actorRole: "resident", facts: { sourceNumber: "grid-1" } });
    house.clock.advance(31 * 24 * 3_600_000);
    expect((await phone.post("/api/reports", lightReport({ id: "queued-report-3" }))).status).toBe(401);
  });
});

describe("the reporter", () => {
  it("is shown only to somebody who proved lately who they are", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"), {
      onBehalf: true,
      reporter: { name: "李四", phone: "13800005678" },
    });
    const centre = await house.as("centre");
    const reveal = async () => await centre.post(`/api/cases/${id}/reveal`, { reason: "电话回访" });
    expect((await reveal()).status).toBe(200);
    house.clock.advance(10 * 60_000 + 1);
    expect(await codeIn(await reveal())).toBe("confirmFirst");
    expect(await house.store.people.reveals(id)).toHaveLength(1);
    expect((await centre.post("/api/session/confirm", { password: "wrong" })).status).toBe(401);
    expect((await centre.post("/api/session/confirm", { password })).status).toBe(204);
    expect((await reveal()).status).toBe(200);
  });
});

describe("guesses at a password", () => {
  it("from one address do not keep the owner out at another", async () => {
    const house = await openHouse({ trustProxy: true });
    const from = async (address: string, secret: string) =>
      await house.nobody.post(
        "/api/session",
        { username: "lights", password: secret },
        { "X-Forwarded-For": address },
      );
    for (let guess = 0; guess < 5; guess++) expect((await from("203.0.113.9", "guess")).status).toBe(401);
    expect((await from("203.0.113.9", password)).status).toBe(429);
    expect((await from("198.51.100.7", password)).status).toBe(200);
  });
});

describe("a session", () => {
  it("of an administrator ends after an hour at rest, of a strict desk after half an hour", async () => {
    for (const [security, who, rest] of [
      ["usual", "admin", 60],
      ["strict", "lights", 30],
    ] as const) {
      const house = await openHouse({ security });
      const client = await house.as(who);
      house.clock.advance(rest * 60_000);
      expect((await client.get("/api/session")).status).toBe(200);
      house.clock.advance(rest * 60_000 + 1);
      expect((await client.get("/api/session")).status).toBe(401);
    }
  });
});
