/** A flood of the public channel: staff go on working, what is acknowledged is stored, and the surplus is told to come again. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { EventEmitter } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { createApp } from "../../server/app.ts";
import { createGate, type GateLimits } from "../../server/gate.ts";
import { listen } from "../../server/listen.ts";
import { createReportRates } from "../../server/sendingRates.ts";
import { loadLimits } from "../../fixtures/limits.ts";
import { lightReport, openHouse, password } from "../support/app.ts";

const small: GateLimits = { staff: 3, strangers: 4, anAddress: 2, lag: 250 };

/** The gate alone, with requests that end when the test says so. */
function gate(lag = 0) {
  let shed = 0;
  const open: EventEmitter[] = [];
  const handler = createGate({
    limits: small,
    trustProxy: true,
    lag: () => lag,
    onShed: () => void (shed += 1),
  })((_request, response) => void open.push(response));
  return {
    shed: () => shed,
    open,
    ask: (address: string, { cookie = "", url = "/api/reports" } = {}) => {
      const headers = { "x-forwarded-for": `1.1.1.1, ${address}`, cookie };
      const request = { url, headers, socket: {}, resume: () => undefined };
      let status = 0;
      const response = Object.assign(new EventEmitter(), {
        writeHead: (given: number) => void (status = given),
        end: () => undefined,
      });
      handler(request as unknown as IncomingMessage, response as unknown as ServerResponse<never>);
      return status;
    },
  };
}

const LET_IN = 0;

describe("the gate", () => {
  it("lets one address take no more than its places, and others theirs", () => {
    const { ask, shed } = gate();
    expect([ask("a"), ask("a"), ask("a"), ask("b")]).toEqual([LET_IN, LET_IN, 503, LET_IN]);
    expect(shed()).toBe(1);
  });

  it("takes no more strangers than it has places, and the next when one has left", () => {
    const { ask, open } = gate();
    for (const address of ["a", "b", "c", "d"]) ask(address);
    expect(ask("e")).toBe(503);
    open[0]?.emit("close");
    expect(ask("e")).toBe(LET_IN);
  });

  it("begins one stranger in each turn of the loop, and whoever is signed in at once", async () => {
    const { ask, open } = gate();
    const begun = () => open.length;
    for (const address of ["a", "b", "c"]) ask(address);
    expect(begun()).toBe(1);
    ask("office", { cookie: "huying_session=x" });
    expect(begun()).toBe(2);
    await new Promise(setImmediate);
    expect(begun()).toBe(3);
    await new Promise(setImmediate);
    expect(begun()).toBe(4);
  });

  it("keeps places for those who are signed in, and always one for whoever asks for its health", () => {
    const { ask } = gate();
    for (const address of ["a", "b", "c", "d", "e"]) ask(address);
    const cookie = "a=1; __Host-huying_session=x";
    expect([1, 2, 3, 4].map(() => ask("a", { cookie }))).toEqual([LET_IN, LET_IN, LET_IN, 503]);
    expect(ask("a", { url: "/healthz?x=1" })).toBe(LET_IN);
  });

  it("lets the files of a page through, without which it would do nothing", () => {
    const { ask } = gate();
    for (const address of ["a", "b", "c", "d", "e"]) ask(address);
    const files = ["/assets/Report-x1.js", "/sw.js", "/shell.json", "/icon.svg"];
    expect(files.map((url) => ask("a", { url }))).toEqual(files.map(() => LET_IN));
    expect(["/api/assets/x", "/report", "/sw.js.php"].map((url) => ask("a", { url }))).toEqual([
      503, 503, 503,
    ]);
  });

  it("takes fewer strangers while the house is out of breath", () => {
    const { ask } = gate(400);
    expect([ask("a"), ask("b")]).toEqual([LET_IN, 503]);
  });
});

describe("200 reports a second from 50 addresses", { timeout: 120_000 }, () => {
  it("leave staff at work; what was acknowledged is there once, the rest is told when to come again", async () => {
    const house = await openHouse({ trustProxy: true });
    let shed = 0;
    const before = createGate({ trustProxy: true, lag: () => 0, onShed: () => void (shed += 1) });
    const here = { port: 0, host: "127.0.0.1", tlsCert: "", tlsKey: "" };
    const listening = await listen(createApp(house.deps), here, { before });
    onTestFinished(async () => await listening.close());
    const address = `http://127.0.0.1:${listening.port}`;
    const cookie = await signedIn(address);
    const staff: number[] = [];
    const answers: (readonly [id: string, status: number, retry: string | null, code: string])[] = [];
    // Three seconds of it, each second's share in the same instant: the worst that such a rate can be
    for (let second = 0; second < 3; second++) {
      const flood = Array.from({ length: 200 }, async (_none, index) => {
        const report = lightReport({ channel: "public", text: `第 ${second}-${index} 盏路灯不亮` });
        const answer = await fetch(`${address}/api/reports`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-Forwarded-For": `10.0.0.${index % 50}` },
          body: JSON.stringify(report),
        });
        const { code = "" } = (await answer.json()) as { code?: string };
        answers.push([String(report["id"]), answer.status, answer.headers.get("Retry-After"), code]);
      });
      const work = Array.from({ length: 10 }, async () => {
        const answer = await fetch(`${address}/api/cases`, { headers: { Cookie: cookie } });
        await answer.arrayBuffer();
        staff.push(answer.status);
      });
      await Promise.all([...flood, ...work, fetch(`${address}/healthz`)]);
      house.clock.advance(1000);
    }
    expect(new Set(staff)).toEqual(new Set([200]));
    const taken = answers.filter(([, status]) => status === 201);
    const away = answers.filter(([, status]) => status !== 201);
    expect(taken.length).toBeGreaterThan(0);
    expect(away.length).toBe(shed);
    expect(shed).toBeGreaterThan(0);
    for (const [, status, retry, code] of away) {
      expect([status, code]).toEqual([503, "busy"]);
      expect(Number(retry)).toBeGreaterThan(0);
    }
    const { size, faults } = await storedOf(house);
    expect({ size, faults }).toEqual({ size: taken.length, faults: [] });
  });

  async function signedIn(address: string): Promise<string> {
    const answer = await fetch(`${address}/api/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ username: "township", password }),
    });
    return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  }

  async function storedOf({ store }: Awaited<ReturnType<typeof openHouse>>) {
    const { cases, faults } = await store.verify();
    return { size: cases, faults };
  }
});

describe("how often anybody may report", () => {
  const limits = loadLimits();

  it("is bounded for an address, for an account and for the public channel in all, with the seconds to wait", async () => {
    const house = await openHouse();
    const client = house.nobody;
    for (let n = 0; n < limits.reportsByAddress; n++)
      await client.post("/api/reports", lightReport({ channel: "public" }));
    const answer = await client.post("/api/reports", lightReport({ channel: "public" }));
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe(String(limits.minutes * 60));
  });

  it("counts each account for itself", async () => {
    const house = await openHouse();
    const rates = createReportRates(house.deps);
    const context = { env: {}, req: { header: () => undefined } } as never;
    const of = (id: string) => ({ id, role: "gridWorker", unit: null, cells: [] }) as const;
    for (let n = 0; n < limits.reportsByAccount; n++) rates.wait(context, of("a"));
    expect(rates.wait(context, of("a"))).toBe(limits.minutes * 60);
    expect(rates.wait(context, of("b"))).toBeNull();
  });
});
