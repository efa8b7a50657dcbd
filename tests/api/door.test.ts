import { describe, expect, it } from "vitest";
import { cookieOf, lightReport, openHouse, password } from "../support/app.ts";

const json = { "Content-Type": "application/json" };

describe("a write from another site", () => {
  const origins = [
    { "Sec-Fetch-Site": "cross-site", Origin: "http://elsewhere.example" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "http://elsewhere.example", Host: "localhost" },
    { Origin: "null", Host: "localhost" },
  ];
  it.each(origins)("is refused when the browser says %o", async (headers) => {
    const house = await openHouse();
    const answer = await (await house.as("gridWorker")).post("/api/reports", lightReport(), headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "crossSite" });
  });

  it("is taken from the own pages", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const own = { Origin: "http://localhost", Host: "localhost" };
    expect((await gridWorker.post("/api/reports", lightReport(), own)).status).toBe(201);
    const modern = { "Sec-Fetch-Site": "same-origin", Origin: "http://behind.example", Host: "localhost" };
    expect((await gridWorker.post("/api/reports", lightReport(), modern)).status).toBe(201);
  });
});

describe("a body", () => {
  const bodies = [
    { name: "that is no JSON", body: "{", headers: json, status: 400, code: "badJson" },
    {
      name: "without a type",
      body: JSON.stringify(lightReport()),
      headers: {},
      status: 415,
      code: "notJson",
    },
    {
      name: "of a form",
      body: "id=1",
      headers: { "Content-Type": "text/plain" },
      status: 415,
      code: "notJson",
    },
    {
      name: "that is too large",
      body: `"${"x".repeat(70_000)}"`,
      headers: json,
      status: 413,
      code: "tooLarge",
    },
    { name: "that is a list", body: "[]", headers: json, status: 422, code: "missing" },
    { name: "that is null", body: "null", headers: json, status: 422, code: "badValue" },
  ];
  it.each(bodies)("$name is refused", async ({ body, headers, status, code }) => {
    const house = await openHouse();
    const client = await house.as("gridWorker");
    const answer = await client.request("/api/reports", { method: "POST", body, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code, status });
  });

  const reports: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["an unknown field", { role: "admin" }, "role"],
    ["a text of another type", { text: 5 }, "text"],
    ["no text", { text: "  " }, "text"],
    ["a text too long", { text: "长".repeat(2001) }, "text"],
    ["a text with a zero byte", { text: "灯\u0000" }, "text"],
    ["half a letter", { text: "灯\ud800" }, "text"],
    ["an unknown channel", { channel: "fax" }, "channel"],
    ["a channel of somebody else", { channel: "centre" }, "channel"],
    ["a point off the earth", { point: { lng: 200, lat: 35 } }, "point.lng"],
    ["a point in words", { point: { lng: "118.83", lat: 35 } }, "point.lng"],
    ["an item nobody knows", { itemCode: "999999" }, "itemCode"],
    ["a photo nobody uploaded", { photos: ["f".repeat(64)] }, "photos"],
    ["a path for a photo", { photos: ["../../etc/passwd"] }, "photos.0"],
    ["an odd phone", { reporter: { phone: "<b>" } }, "reporter.phone"],
    ["an id with a space", { id: "report 1" }, "id"],
  ];
  it.each(reports)("with %s names the field", async (_, changes, field) => {
    const house = await openHouse();
    const answer = await (await house.as("gridWorker")).post("/api/reports", lightReport(changes));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field });
  });
});

describe("an address", () => {
  it.each(["/api/cases/%00", "/api/cases/a%0Ab", "/api/progress/%7f?code=1234", "/api/photos/%1F"])(
    "with control characters (%s) names nothing, and no database is asked",
    async (address) => {
      const house = await openHouse();
      house.store.cases.file = async () => Promise.reject(new Error("asked"));
      house.store.cases.byNumber = async () => Promise.reject(new Error("asked"));
      expect((await (await house.as("centre")).get(address)).status).toBe(404);
    },
  );
});

describe("a refusal", () => {
  const refused = [
    { name: "a number for a text", sent: { text: 5 }, says: "“情况描述”的值“5”不合要求，应为：文字。" },
    {
      name: "a text that is too long",
      sent: { text: "灯".repeat(2001) },
      says: "“情况描述”的值“2001 个字”不合要求，应为：最多 2000 个字。",
    },
    {
      name: "a channel that is none",
      sent: { channel: "pigeon" },
      says: "应为：gridWorker、township、department、centre、hotline、public、sensor、leader。",
    },
    { name: "letters that show nothing", sent: { text: "\u200B\u200B" }, says: "应为：不为空的文字。" },
    { name: "a sign for a phone number", sent: { reporter: { phone: "+" } }, says: "应为：电话号码" },
    {
      name: "a code named like a member of every object",
      sent: { itemCode: "constructor" },
      says: "“事项”的值“constructor”不合要求，应为：事项代码。",
    },
  ];
  it.each(refused)("of $name says so in plain Chinese", async ({ sent, says }) => {
    const house = await openHouse();
    const answer = await (await house.as("gridWorker")).post("/api/reports", { ...lightReport(), ...sent });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain(says);
  });
});

describe("signing in", () => {
  it("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const house = await openHouse();
    const answer = await house.nobody.post("/api/session", { username: "centre", password });
    expect(answer.headers.get("Set-Cookie")).toMatch(
      /^huying_session=\S+; .*Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("behind HTTPS gives a cookie bound to this host", async () => {
    const house = await openHouse();
    const https = { "X-Forwarded-Proto": "https" };
    const answer = await house.nobody.post("/api/session", { username: "centre", password }, https);
    expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-huying_session=\S+; .*Secure/);
  });

  it("after five wrong passwords is refused, for this account alone", async () => {
    const house = await openHouse();
    const attempt = async (username: string, tried: string) =>
      (await house.nobody.post("/api/session", { username, password: tried })).status;
    for (let time = 0; time < 5; time++) expect(await attempt("centre", "guess")).toBe(401);
    expect(await attempt("centre", password)).toBe(429);
    expect(await attempt("leader", password)).toBe(200);
    house.clock.advance(5 * 60_000 + 1);
    expect(await attempt("centre", password)).toBe(200);
  });

  it("five guesses at once leave no sixth", async () => {
    const house = await openHouse();
    const guesses = Array.from({ length: 12 }, () =>
      house.nobody.post("/api/session", { username: "centre", password: "guess" }),
    );
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  });

  it("answers the same for a wrong password and an unknown account", async () => {
    const house = await openHouse();
    const wrong = await house.nobody.post("/api/session", { username: "centre", password: "guess" });
    const unknown = await house.nobody.post("/api/session", { username: "ghost", password: "guess" });
    expect([unknown.status, await unknown.text()]).toEqual([wrong.status, await wrong.text()]);
  });

  it("again makes a new token and ends the old one", async () => {
    const house = await openHouse();
    const first = cookieOf(await house.nobody.post("/api/session", { username: "centre", password }));
    const again = await house.nobody.post(
      "/api/session",
      { username: "centre", password },
      { Cookie: first },
    );
    expect(cookieOf(again)).not.toBe(first);
    expect((await house.nobody.request("/api/session", { headers: { Cookie: first } })).status).toBe(401);
  });

  it("lasts twelve hours without use and seven days in all", async () => {
    const house = await openHouse();
    const idle = await house.as("centre");
    house.clock.advance(12 * 3_600_000 + 60_001);
    expect((await idle.get("/api/session")).status).toBe(401);
    const busy = await house.as("centre");
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      house.clock.advance(6 * 3_600_000);
      expect((await busy.get("/api/session")).status).toBe(200);
    }
    house.clock.advance(7 * 3_600_000);
    expect((await busy.get("/api/session")).status).toBe(401);
  });
});

describe("every answer", () => {
  it("forbids foreign content and framing", async () => {
    const house = await openHouse();
    const { headers } = await house.nobody.get("/healthz");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Request-Id")).toMatch(/^\S{12}$/);
  });

  it("to a fault of ours tells nothing of it", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    house.store.cases.list = async () => {
      throw new Error("secret detail");
    };
    const answer = await gridWorker.get("/api/cases");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(house.logged.join()).toContain("secret detail");
  });

  it("leaves no token, name or number in the log", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    await gridWorker.post("/api/reports", lightReport({ reporter: { name: "李四", phone: "13800005678" } }));
    const log = house.logged.join();
    for (const secret of ["李四", "13800005678", password, "振兴路"]) expect(log).not.toContain(secret);
  });
});
